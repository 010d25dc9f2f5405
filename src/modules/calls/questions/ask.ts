import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { areShown } from "../call.ts"
import { shownCandidates } from "../candidacies/shown.ts"
import { questionAsked } from "../events.ts"
import { findCall } from "../seen.ts"

/** A question to all candidates or to one. Whoever manages the call lets it through before the others read it. */
export const askCandidates = command({
  name: "calls.ask",
  input: z.object({ callId: z.uuid(), candidacyId: z.uuid().nullable().default(null), text: text(2000).min(1) }),
  find: ({ callId }, given) => findCall(callId, given),
  allow: isSignedIn,
  async run({ input: { candidacyId, text: words }, subject: call, ...given }) {
    const { actor, db, now } = given
    if (!areShown(call)) refuse("calls.not_shown")
    const standing = (await shownCandidates(call, given))?.filter(({ withdrawn_at }) => !withdrawn_at) ?? []
    if (standing.length === 0) refuse("calls.nobody_to_ask")
    if (candidacyId && !standing.some(({ id }) => id === candidacyId)) invalid(["candidacyId"], "unknown")
    const questionId = newId()
    await db
      .insertInto("call_questions")
      .values({
        organisation_id: actor.organisation,
        id: questionId,
        call_id: call.id,
        candidacy_id: candidacyId,
        text: words,
        asked_by: actor.personId!,
        asked_at: now,
        shown_by: null,
        shown_at: null,
        aside_by: null,
        aside_at: null,
        reason: null,
      })
      .execute()
    return questionAsked({ callId: call.id, questionId })
  },
})
