import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import { combine } from "shamir-secret-sharing"
import { Refusal } from "../refusal.ts"
import { asBytes, asText, type Bytes } from "./bytes.ts"
import { enclose, keyOf, type Keys, makeKeys, opener } from "./envelope.ts"
import { openUrn } from "./open-urn.ts"
import { fingerprintOf, type Question } from "./question.ts"
import { rehearseOpening } from "./rehearse.ts"
import { sealVote } from "./seal-vote.ts"
import { onPaper, passShare, receiveShare, recombine, rehearse, takeShare, trialFromPaper } from "./shares.ts"
import {
  aboutPaper,
  aboutPassing,
  aboutShare,
  aboutVote,
  makeUrn,
  paperSecret,
  spoken,
  trialOf,
  type Urn,
} from "./urn.ts"

const ballot = "0199-ballot"
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const names = ["ana", "bo", "cy"]

let keys: Keys[]
let urn: Urn
let real: string[]
let trial: string[]

/** An urn for the keys of the three, two of whom open it. */
const laid = () => makeUrn({ ballot, needed: 2, tellers: names.map((teller, at) => ({ teller, key: keys[at]!.key })) })

before(async () => {
  keys = await Promise.all(names.map(makeKeys))
  urn = await laid()
  real = await Promise.all(names.map((teller, at) => takeShare(urn, teller, keys[at]!.secret)))
  trial = await Promise.all(names.map((teller, at) => takeShare(trialOf(urn), teller, keys[at]!.secret)))
})

describe("a rehearsal", () => {
  it("opens test votes with shares from the devices, and with one from the paper of a device that is lost", async () => {
    const session = await makeKeys()
    const typed = await trialFromPaper(urn, (await onPaper(real[1]!)).toLowerCase())
    assert.deepEqual(typed, { teller: "bo", share: trial[1] })
    const passed = await passShare(trialOf(urn), typed.share, session.key)
    const came = await receiveShare(trialOf(urn), passed, session.secret)
    assert.deepEqual((await rehearseOpening(urn, [trial[0]!, came.share])).tellers, ["ana", "bo"])
    await assert.rejects(rehearseOpening(urn, [trial[0]!]), refused("sealed.too_few_shares"))
  })

  it("says of a paper what is wrong with it", async () => {
    const paper = await onPaper(real[0]!)
    await assert.rejects(trialFromPaper(urn, paper.slice(5)), refused("sealed.paper_length"))
    const other = await laid()
    await assert.rejects(trialFromPaper(other, paper), refused("sealed.paper_of_another"))
    // The paper of a trial share opens nothing: only the real one is kept.
    await assert.rejects(trialFromPaper(urn, await onPaper(trial[0]!)), refused("sealed.paper_of_another"))
    const { trial: _, ...old } = urn
    await assert.rejects(trialFromPaper(old, paper), refused("sealed.no_trial"))
  })

  it("is read aloud with the urn: another trial gives another code", async () => {
    const { trial: _, ...without } = urn
    const codes = await Promise.all([urn, without, { ...urn, trial: (await laid()).trial! }].map(spoken))
    assert.equal(new Set(codes).size, 3)
  })
})

