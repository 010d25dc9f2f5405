import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { areShown, stateOf } from "./call.ts"
import { cancelCall } from "./cancel.ts"
import { candidaciesToManage, ownCandidacy, shownCandidates } from "./candidacies/shown.ts"
import { enterCandidacy } from "./candidacies/enter.ts"
import { changeCall } from "./change.ts"
import { closeCall } from "./close.ts"
import { extendCall } from "./extend.ts"
import { publishCall } from "./publish.ts"
import { findCall } from "./seen.ts"
import { shortageIn } from "./shortage.ts"
import { standingInWords, standingsOf } from "./standing.ts"
import { namesOf, textOfCall } from "./text-of-call.ts"

/** One call: what it says, where it stands, oneself in it, and those who stand, to whom they are shown. */
export const readCall = read({
  name: "calls.read",
  input: z.object({ callId: z.uuid() }),
  find: ({ callId }, given) => findCall(callId, given),
  allow: isSignedIn,
  async run({ subject: call, ...given }) {
    const { actor, db, now } = given
    const { organisation_id: _, text: written, ...shown } = call
    const acts = await may(call, [changeCall, publishCall, enterCandidacy, closeCall, extendCall, cancelCall], given)
    const manages = acts["calls.close"]
    const state = stateOf(call, now)
    const mine = await ownCandidacy(call, given)
    const standing =
      mine?.standing ??
      (state === "open" || mine ? (await standingsOf(call, [actor.personId!], given)).get(actor.personId!) : undefined)
    const extensions = await db
      .selectFrom("call_extensions")
      .select(["was_until", "because"])
      .where("call_id", "=", call.id)
      .orderBy("was_until")
      .execute()
    return {
      call: {
        ...shown,
        ...(await namesOf(call, given)),
        state,
        text: await textOfCall(call, given),
        /** What somebody wrote instead of the model. */
        written,
        /** The last moment, on the clocks of the body. */
        ends: call.ends_at.toZonedDateTimeISO(call.zone).toPlainDateTime().toString({ smallestUnit: "minute" }),
      },
      extensions,
      /** Those of the body see who stands. */
      shows: areShown(call),
      me: {
        standing: standing ? standingInWords(standing, actor.language) : null,
        candidacy: mine && { ...mine, standing: undefined },
      },
      candidates: await shownCandidates(call, given),
      managed: manages ? await candidaciesToManage(call, given) : null,
      /** What is missing among those who stand, once the call has ended. */
      shortage: manages && (state === "open" || state === "ended") ? await shortageIn(call, given) : null,
      may: acts,
    }
  },
})
