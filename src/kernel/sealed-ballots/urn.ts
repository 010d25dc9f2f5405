import { split } from "shamir-secret-sharing"
import { refuse } from "../refusal.ts"
import { asGroups, asText, type Bytes, fingerprint, randomBytes, told } from "./bytes.ts"
import { enclose, keyOf } from "./envelope.ts"

const MOST_TELLERS = 20
const SECRET = 32

/**
 * An urn as everybody may see it: the key that votes are sealed to, and each teller's share of its secret, in an envelope that
 * only the teller opens. `mark` is the fingerprint of the share in it; `probe` is there to rehearse.
 */
export type Urn = { ballot: string; key: string; needed: number; tellers: Teller[]; probe: string }
export type Teller = { teller: string; key: string; share: string; mark: string }

/**
 * Makes the key of an urn, in the browser of one of the tellers: it holds the whole secret for that moment, and keeps nothing.
 * `key` of each teller comes from `makeKeys` in theirs.
 */
export const makeUrn = async ({ ballot, tellers, needed }: Asked): Promise<Urn> => {
  // With one share anybody who holds it could look into the urn alone, before the close.
  if (needed < 2 || needed > tellers.length || tellers.length > MOST_TELLERS || !Number.isInteger(needed))
    refuse("sealed.needed", { needed, tellers: tellers.length, most: MOST_TELLERS })
  for (const name of ["teller", "key"] as const)
    if (new Set(tellers.map((one) => one[name])).size < tellers.length) refuse("sealed.teller_twice")

  const secret = randomBytes(SECRET)
  const key = await keyOf(secret)
  const shares = (await split(secret, tellers.length, needed)).map((share) => new Uint8Array(share))
  secret.fill(0)
  const given = tellers.map(async (one, at) => ({
    teller: one.teller,
    key: one.key,
    share: asText(await enclose(one.key, aboutShare(ballot, key, one.teller), shares[at]!)),
    mark: await markOf(ballot, shares[at]!),
  }))
  const probe = enclose(key, aboutProbe(ballot), told([ballot]))
  return { ballot, key, needed, tellers: await Promise.all(given), probe: asText(await probe) }
}
type Asked = { ballot: string; tellers: { teller: string; key: string }[]; needed: number }

/**
 * Sixteen capitals and figures to compare aloud, of a key or of a whole urn: whoever holds the server could put another key in
 * the place of theirs, and it would be seen here.
 */
export const spoken = async (of: string | Urn): Promise<string> => {
  const words = typeof of === "string" ? ["key", of] : ["urn", of.ballot, of.key, `${of.needed}`, of.probe]
  const tellers = typeof of === "string" ? [] : of.tellers.flatMap((one) => [one.teller, one.key, one.share, one.mark])
  return asGroups((await fingerprint([...words, ...tellers])).slice(0, 10))
}

/** The fingerprint of a share: says whether one is right, and nothing of what it is. */
export const markOf = async (ballot: string, share: Bytes): Promise<string> =>
  asText(await fingerprint(["mark", ballot, asText(share)]))

const scheme = "permanence sealed ballots 1"
export const aboutShare = (ballot: string, urn: string, teller: string) => [scheme, "share", ballot, urn, teller]
export const aboutPassing = (ballot: string, urn: string, to: string) => [scheme, "passed", ballot, urn, to]
export const aboutProbe = (ballot: string) => [scheme, "probe", ballot]
export const aboutVote = (ballot: string, question: string) => [scheme, "vote", ballot, question]
