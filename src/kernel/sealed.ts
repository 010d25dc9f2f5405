import { decryptField, encryptField, type Secret } from "./secret.ts"

// What rests encrypted in the database: kind, organisation, then what `encryptField` made. Never taken from outside: see `asWritten`.
const MARK = "permanence-sealed."
const form = /^permanence-sealed\.(text|doc)\.([0-9a-f-]{36})\.(v1\.[\w-]+)$/

/** A value that the connection may write with the mark. Empty: the mark alone, to compare with. */
export class Sealed {
  readonly token: string

  constructor(rest: string) {
    this.token = MARK + rest
  }
}

/** Encrypted for its organisation. Which row it lies in is not part of it: whoever can move rows can give themselves rights. */
export const sealed = (secret: Secret, organisation: string, kind: "text" | "doc", words: string): Sealed =>
  new Sealed(`${kind}.${organisation}.${encryptField(secret, organisation, kind, words)}`)

/** A parameter as it is sent. What people write never carries the mark: they could have us open what they copied from a backup. */
export const asWritten = (value: unknown): unknown => {
  if (value instanceof Sealed) return value.token
  if (typeof value === "string") return value.includes(MARK) ? value.replaceAll(MARK, "permanence-sealed ") : value
  return value
}

/** Readers of the types `text` and `jsonb`: what is sealed comes out open, however deep it lies in an aggregate. */
export const opening = (secret: Secret) => {
  const open = (text: string): unknown => {
    const [, kind, organisation, encrypted] = form.exec(text) ?? []
    if (!kind || !organisation || !encrypted) return text
    const words = decryptField(secret, organisation, kind, encrypted)
    return kind === "doc" ? (JSON.parse(words) as unknown) : words
  }
  return {
    text: (text: string): unknown => (text.startsWith(MARK) ? open(text) : text),
    json: (text: string): unknown =>
      text.includes(MARK)
        ? JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? open(value) : value))
        : (JSON.parse(text) as unknown),
  }
}
