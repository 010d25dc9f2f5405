import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { dayOf } from "../../kernel/clock.ts"
import { day, line } from "../../kernel/input.ts"
import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { decisionNamed } from "../decisions/contract.ts"
import { closedElection } from "../votes/contract.ts"
import { stillPrepared } from "./designation.ts"
import { designationDecided } from "./events.ts"
import { findDesignationToChange, prepares } from "./seen.ts"

const decidedHow = z.object({
  how: z.enum(["ballot", "decision", "told"]),
  /** A closed vote of this body. */
  ballotId: z.uuid().nullish(),
  /** A decision of the register. */
  decisionId: z.uuid().nullish(),
  /** By whom, where it was decided elsewhere or by word, and on which day. */
  toldBy: line(200).nullish(),
  toldOn: day().nullish(),
})

/** Says what decided: a vote, a decision that was taken in a meeting, or somebody whose say it is. Said again, it is replaced. */
export const decideDesignation = command({
  name: "designations.decide",
  input: z.object({ designationId: z.uuid(), ...decidedHow.shape }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input, subject: designation, ...given }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    const columns = await columnsOf(input, bodyId, designation.zone, given)
    await given.db
      .updateTable("designations")
      .set({ ...columns, decided_how: input.how, decided_by: given.actor.personId, decided_at: given.now })
      .where("id", "=", id)
      .execute()
    const { ballot_id: ballotId, decision_id: decisionId } = columns
    return designationDecided({ designationId: id, bodyId, how: input.how, ballotId, decisionId })
  },
})

const nothing = { ballot_id: null, decision_id: null, told_by: null, told_on: null }

const columnsOf = async (
  { how, ballotId, decisionId, toldBy, toldOn }: z.output<typeof decidedHow>,
  bodyId: string,
  zone: string,
  given: Circumstances,
) => {
  if (how === "ballot") {
    const vote = await closedElection(ballotId ?? invalid(["ballotId"], "required"), given)
    if (vote?.body_id !== bodyId) invalid(["ballotId"], "unknown")
    return { ...nothing, ballot_id: ballotId! }
  }
  if (how === "decision") {
    await decisionNamed(decisionId ?? invalid(["decisionId"], "required"), given)
    return { ...nothing, decision_id: decisionId! }
  }
  const on = toldOn ?? invalid(["toldOn"], "required")
  if (Temporal.PlainDate.compare(on, dayOf(given.now, zone)) > 0) invalid(["toldOn"], "designations.not_yet")
  return { ...nothing, told_by: toldBy ?? invalid(["toldBy"], "required"), told_on: on }
}
