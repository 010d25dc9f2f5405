import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { standing } from "./decision.ts"
import { decisionReopened } from "./events.ts"
import { findDecisionToChange } from "./find-decision.ts"
import { findNextMeeting } from "./next-meeting.ts"

/**
 * To be decided again. It goes on the agenda of a meeting still being prepared: the one that is named, else the next of the
 * body; when there is none yet, the first one prepared takes it up.
 */
export const reopenDecision = command({
  name: "decisions.reopen",
  input: z.object({ decisionId: z.uuid(), meetingId: z.uuid().nullish() }),
  find: ({ decisionId }, given) => findDecisionToChange(decisionId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: decision, db, now }) {
    standing(decision, "carried_out")
    // Who voted is not who sits at the next meeting.
    if (decision.ballot_id) refuse("decisions.of_a_vote")
    if (decision.election_id) refuse("decisions.of_an_election")
    const meeting = await findNextMeeting({ bodyId: decision.body_id, meetingId: input.meetingId, now }, db)
    if (input.meetingId && !meeting) invalid(["meetingId"], "not_to_come")
    await db.updateTable("decisions").set({ state: "reopened" }).where("id", "=", decision.id).execute()
    return decisionReopened({
      decisionId: decision.id,
      bodyId: decision.body_id,
      meetingId: meeting?.id ?? null,
    })
  },
})
