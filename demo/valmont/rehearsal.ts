import { type Keys, makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { rehearseOpening } from "../../src/kernel/sealed-ballots/rehearse.ts"
import { onPaper, passShare, receiveShare, takeShare, trialFromPaper } from "../../src/kernel/sealed-ballots/shares.ts"
import { trialOf, type Urn } from "../../src/kernel/sealed-ballots/urn.ts"
import { beginRehearsal, endRehearsal, passTrialShares } from "../../src/modules/votes/secret/rehearsals.ts"
import type { Stage } from "../stage.ts"

/** Fatou rehearses the opening with Mathilde, who types what she has on paper as if her telephone were lost. */
export const rehearsalOfValmont = async (stage: Stage, operationId: string, urn: Urn, keys: Map<string, Keys>) => {
  const session = await makeKeys()
  await stage.act("fatou", beginRehearsal, { operationId, key: session.key })
  const paper = await onPaper(await takeShare(urn, stage.person("mathilde"), keys.get("mathilde")!.secret))
  const envelope = await passShare(trialOf(urn), (await trialFromPaper(urn, paper)).share, session.key)
  const shares = [{ ballotId: urn.ballot, how: "paper", envelope }]
  await stage.act("mathilde", passTrialShares, { operationId, toId: stage.person("fatou"), shares })
  const own = await takeShare(trialOf(urn), stage.person("fatou"), keys.get("fatou")!.secret)
  await rehearseOpening(urn, [own, (await receiveShare(trialOf(urn), envelope, session.secret)).share])
  const urns = [{ ballotId: urn.ballot, found: true }]
  await stage.act("fatou", endRehearsal, { operationId, own: "device", urns })
}
