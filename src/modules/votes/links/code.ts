import { hash } from "node:crypto"
import { asGroups } from "../../../kernel/sealed-ballots/bytes.ts"
import { type Secret, sign } from "../../../kernel/secret.ts"

const PURPOSE = "votes.code"
/** Eighty bits, as sixteen letters and figures to type. */
const BYTES = 10

/**
 * The code of a link, for whoever writes its letter or prints its sheet. It is kept nowhere: made from the number of the link with
 * the key of the installation, it is the same when a letter is tried again after a fault.
 */
export const codeOf = (secret: Secret, { organisation, linkId }: { organisation: string; linkId: string }): string => {
  const mac = sign(secret, PURPOSE, { o: organisation, l: linkId }, null).split(".").at(-1)!
  return asGroups(Buffer.from(mac, "base64url").subarray(0, BYTES))
}

/** What is kept of a code, however it was typed: small letters, without hyphens, an O for a zero. Undefined: it is none. */
export const hashOfCode = (typed: string): Buffer | undefined => {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s–—-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? hash("sha256", letters, "buffer") : undefined
}

/** The page it opens. */
export const addressOf = (origin: string, code: string): string => `${origin}/v/${code}`
