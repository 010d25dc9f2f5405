import assert from "node:assert/strict"
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { inspect } from "node:util"
import { blindIndex, decryptField, encryptField, openSecret, SecretProblem, sign, verify } from "./secret.ts"

const folder = mkdtempSync(join(tmpdir(), "secret-"))
after(() => rmSync(folder, { recursive: true }))
const secret = openSecret(join(folder, "deeper", "secret"))
const other = openSecret(join(folder, "other"))
const [lisle, ouest] = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"]
const now = Temporal.Instant.from("2026-03-14T19:30:00Z")

describe("the secret file", () => {
  it("is made at the first start, for its owner alone, and is the same at the second", () => {
    const path = join(folder, "deeper", "secret")
    assert.equal(statSync(path).mode & 0o777, 0o600)
    assert.ok(openSecret(path).key.equals(secret.key))
    assert.ok(!secret.key.equals(other.key))
    assert.deepEqual(readdirSync(join(folder, "deeper")), ["secret"])
  })

  it("is refused with a sentence when others can read it", () => {
    const path = join(folder, "open")
    openSecret(path)
    chmodSync(path, 0o604)
    assert.throws(
      () => openSecret(path),
      (problem: Error) => problem instanceof SecretProblem && /chmod 600/.test(problem.message),
    )
    assert.throws(() => openSecret(path, "en"), /Others than Permanence can read/)
  })

  it("is refused with a sentence when it is damaged, and is left as it is", () => {
    const path = join(folder, "damaged")
    writeFileSync(path, "permanence-secret-v1 abc", { mode: 0o600 })
    assert.throws(() => openSecret(path), /est abîmé/)
    assert.equal(readFileSync(path, "utf8"), "permanence-secret-v1 abc")
  })

  it("does not show its key when printed", () => {
    const text = readFileSync(join(folder, "other"), "utf8").split(" ")[1]!.trim()
    const shown = inspect(other, { depth: 9, showHidden: true }) + JSON.stringify(other)
    assert.ok(!shown.includes(text) && !shown.includes(Buffer.from(text, "base64url").toString("hex")))
  })
})

describe("an encrypted field", () => {
  const place = "staff_notes:body:42"
  const encrypted = encryptField(secret, lisle, place, "Été à L’Isle 🌿")

  it("opens in its place", () => {
    assert.equal(decryptField(secret, lisle, place, encrypted), "Été à L’Isle 🌿")
    assert.equal(decryptField(secret, lisle, place, encryptField(secret, lisle, place, "")), "")
  })

  it("never looks the same twice", () => {
    assert.notEqual(encryptField(secret, lisle, place, "a"), encryptField(secret, lisle, place, "a"))
  })

  it("does not open in another row, another organisation, or with another secret", () => {
    assert.throws(() => decryptField(secret, lisle, "staff_notes:body:43", encrypted), /does not open/)
    assert.throws(() => decryptField(secret, ouest, place, encrypted), /does not open/)
    assert.throws(() => decryptField(other, lisle, place, encrypted), /does not open/)
  })

  it("does not open when one bit of it was changed, or its end was cut", () => {
    const body = Buffer.from(encrypted.slice(3), "base64url")
    for (let index = 0; index < body.length; index++) {
      const changed = Buffer.from(body)
      changed[index]! ^= 1
      assert.throws(() => decryptField(secret, lisle, place, `v1.${changed.toString("base64url")}`), /does not open/)
    }
    assert.throws(() => decryptField(secret, lisle, place, `v1.${body.subarray(0, -4).toString("base64url")}`))
    assert.throws(() => decryptField(secret, lisle, place, "v1."), /not an encrypted field/)
    assert.throws(() => decryptField(secret, lisle, place, encrypted.replace("v1", "v2")), /not an encrypted field/)
  })
})

describe("a blind index", () => {
  const index = blindIndex(secret, lisle, "people:iban", "BE68539007547034")

  it("is equal for equal texts only, within one column of one organisation", () => {
    assert.equal(index, blindIndex(secret, lisle, "people:iban", "BE68539007547034"))
    assert.notEqual(index, blindIndex(secret, lisle, "people:iban", "BE68539007547035"))
    assert.notEqual(index, blindIndex(secret, lisle, "people:national", "BE68539007547034"))
    assert.notEqual(index, blindIndex(secret, ouest, "people:iban", "BE68539007547034"))
    assert.notEqual(index, blindIndex(other, lisle, "people:iban", "BE68539007547034"))
  })
})

describe("a signed token", () => {
  const later = now.add({ hours: 24 })
  const token = sign(secret, "meetings.answer", { person: "é1" }, later)

  it("gives its claims back until it expires, not at that moment", () => {
    assert.deepEqual(verify(secret, "meetings.answer", token, now), { valid: true, claims: { person: "é1" } })
    assert.equal(verify(secret, "meetings.answer", token, later.subtract({ milliseconds: 1 })).valid, true)
    assert.deepEqual(verify(secret, "meetings.answer", token, later), { valid: false, reason: "expired" })
  })

  it("may have no end", () => {
    const feed = sign(secret, "calendar.feed", { person: "1" }, null)
    assert.equal(verify(secret, "calendar.feed", feed, now.add({ hours: 876_000 })).valid, true)
  })

  it("fits in an address", () => assert.match(token, /^[A-Za-z0-9._-]+$/))

  it("is worth nothing for another purpose or another installation", () => {
    assert.deepEqual(verify(secret, "calendar.feed", token, now), { valid: false, reason: "forged" })
    assert.deepEqual(verify(other, "meetings.answer", token, now), { valid: false, reason: "forged" })
  })

  it("is refused when its claims or its end were changed", () => {
    const [version, until, claims, mac] = token.split(".")
    const forged = Buffer.from('{"person":"2"}').toString("base64url")
    for (const changed of [
      `${version}.${until}.${forged}.${mac}`,
      `${version}.${Number(until) + 1}.${claims}.${mac}`,
    ]) {
      assert.deepEqual(verify(secret, "meetings.answer", changed, now), { valid: false, reason: "forged" })
    }
  })

  for (const text of ["", "v1", "v1.1.e30", "v2.1.e30.aaaa", `${"v1.1.e30."}${"é".repeat(43)}`]) {
    it(`is malformed as ${JSON.stringify(text)}`, () => {
      assert.deepEqual(verify(secret, "meetings.answer", text, now), { valid: false, reason: "malformed" })
    })
  }
})
