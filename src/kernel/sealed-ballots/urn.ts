import { combine, split } from "shamir-secret-sharing"
import { refuse } from "../refusal.ts"
import { asGroups, asText, type Bytes, fingerprint, randomBytes, told } from "./bytes.ts"
import { enclose, keyOf } from "./envelope.ts"

const MOST_TELLERS = 20
const SECRET = 32

/**
 * An urn as everybody may see it: the key that votes are sealed to, and each teller's share of its secret, in an envelope that
 * only the teller opens. `mark` is the fingerprint of the share in it; `probe` is there to prove that shares open it. An urn of
 * before there were trials has none.
 */
export type Urn = { ballot: string; key: string; needed: number; tellers: Teller[]; probe: string; trial?: Trial }
export type Teller = { teller: string; key: string; share: string; mark: string }

/**
 * A key of its own, shared among the same tellers in their order, to rehearse the opening with before anybody votes: it opens
 * nothing that is voted. `paper`: a teller’s share of it once more, for whoever has their share of the urn itself on paper.
 */
export type Trial = { key: string; probe: string; tellers: { share: string; mark: string; paper: string }[] }

/**
 * Makes the key of an urn, in the browser of one of the tellers: it holds the whole secret for that moment, and keeps nothing.
 * `key` of each teller comes from `makeKeys` in theirs.
 */
export const makeUrn = async ({ ballot, tellers, needed }: Asked): Promise<Urn & { trial: Trial }> => {
  // With one share anybody who holds it could look into the urn alone, before the close.
  if (needed < 2 || needed > tellers.length || tellers.length > MOST_TELLERS || !Number.isInteger(needed))
    refuse("sealed.needed", { needed, tellers: tellers.length, most: MOST_TELLERS })
  // A server that had an urn made under the name of a trial would be given its key at the rehearsal.
  if (ballot.startsWith(trialName(""))) refuse("sealed.wrong_trial")
  for (const name of ["teller", "key"] as const)
    if (new Set(tellers.map((one) => one[name])).size < tellers.length) refuse("sealed.teller_twice")

  const real = await shared({ ballot, tellers, needed })
  const trial = await shared({ ballot: trialName(ballot), tellers, needed })
  const papers = tellers.map(async ({ teller }, at) => {
    const key = await keyOf(await paperSecret(ballot, real.shares[at]!))
    return asText(await enclose(key, aboutPaper(ballot, trial.key, teller), trial.shares[at]!))
  })
  const made = await Promise.all(papers)
  return {
    ballot,
    key: real.key,
    needed,
    tellers: real.tellers,
    probe: real.probe,
    trial: {
      key: trial.key,
      probe: trial.probe,
      tellers: trial.tellers.map(({ share, mark }, at) => ({ share, mark, paper: made[at]! })),
    },
  }
}
type Asked = { ballot: string; tellers: { teller: string; key: string }[]; needed: number }

/** A key with its shares, each in an envelope for its teller. */
const shared = async ({ ballot, tellers, needed }: Asked) => {
  const secret = randomBytes(SECRET)
  const key = await keyOf(secret)
  const shares = (await split(secret, tellers.length, needed)).map((share) => new Uint8Array(share))
  secret.fill(0)
  // The last moment at which it costs nothing to find that they do not go together.
  for (const some of [shares.slice(0, needed), shares.slice(-needed)])
    if ((await keyOf(new Uint8Array(await combine(some)))) !== key) refuse("sealed.wrong_urn")
  const given = tellers.map(async (one, at) => ({
    teller: one.teller,
    key: one.key,
    share: asText(await enclose(one.key, aboutShare(ballot, key, one.teller), shares[at]!)),
    mark: await markOf(ballot, shares[at]!),
  }))
  const theirs = await Promise.all(given)
  const probe = asText(await enclose(key, aboutProbe(ballot), told([ballot])))
  return { key, shares, probe, tellers: theirs }
}

/** The trial as an urn, with which everything is done as with the urn itself; its name is no ballot’s, so nothing of one opens in the other. */
export const trialOf = ({ ballot, needed, tellers, trial }: Urn): Urn => {
  const { key, probe, tellers: theirs } = trial ?? refuse("sealed.no_trial")
  const named = tellers.map((one, at) => ({
    teller: one.teller,
    key: one.key,
    share: theirs[at]?.share ?? "",
    mark: theirs[at]?.mark ?? "",
  }))
  return { ballot: trialName(ballot), key, needed, tellers: named, probe }
}
const trialName = (ballot: string) => `trial ${ballot}`

/** What a share on paper opens of the trial: made from the share and saying nothing of it. */
export const paperSecret = (ballot: string, share: Bytes): Promise<Bytes> =>
  fingerprint([scheme, "trial by paper", ballot, asText(share)])

/**
 * Sixteen capitals and figures to compare aloud, of a key or of a whole urn: whoever holds the server could put another key in
 * the place of theirs, and it would be seen here.
 */
export const spoken = async (of: string | Urn): Promise<string> => {
  const words = typeof of === "string" ? ["key", of] : ["urn", of.ballot, of.key, `${of.needed}`, of.probe]
  const tellers = typeof of === "string" ? [] : of.tellers.flatMap((one) => [one.teller, one.key, one.share, one.mark])
  const trial = typeof of === "string" || !of.trial ? [] : ["trial", ...wordsOf(of.trial)]
  return asGroups((await fingerprint([...words, ...tellers, ...trial])).slice(0, 10))
}

const wordsOf = ({ key, probe, tellers }: Trial) => [
  key,
  probe,
  ...tellers.flatMap(({ share, mark, paper }) => [share, mark, paper]),
]

/** The fingerprint of a share: says whether one is right, and nothing of what it is. */
export const markOf = async (ballot: string, share: Bytes): Promise<string> =>
  asText(await fingerprint(["mark", ballot, asText(share)]))

const scheme = "permanence sealed ballots 1"
export const aboutShare = (ballot: string, urn: string, teller: string) => [scheme, "share", ballot, urn, teller]
export const aboutPassing = (ballot: string, urn: string, to: string) => [scheme, "passed", ballot, urn, to]
export const aboutPaper = (ballot: string, trial: string, teller: string) => [scheme, "paper", ballot, trial, teller]
export const aboutProbe = (ballot: string) => [scheme, "probe", ballot]
export const aboutVote = (ballot: string, question: string) => [scheme, "vote", ballot, question]
