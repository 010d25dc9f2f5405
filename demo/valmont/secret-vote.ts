import { type Keys, makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { openUrn } from "../../src/kernel/sealed-ballots/open-urn.ts"
import { sealVote } from "../../src/kernel/sealed-ballots/seal-vote.ts"
import { passShare, receiveShare, takeShare } from "../../src/kernel/sealed-ballots/shares.ts"
import { makeUrn } from "../../src/kernel/sealed-ballots/urn.ts"
import { roomFor } from "../../src/kernel/sealed-ballots/vote.ts"
import { closeBallot } from "../../src/modules/votes/close.ts"
import { openBallot } from "../../src/modules/votes/open.ts"
import { giveTellerKey } from "../../src/modules/votes/operation/give-key.ts"
import { nameTellers } from "../../src/modules/votes/operation/name-tellers.ts"
import { prepareBallot } from "../../src/modules/votes/prepare.ts"
import { readBallot } from "../../src/modules/votes/read-ballot.ts"
import { castSealed } from "../../src/modules/votes/secret/cast-sealed.ts"
import { layUrn } from "../../src/modules/votes/secret/lay-urn.ts"
import { beginOpening, giveOpened, passShares } from "../../src/modules/votes/secret/openings.ts"
import { readCeremony } from "../../src/modules/votes/secret/read-ceremony.ts"
import { signPaper } from "../../src/modules/votes/secret/sign-paper.ts"
import { stopVoting } from "../../src/modules/votes/stop.ts"
import { typeFigures } from "../../src/modules/votes/type-figures.ts"
import type { Stage } from "../stage.ts"
import { rehearsalOfValmont } from "./rehearsal.ts"

// Nobody of the example knows what they voted: their envelopes are made here as a browser makes them, and the keys are thrown away.
const tellers = ["fatou", "anneLise", "mathilde"] as const
const onScreen = [
  "ines",
  "elodie",
  "karim",
  "samuel",
  "bastien",
  "noor",
  "thibault",
  "leila",
  "astrid",
  "loic",
  "oscar",
]
const onPaper = ["pierre", "yvonne", "marguerite"] as const

/** In the same assembly Valmont chooses in secret, on telephones and on three papers, with whom it goes to the municipal election. */
export const secretVoteOfValmont = async (stage: Stage, { bodyId, operationId, onDay }: Held): Promise<void> => {
  const keys = new Map<string, Keys>(await Promise.all(tellers.map(async (who) => [who, await makeKeys()] as const)))
  await stage.act("ines", nameTellers, { operationId, tellerIds: tellers.map((who) => stage.person(who)) })
  for (const who of tellers) await stage.act(who, giveTellerKey, { operationId, key: keys.get(who)!.key })
  const { ballotId } = await stage.act("ines", prepareBallot, {
    bodyId,
    operationId,
    onDay,
    title: "Avec qui aller aux communales",
    question: "La locale choisit sa liste pour les élections communales.",
    kind: "motions",
    candidates: "Une liste à notre nom\nUne liste citoyenne avec d’autres\nAucune liste",
    method: "schulze",
    manner: "secret",
  })
  const made = tellers.map((who) => ({ teller: stage.person(who), key: keys.get(who)!.key }))
  const urn = await makeUrn({ ballot: ballotId, needed: 2, tellers: made })
  await stage.act("fatou", layUrn, { ballotId, urn })
  await rehearsalOfValmont(stage, operationId, urn, keys)
  await stage.act("ines", openBallot, { ballotId })
  const { sealing } = await stage.ask("ines", readBallot, { ballotId })
  const { question } = sealing!
  for (const [at, who] of onScreen.entries()) {
    const marks = at % 3 === 0 ? [1, 2, 3] : at % 3 === 1 ? [2, 1, 3] : [2, 1, 0]
    const { ciphertext } = await sealVote({ urn, question, room: roomFor([question]), vote: { blank: false, marks } })
    await stage.act(who, castSealed, { ballotId, revision: 1, ciphertext })
  }
  for (const who of onPaper) await stage.act("fatou", signPaper, { ballotId, personId: stage.person(who) })
  await stage.act("ines", stopVoting, { ballotId })
  for (const [opener, helper] of [
    ["fatou", "mathilde"],
    ["mathilde", "fatou"],
  ] as const) {
    const session = await makeKeys()
    await stage.act(opener, beginOpening, { operationId, key: session.key })
    const share = await takeShare(urn, stage.person(helper), keys.get(helper)!.secret)
    const envelope = await passShare(urn, share, session.key)
    await stage.act(helper, passShares, { operationId, toId: stage.person(opener), shares: [{ ballotId, envelope }] })
    const { ballots } = await stage.ask(opener, readCeremony, { operationId })
    const { sealed } = ballots.find(({ id }) => id === ballotId)!
    const passed = await receiveShare(urn, envelope, session.secret)
    const own = await takeShare(urn, stage.person(opener), keys.get(opener)!.secret)
    const opened = await openUrn({
      urn,
      question,
      room: roomFor([question]),
      ciphertexts: sealed,
      shares: [own, passed.share],
    })
    await stage.act(opener, giveOpened, { ballotId, ...opened })
  }
  for (const who of ["fatou", "mathilde"])
    await stage.act(who, typeFigures, {
      ballotId,
      voters: 3,
      papers: [
        { many: 2, ranks: [[1], [0]] },
        { many: 1, ranks: [[0]] },
      ],
    })
  await stage.act("ines", closeBallot, { ballotId })
}

type Held = { bodyId: string; operationId: string; onDay: string }
