import assert from "node:assert/strict"
import { inspect } from "node:util"
import { describe, it } from "node:test"
import { environment, EnvironmentProblem, originOf } from "./environment.ts"

const refusedWith = (variables: Record<string, string>) => {
  try {
    environment(variables)
  } catch (problem) {
    assert.ok(problem instanceof EnvironmentProblem)
    return problem.message
  }
  return assert.fail("nothing was refused")
}

describe("the environment", () => {
  it("needs nothing to start on http://localhost:3000 with a folder", () => {
    const found = environment({})
    assert.equal(found.origin, "http://localhost:3000")
    assert.equal(found.host, "localhost")
    assert.equal(found.port, 3000)
    assert.match(found.dataDir, /\/data$/)
    assert.match(found.secretFile, /\/data\/secret$/)
    assert.equal(found.databaseUrl, undefined)
    assert.equal(found.language, "fr")
  })

  it("takes an empty variable as one that is not set", () => {
    assert.equal(environment({ PORT: "", SMTP_URL: " " }).port, 3000)
  })

  it("derives the origin from the host and the port", () => {
    assert.equal(environment({ HOST: "0.0.0.0", PORT: "8080" }).origin, "http://localhost:8080")
    assert.equal(originOf("::1", 3000), "http://[::1]:3000")
  })

  it("drops the slash that ends an origin", () => {
    assert.equal(environment({ ORIGIN: "https://permanence.example/" }).origin, "https://permanence.example")
  })

  const malformed: [string, string][] = [
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["HOST", "http://x"],
    ["ORIGIN", "permanence.example"],
    ["ORIGIN", "https://permanence.example/chemin"],
    ["ORIGIN", "ftp://permanence.example"],
    ["DATABASE_URL", "mysql://a:b@c/d"],
    ["SMTP_URL", "smtp.example.com"],
    ["MAIL_FROM", "secretariat"],
    ["IMAP_URL", "pop3://a:b@c"],
    ["S3_URL", "https://server/bucket"],
    ["S3_URL", "https://key:secret@server/"],
    ["LOG_LEVEL", "loud"],
  ]
  for (const [name, value] of malformed) {
    it(`stops the start on ${name}=${value}, in French and in English`, () => {
      assert.match(refusedWith({ [name]: value }), new RegExp(`^${name} .*ne convient pas\u00a0: il faut `))
      assert.match(
        refusedWith({ [name]: value, LANG: "en_GB.UTF-8" }),
        new RegExp(`^${name} .*will not do: it must be `),
      )
    })
  }

  it("asks for a sender when there is a mail server", () => {
    assert.match(refusedWith({ SMTP_URL: "smtp://mail.example" }), /^MAIL_FROM manque/)
    const found = environment({ SMTP_URL: "smtp://mail.example", MAIL_FROM: "Section de Lisle <s@lisle.example>" })
    assert.equal(found.mailFrom, "Section de Lisle <s@lisle.example>")
  })

  it("names every variable that is wrong at once", () => {
    assert.equal(refusedWith({ PORT: "x", LOG_LEVEL: "y" }).split("\n").length, 2)
  })

  it("accepts a database on a socket", () => {
    const url = "postgres:///permanence?host=/run/postgresql"
    assert.equal(environment({ DATABASE_URL: url }).databaseUrl, url)
  })

  it("never shows a password, neither printed nor refused", () => {
    const found = environment({
      DATABASE_URL: "postgres://owner:hunter2@db/permanence",
      SMTP_URL: "smtps://me:hunter2@mail.example",
      MAIL_FROM: "me@mail.example",
      S3_URL: "https://AKIA:hunter2@s3.example/bucket",
      IMAP_URL: "imaps://me:hunter2@mail.example",
    })
    assert.equal(found.databaseUrl, "postgres://owner:hunter2@db/permanence")
    assert.doesNotMatch(inspect(found) + JSON.stringify(found) + inspect({ found }), /hunter2/)
    for (const name of ["DATABASE_URL", "SMTP_URL", "S3_URL", "IMAP_URL", "ORIGIN"]) {
      assert.doesNotMatch(refusedWith({ [name]: "wrong://me:hunter2@host/x" }), /hunter2/)
    }
  })
})
