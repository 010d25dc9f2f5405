import { refuse } from "../refusal.ts"

/** Bytes of their own memory, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** As text (base64url). Written here: the browsers of phones learnt `toBase64` too lately to count on it. */
export const asText = (bytes: Uint8Array): string => {
  let text = ""
  for (let from = 0; from < bytes.length; from += 3) {
    const three = (bytes[from]! << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
    const letters = Math.min(3, bytes.length - from) + 1
    for (let letter = 0; letter < letters; letter++) text += alphabet[(three >>> (18 - 6 * letter)) & 63]
  }
  return text
}

/** The bytes of such a text, or null. The same bytes have one text only, or one ciphertext could be sent again as another. */
export const asBytes = (text: string): Bytes | null => {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = alphabet.indexOf(letter)
    if (value === -1) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) bytes[at++] = (held >>> (bits -= 8)) & 255
  }
  return bits < 6 && (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

export const joined = (...parts: Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** SHA-256 of what some words are, which words end where being part of it. */
export const fingerprint = async (words: readonly string[]): Promise<Bytes> =>
  new Uint8Array(await cryptography().subtle.digest("SHA-256", told(words)))

/** Words as bytes, so that no two lists of words give the same. */
export const told = (words: readonly string[]): Bytes => new TextEncoder().encode(JSON.stringify(words))

/** A browser gives its cryptography only to pages that came encrypted: on others whoever carries the page can change it as well. */
export const cryptography = (): Crypto =>
  globalThis.crypto?.subtle ? globalThis.crypto : refuse("sealed.page_not_encrypted")

export const randomBytes = (length: number): Bytes => cryptography().getRandomValues(new Uint8Array(length))

// Without the letters that are read as others; small letters and the look-alikes are understood.
const legible = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** To print, read aloud, type or draw as a square: groups of four capitals and figures. */
export const asGroups = (bytes: Uint8Array): string => {
  let bits = 0
  let held = 0
  let text = ""
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) text += legible[(held >>> (bits -= 5)) & 31]
  }
  if (bits > 0) text += legible[(held << (5 - bits)) & 31]
  return text.replaceAll(/(.{4})(?=.)/g, "$1-")
}

/** The bytes of what was printed so, or null. */
export const fromGroups = (text: string): Bytes | null => {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s–—-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of letters) {
    const value = legible.indexOf(letter)
    if (value === -1) return null
    held = ((held << 5) | value) & 0xffff
    bits += 5
    if (bits >= 8) bytes[at++] = (held >>> (bits -= 8)) & 255
  }
  return bytes
}
