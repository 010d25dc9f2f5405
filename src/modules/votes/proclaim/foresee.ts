import { z } from "zod"
import { day, ids } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { allOf, type Circumstances } from "../../../kernel/rule.ts"
import { holds, seatsOf, warningsBroughtBy } from "../../mandates/contract.ts"
import type { Ballot } from "../ballot.ts"
import { findBallot } from "../seen.ts"
import { type ElectedPerson, electedPeople } from "./elected.ts"
import { holdersWhen } from "./holders.ts"
import { othersToTell } from "./others.ts"
import { functionName } from "./said.ts"
import { reachable } from "./tell.ts"

/** What a proclamation would do from that day: whom those elected follow, what the rulebook has against it, who is written to. */
export const foreseeProclamation = read({
  name: "votes.foresee",
  input: z.object({ ballotId: z.uuid(), since: day(), until: day().nullish(), ends: ids(50).default([]) }),
  find: ({ ballotId }, given) => findBallot(ballotId, given),
  allow: allOf<Ballot>(holds("decisions.manage"), holds("mandates.manage")),
  async run({ input: { since, until = null, ends }, subject: ballot, ...given }) {
    const { db } = given
    const elected = electedPeople(ballot)
    const held = { id: ballot.function_id!, body_id: ballot.body_id }
    const { again, others: holders } = await holdersWhen(held, elected, since, given)
    const { functions, seats } = await seatsOf(ballot.body_id, db)
    const one = functions.find(({ id }) => id === held.id)
    const ending = [...again.map(({ mandate_id }) => mandate_id), ...ends]
    const last = since.subtract({ days: 1 })
    const left = seats.map((seat) => (ending.includes(seat.id) ? { ...seat, until: last } : seat))
    const seatOf = ({ person_id, form }: ElectedPerson) => ({ person_id, form, function_id: held.id, since, until })
    const [first, ...more] = elected
    const stood = await othersToTell(ballot, given)
    return {
      function_name: await functionName(ballot, "n", given),
      elected: await withMail(elected, given),
      /** Elected again: the mandate they hold ends the day before, whatever is ticked. */
      again: again.map(({ name }) => name),
      holders,
      is_full: one?.holders_max != null && holders.length + elected.length > one.holders_max,
      ends_on: last,
      usual_until: one?.term_months ? since.add({ months: one.term_months }).subtract({ days: 1 }) : null,
      warnings: warningsBroughtBy([seatOf(first), ...more.map(seatOf)], functions, left),
      functions: await namesOf(ballot.body_id, given),
      /** Who stood and was not elected, once no round follows. */
      others: await withMail(stood, given),
    }
  },
})

const withMail = async (people: readonly { person_id: string; name: string }[], given: Circumstances) => {
  const reached = await reachable(
    people.map(({ person_id }) => person_id),
    given,
  )
  return people.map(({ person_id, name }) => ({
    id: person_id,
    name,
    has_mail: reached.some(({ id }) => id === person_id),
  }))
}

const namesOf = (bodyId: string, { db }: Pick<Circumstances, "db">) =>
  db.selectFrom("functions").select(["id", "name_n as name"]).where("body_id", "=", bodyId).execute()
