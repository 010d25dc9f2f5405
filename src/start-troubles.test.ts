import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { MailTrouble } from "./kernel/mail/trouble.ts"
import { RefusedStart } from "./kernel/postgres/refused-start.ts"
import { sayOfRelay } from "./relay-at-start.ts"
import { startTrouble } from "./start-troubles.ts"

const settings = { host: "localhost", port: 3000, dataDir: "/srv/permanence/data" }
const said = (facts: object, language = "fr_FR") =>
  startTrouble(Object.assign(new Error("raw words"), facts), { LANG: language }, settings)

describe("what stops a start", () => {
  it("is said in the language of the terminal", () => {
    assert.match(said({ code: "EADDRINUSE", syscall: "listen", port: 3000 })!, /^Le port 3000 est déjà pris/)
    assert.match(said({ code: "EADDRINUSE", syscall: "listen", port: 3000 }, "en_GB")!, /^Port 3000 is taken/)
  })

  it("is a full disk, whoever noticed it: the database, a file of ours, or initdb", () => {
    const sentence = /Le disque est plein, là où est \/srv\/permanence\/data/
    for (const facts of [{ code: "ENOSPC" }, { code: "53100" }]) assert.match(said(facts)!, sentence)
    const initdb = new RefusedStart("not_created", { said: "initdb: could not write: No space left on device" })
    assert.match(startTrouble(initdb, {}, settings)!, sentence)
  })

  it("is left as it is when it is a bug of ours", () => {
    assert.equal(said({ code: "EACCES" }), undefined)
    assert.equal(startTrouble(new TypeError("x is not a function"), {}, settings), undefined)
  })
})

describe("the mail server at the start", () => {
  const heard = async (trouble: MailTrouble | undefined, smtpUrl: string | undefined) => {
    const lines: string[] = []
    await sayOfRelay({ trouble: async () => trouble }, { smtpUrl, language: "fr" }, (line) => lines.push(line))
    return lines.join("")
  }

  it("is passed over in silence when it answers", async () => {
    assert.equal(await heard(undefined, "smtp://mail.example"), "")
  })

  it("is named with its own words when it refuses us", async () => {
    assert.match(
      await heard({ kind: "password", said: "535 wrong password" }, "smtp://mail.example"),
      /SMTP_URL ne répond pas .*535 wrong password/,
    )
  })

  it("is said to be missing when it is not given", async () => {
    assert.match(await heard(undefined, undefined), /les courriels ne partent pas/)
  })
})
