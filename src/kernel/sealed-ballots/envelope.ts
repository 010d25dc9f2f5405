import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { refuse } from "../refusal.ts"
import { asBytes, asText, type Bytes, cryptography, joined, randomBytes, told } from "./bytes.ts"

// HPKE (RFC 9180): X25519, HKDF-SHA256, AES-256-GCM. A fresh key for each message; what it is about (`info`) is part of the key, so
// what was made for something else does not open.

const KEY = 32
const TAG = 16
/** What an envelope adds to what is in it. */
export const ENVELOPE = KEY + TAG

/** The two halves of somebody's key, as text. `secret` stays where it was made. */
export type Keys = { key: string; secret: string }

/** A key of a teller's own, made in their browser: shares travel to it. */
export const makeKeys = async (): Promise<Keys> => {
  const secret = randomBytes(KEY)
  return { key: await keyOf(secret), secret: asText(secret) }
}

/** The public half of what a secret makes. */
export const keyOf = async (secret: Bytes): Promise<string> => {
  const { kem } = await suite()
  const { publicKey } = await kem.deriveKeyPair(secret)
  return asText(new Uint8Array(await kem.serializePublicKey(publicKey)))
}

/** Puts bytes into an envelope that only the holder of the key opens, and only knowing what it is about. */
export const enclose = async (key: string, about: readonly string[], content: Bytes): Promise<Bytes> => {
  const hpke = await suite()
  const bytes = asBytes(key)
  const recipientPublicKey =
    bytes?.length === KEY ? await hpke.kem.deserializePublicKey(bytes) : refuse("sealed.not_a_key")
  const sealing = hpke.seal({ recipientPublicKey, info: told(about) }, content)
  // Of all points that are none the curve says so only when they are used.
  const { enc, ct } = await sealing.catch(() => refuse("sealed.not_a_key"))
  return joined(new Uint8Array(enc), new Uint8Array(ct))
}

/** Opens envelopes with a secret; null is what does not open: altered, cut, for another key, or about something else. */
export const opener = async (
  secret: Bytes,
  about: readonly string[],
): Promise<(envelope: Bytes) => Promise<Bytes | null>> => {
  const hpke = await suite()
  const recipientKey = await hpke.kem.deriveKeyPair(secret)
  const info = told(about)
  return async (envelope) => {
    if (envelope.length < ENVELOPE) return null
    const opening = hpke.open({ recipientKey, enc: envelope.slice(0, KEY), info }, envelope.slice(KEY))
    return opening.then((content) => new Uint8Array(content)).catch(() => null)
  }
}

let made: Promise<CipherSuite> | undefined
const suite = (): Promise<CipherSuite> => (made ??= makeSuite())

/** Browsers of before 2025 know no X25519: the same in plain script then, fetched by them alone. The envelopes are the same. */
const makeSuite = async (): Promise<CipherSuite> => {
  const known = await cryptography()
    .subtle.generateKey({ name: "X25519" }, false, ["deriveBits"])
    .then(() => true)
    .catch(() => false)
  const Kem = known ? DhkemX25519HkdfSha256 : (await import("@hpke/dhkem-x25519")).DhkemX25519HkdfSha256
  return new CipherSuite({ kem: new Kem(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}
