import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { allOf, type Circumstances } from "../../../kernel/rule.ts"
import { findBallotDecision } from "../../decisions/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { electionDecided, reachable } from "../../votes/contract.ts"
import type { Designation } from "../designation.ts"
import { checkedList } from "../people/checked.ts"
import { peopleOf } from "../people/store.ts"
import { findDesignation } from "../seen.ts"
import { sittingThere } from "./ends.ts"

/** What designating would do: whose mandates end, who is written to, what is against it, and the decision that is still to be written. */
export const foreseeDesignation = read({
  name: "designations.foresee",
  input: z.object({ designationId: z.uuid() }),
  find: ({ designationId }, given) => findDesignation(designationId, given),
  allow: allOf<Designation>(holds("offices.manage"), holds("decisions.manage")),
  async run({ subject: designation, ...given }) {
    const people = await peopleOf(designation.id, given)
    const { checks } = await checkedList(designation, people, given)
    const { again, others } = await sittingThere(designation, people, given)
    const reached = await reachable(
      people.map(({ person_id }) => person_id),
      given,
    )
    const { since, until } = designation
    return {
      since,
      until,
      ends_on: since.subtract({ days: 1 }),
      /** Designated again: what they hold there ends the day before, whatever is ticked. */
      again: again.map(({ name }) => name),
      others: others.map(({ id, name, form, role }) => ({ id, name, form, role })),
      no_mail: people.filter(({ person_id }) => !reached.some(({ id }) => id === person_id)).map(({ name }) => name),
      checks,
      /** The words of the decision, until it is written. */
      decision_said: await decisionSaid(designation, given),
    }
  },
})

const decisionSaid = async ({ decided_how, ballot_id }: Designation, given: Circumstances) =>
  decided_how === "ballot" && !(await findBallotDecision(ballot_id!, given.db))
    ? electionDecided.said(ballot_id!, given)
    : null