describe("a server with all that passed at a rehearsal, and the browser that opened it", () => {
  const question: Question = {
    kind: "choice",
    words: "?",
    options: ["a", "b"],
    least: 1,
    most: 1,
    highest: 1,
    ties: false,
    blank: true,
  }
  /** Everything that anybody but the other tellers’ devices ever had: the trial whole, each share of it, the key of the session. */
  let held: { secret: Bytes; shares: Bytes[]; session: Keys }

  before(async () => {
    held = {
      secret: await recombine(trialOf(urn), trial),
      shares: trial.map((share) => asBytes(share)!),
      session: await makeKeys(),
    }
  })

  it("opens no vote, and finds no share of the urn", async () => {
    const { ciphertext } = await sealVote({ urn, question, room: 2, vote: { blank: false, marks: [1, 0] } })
    const about = aboutVote(ballot, await fingerprintOf(question))
    const secrets = [held.secret, asBytes(held.session.secret)!, ...held.shares.map((share) => share.slice(0, 32))]
    for (const secret of secrets) {
      assert.notEqual(await keyOf(secret), urn.key)
      assert.equal(await (await opener(secret, about))(asBytes(ciphertext)!), null)
      for (const [at, { teller, share }] of urn.tellers.entries()) {
        const from = await opener(secret, aboutShare(ballot, urn.key, teller))
        assert.equal(await from(asBytes(share)!), null)
        const byPaper = await opener(secret, aboutPaper(ballot, urn.trial!.key, teller))
        assert.equal(await byPaper(asBytes(urn.trial!.tellers[at]!.paper)!), null)
      }
    }
    const asking = { urn, question, room: 2, ciphertexts: [ciphertext] }
    await assert.rejects(openUrn({ ...asking, shares: trial }), refused("sealed.wrong_share"))
    await assert.rejects(openUrn({ ...asking, shares: [real[0]!, trial[1]!] }), refused("sealed.wrong_share"))
    // Nor with one true share too few and every share of the trial, put together without the library’s good manners.
    for (const share of held.shares.filter((one) => one.at(-1) !== asBytes(real[0]!)!.at(-1)))
      assert.notEqual(await keyOf(new Uint8Array(await combine([asBytes(real[0]!)!, share]))), urn.key)
  })

  it("is given nothing of the urn by showing it in the place of the trial", async () => {
    // The envelopes of the urn, served as those of the trial.
    const { key, probe, tellers } = urn
    const shown: Urn = {
      ...urn,
      trial: {
        key,
        probe,
        tellers: tellers.map(({ share, mark }, at) => ({ share, mark, paper: urn.trial!.tellers[at]!.paper })),
      },
    }
    await assert.rejects(takeShare(trialOf(shown), "ana", keys[0]!.secret), refused("sealed.key_lost"))
    await assert.rejects(trialFromPaper(shown, await onPaper(real[0]!)), refused("sealed.wrong_trial"))
    await assert.rejects(passShare(trialOf(shown), real[0]!, held.session.key), refused("sealed.wrong_share"))
    // Nor by having an urn made under the name of a trial, to be opened as one later.
    await assert.rejects(
      makeUrn({
        ballot: `trial ${ballot}`,
        needed: 2,
        tellers: names.map((teller, at) => ({ teller, key: keys[at]!.key })),
      }),
      refused("sealed.wrong_trial"),
    )
    // A share of the urn that somebody passed all the same is not what a rehearsal takes.
    const strayed = await passShare(urn, real[1]!, held.session.key)
    await assert.rejects(receiveShare(trialOf(urn), strayed, held.session.secret), refused("sealed.not_passed_here"))
    const about = aboutPassing(trialOf(urn).ballot, trialOf(urn).key, held.session.key)
    const relabelled = asText(await enclose(held.session.key, about, asBytes(real[1]!)!))
    await assert.rejects(receiveShare(trialOf(urn), relabelled, held.session.secret), refused("sealed.wrong_share"))
  })

  it("fools nobody who typed a paper with a trial of its own making, and learns nothing from it", async () => {
    const own = await laid()
    const forged: Urn = { ...urn, trial: own.trial! }
    // Its envelopes for papers open by shares that nobody has.
    await assert.rejects(trialFromPaper(forged, await onPaper(real[0]!)), refused("sealed.wrong_trial"))
    await assert.rejects(rehearse(trialOf(forged), trial), refused("sealed.wrong_share"))
    // A paper’s secret says nothing of its share, and is another for each share.
    const secrets = await Promise.all(real.map(async (share) => asText(await paperSecret(ballot, asBytes(share)!))))
    assert.equal(new Set([...secrets, ...real]).size, 6)
  })
})
