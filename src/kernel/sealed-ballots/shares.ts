import { combine } from "shamir-secret-sharing"
import { refuse } from "../refusal.ts"
import { asBytes, asGroups, asText, type Bytes, fingerprint, fromGroups, joined, told } from "./bytes.ts"
import { enclose, keyOf, opener } from "./envelope.ts"
import { aboutPaper, aboutPassing, aboutProbe, aboutShare, markOf, paperSecret, trialOf, type Urn } from "./urn.ts"

const SHARE = 33
const CHECK = 2

/** A teller's own share, out of its envelope, in their browser. */
export const takeShare = async (urn: Urn, teller: string, secret: string): Promise<string> => {
  const own = urn.tellers.find((one) => one.teller === teller) ?? refuse("sealed.no_teller")
  const share = await opened(secret, aboutShare(urn.ballot, urn.key, teller), own.share)
  if (!share) refuse("sealed.key_lost")
  if ((await markOf(urn.ballot, share!)) !== own.mark) refuse("sealed.wrong_share")
  return asText(share!)
}

/** A share to keep on paper, in words of four letters and figures that can also be drawn as a square. */
export const onPaper = async (share: string): Promise<string> => {
  const bytes = asBytes(share) ?? refuse("sealed.wrong_share")
  return asGroups(joined(bytes, await checkOf(bytes)))
}

/** The share of a paper, typed or scanned, with whose it is. */
export const fromPaper = async (urn: Urn, text: string): Promise<{ teller: string; share: string }> => {
  const bytes = fromGroups(text)
  if (bytes?.length !== SHARE + CHECK) return refuse("sealed.paper_length", { words: ((SHARE + CHECK) * 2) / 5 })
  const share = bytes.slice(0, SHARE)
  const check = await checkOf(share)
  if (!check.every((byte, at) => byte === bytes[SHARE + at])) refuse("sealed.paper_mistyped")
  const teller = (await tellerOf(urn, share)) ?? refuse("sealed.paper_of_another")
  return { teller, share: asText(share) }
}

/** The share of the trial that the paper of a share gives, with whose it is: the share on the paper goes no further than this device. */
export const trialFromPaper = async (urn: Urn, text: string): Promise<{ teller: string; share: string }> => {
  const { teller, share: real } = await fromPaper(urn, text)
  const trial = trialOf(urn)
  const secret = asText(await paperSecret(urn.ballot, asBytes(real)!))
  const sealed = urn.trial!.tellers[urn.tellers.findIndex((one) => one.teller === teller)]?.paper ?? ""
  const share = await opened(secret, aboutPaper(urn.ballot, trial.key, teller), sealed)
  if (!share || (await tellerOf(trial, share)) !== teller) refuse("sealed.wrong_trial")
  return { teller, share: asText(share!) }
}

/** A share for the teller who opens the urn, to the key they made for this. Compare that key aloud first (`spoken`). */
export const passShare = async (urn: Urn, share: string, to: string): Promise<string> => {
  const bytes = asBytes(share)
  if (!bytes || !(await tellerOf(urn, bytes))) refuse("sealed.wrong_share")
  return asText(await enclose(to, aboutPassing(urn.ballot, urn.key, to), bytes!))
}

/** A share that came from another teller, with whose it is; wrong ones are refused at once, not at the opening. */
export const receiveShare = async (
  urn: Urn,
  passed: string,
  secret: string,
): Promise<{ teller: string; share: string }> => {
  const to = await keyOf(asBytes(secret) ?? refuse("sealed.key_lost"))
  const share =
    (await opened(secret, aboutPassing(urn.ballot, urn.key, to), passed)) ?? refuse("sealed.not_passed_here")
  const teller = (await tellerOf(urn, share)) ?? refuse("sealed.wrong_share")
  return { teller, share: asText(share) }
}

/** Proves, before anybody votes, that these shares open the urn: they open the probe. Nothing is kept. */
export const rehearse = async (urn: Urn, shares: readonly string[]): Promise<{ tellers: string[] }> => {
  const secret = await recombine(urn, shares)
  const probe = await opened(asText(secret), aboutProbe(urn.ballot), urn.probe)
  secret.fill(0)
  if (!probe || asText(probe) !== asText(told([urn.ballot]))) refuse("sealed.wrong_urn")
  const tellers = shares.map((share) => tellerOf(urn, asBytes(share)!))
  return { tellers: (await Promise.all(tellers)).map((teller) => teller!) }
}

/** The secret of an urn from enough shares. Whoever runs this holds it: as long as they do not throw it away. */
export const recombine = async (urn: Urn, shares: readonly string[]): Promise<Bytes> => {
  const different = [...new Set(shares)]
  const bytes: Bytes[] = []
  for (const share of different) {
    const one = asBytes(share)
    // Interpolation takes any bytes and gives some: a wrong share is known by its mark alone.
    if (!one || !(await tellerOf(urn, one))) refuse("sealed.wrong_share")
    bytes.push(one!)
  }
  if (bytes.length < urn.needed) refuse("sealed.too_few_shares", { given: bytes.length, needed: urn.needed })
  const secret = new Uint8Array(await combine(bytes))
  if ((await keyOf(secret)) !== urn.key) refuse("sealed.wrong_urn")
  return secret
}

const opened = async (secret: string, about: readonly string[], envelope: string): Promise<Bytes | null> => {
  const own = asBytes(secret)
  const bytes = asBytes(envelope)
  return own?.length === 32 && bytes ? (await opener(own, about))(bytes) : null
}

const tellerOf = async (urn: Urn, share: Bytes): Promise<string | undefined> => {
  const mark = await markOf(urn.ballot, share)
  return urn.tellers.find((one) => one.mark === mark)?.teller
}

const checkOf = async (share: Bytes): Promise<Bytes> => (await fingerprint(["paper", asText(share)])).slice(0, CHECK)
