import type { Circumstances } from "../../../kernel/rule.ts"
import { seatsOf, warningsBroughtBy } from "../../mandates/contract.ts"
import { holdersWhen } from "./holders.ts"
import type { OfficeAsked, Terms } from "./office.ts"
import { reachable } from "./tell.ts"

/** Whom those elected follow, what the rulebook has against it, and who can be written to. */
export const foreseeOffice = async (
  held: { id: string; body_id: string },
  terms: Terms,
  { since, ends }: Pick<OfficeAsked, "since" | "ends">,
  others: readonly { person_id: string; name: string }[],
  given: Circumstances,
) => {
  const { db } = given
  const { again, others: holders } = await holdersWhen(held, terms, given)
  const { functions, seats } = await seatsOf(held.body_id, db)
  const one = functions.find(({ id }) => id === held.id)
  const [{ since: first }] = terms
  const last = first.subtract({ days: 1 })
  const left = seats.map((seat) => {
    if (ends.includes(seat.id)) return { ...seat, until: last }
    const own = again.some(({ mandate_id }) => mandate_id === seat.id)
    const term = own && terms.find(({ person_id }) => person_id === seat.person_id)
    return term ? { ...seat, until: term.since.subtract({ days: 1 }) } : seat
  })
  // On the day when all of them hold it.
  const [latest, ...more] = terms
    .toReversed()
    .map(({ person_id, form, since: from, until }) => ({ person_id, form, function_id: held.id, since: from, until }))
  return {
    elected: await withMail(terms, given),
    /** Elected again: the mandate they hold ends the day before, whatever is ticked. */
    again: again.map(({ name }) => name),
    holders,
    is_full: one?.holders_max != null && holders.length + terms.length > one.holders_max,
    ends_on: last,
    usual_until: one?.term_months ? since.add({ months: one.term_months }).subtract({ days: 1 }) : null,
    warnings: warningsBroughtBy([latest!, ...more], functions, left),
    functions: await namesOf(held.body_id, given),
    others: await withMail(others, given),
  }
}

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
