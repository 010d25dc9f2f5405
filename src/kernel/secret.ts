import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto"
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs"
import { dirname } from "node:path"
import type { Language } from "./environment.ts"

/**
 * The key of the installation, kept in a file outside the database and its backups. Printing one shows nothing of it.
 * Every use has its own key derived from it, so that a token can never be taken for a field or an index.
 */
export type Secret = { readonly key: KeyObject }

declare module "./equipment.ts" {
  interface Equipment {
    secret: Secret
  }
}

/** Thrown when the start must stop: `message` is a sentence ready to be printed. */
export class SecretProblem extends Error {
  override readonly name = "SecretProblem"
}

/** Opens the secret file, or makes it (mode 0600) when it is not there. Refuses one that others can read, or that is damaged. */
export function openSecret(path: string, language: Language = "fr"): Secret {
  if (!statSync(path, { throwIfNoEntry: false })) createSecretFile(path)
  // Readable by its group is left to the operator: containers mount secrets so. Windows has no such rights.
  if (process.platform !== "win32" && (statSync(path).mode & 0o027) !== 0)
    throw new SecretProblem(tooOpen(path)[language])
  const [, text] = readFileSync(path, "utf8").match(/^permanence-secret-v1 ([A-Za-z0-9_-]{43})\s*$/) ?? []
  if (!text) throw new SecretProblem(damaged(path)[language])
  return { key: createSecretKey(text, "base64url") }
}

/**
 * Encrypts one field for one place. `place` is "table:column:id": the text cannot be moved to another row, another column
 * or another organisation, it does not decrypt there. AES-256-GCM; "v1." then base64url of nonce, text, tag.
 */
export function encryptField(secret: Secret, organisation: string, place: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", derived(secret, "field", organisation), nonce)
  cipher.setAAD(Buffer.from(`${organisation}\n${place}`))
  const body = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
  return `v1.${body.toString("base64url")}`
}

/** The text again. Throws (a bug, or a database somebody touched) when it is not of this place or was changed. */
export function decryptField(secret: Secret, organisation: string, place: string, encrypted: string): string {
  const [, text] = encrypted.match(/^v1\.([A-Za-z0-9_-]+)$/) ?? []
  const body = Buffer.from(text ?? "", "base64url")
  if (body.length < 28) throw new Error(`not an encrypted field: ${place}`)
  const decipher = createDecipheriv("aes-256-gcm", derived(secret, "field", organisation), body.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(`${organisation}\n${place}`))
  decipher.setAuthTag(body.subarray(-16))
  try {
    return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString("utf8")
  } catch (cause) {
    throw new Error(`the encrypted field ${place} does not open with this secret`, { cause })
  }
}

/** The key of an organisation's sealed files: see file/sealed-file.ts. */
export const fileKey = (secret: Secret, organisation: string): KeyObject => derived(secret, "file", organisation)

/**
 * A value to look an encrypted field up by: equal texts give equal indexes within one organisation and one `column`
 * ("table:column"), and nothing else can be read from it. The caller normalises (spaces, case) beforehand.
 */
export function blindIndex(secret: Secret, organisation: string, column: string, text: string): string {
  return hmac(derived(secret, "index", organisation), `${column}\n${text}`).toString("base64url")
}

/**
 * A token to send by mail or to put in an address. `purpose` ("meetings.answer") says what it is good for; `claims` is
 * readable by whoever holds it, so ids only. `expires` null never ends by itself: such a token needs a row to revoke.
 */
export function sign(secret: Secret, purpose: string, claims: object, expires: Temporal.Instant | null): string {
  const until = expires === null ? "-" : String(expires.epochMilliseconds)
  const body = `v1.${until}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`
  return `${body}.${hmac(derived(secret, "token", purpose), body).toString("base64url")}`
}

/** What `sign` was given, as unknown: parse it. "forged" covers a token of another purpose or another installation. */
export function verify(secret: Secret, purpose: string, token: string, now: Temporal.Instant): Verified {
  const [, body, until, claims, mac] = token.match(tokenForm) ?? []
  if (!body || !until || !claims || !mac) return { valid: false, reason: "malformed" }
  const expected = hmac(derived(secret, "token", purpose), body)
  const given = Buffer.from(mac, "base64url")
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { valid: false, reason: "forged" }
  if (until !== "-" && now.epochMilliseconds >= Number(until)) return { valid: false, reason: "expired" }
  return { valid: true, claims: JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as unknown }
}

export type Verified = { valid: true; claims: unknown } | { valid: false; reason: "malformed" | "forged" | "expired" }

const tokenForm = /^(v1\.(-|\d{1,16})\.([A-Za-z0-9_-]+))\.([A-Za-z0-9_-]{43})$/

// Written aside and linked into place: two processes that start at once agree on one secret, and a crash leaves no half of one.
function createSecretFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString("hex")}`
  const file = openSync(draft, "wx", 0o600)
  writeSync(file, `permanence-secret-v1 ${randomBytes(32).toString("base64url")}\n`)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(draft, path)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem
  } finally {
    unlinkSync(draft)
  }
  if (process.platform === "win32") return
  const folder = openSync(dirname(path), "r")
  fsyncSync(folder)
  closeSync(folder)
}

const derivedKeys = new WeakMap<Secret, Map<string, KeyObject>>()

function derived(secret: Secret, use: "field" | "index" | "token" | "file", whose: string): KeyObject {
  const keys = derivedKeys.get(secret) ?? new Map<string, KeyObject>()
  derivedKeys.set(secret, keys)
  const name = `permanence v1 ${use} ${whose}`
  const known = keys.get(name)
  if (known) return known
  const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret.key, "", name, 32)))
  // Purposes and organisations are few; a flood of invented ones must not fill the memory.
  if (keys.size < 10_000) keys.set(name, key)
  return key
}

const hmac = (key: KeyObject, text: string) => createHmac("sha256", key).update(text).digest()

const tooOpen = (path: string): Record<Language, string> => ({
  fr: `Le fichier secret ${path} est lisible par d’autres que Permanence\u00a0: retirez leurs droits (chmod 600 ${path}), puis relancez.`,
  en: `Others than Permanence can read the secret file ${path}: take their rights away (chmod 600 ${path}), then start again.`,
})

const damaged = (path: string): Record<Language, string> => ({
  fr: `Le fichier secret ${path} est abîmé\u00a0: remettez celui que vous avez gardé. Sans lui, ce qui est chiffré ne se lit plus.`,
  en: `The secret file ${path} is damaged: put back the one you kept. Without it, what is encrypted can no longer be read.`,
})
