import { z } from "zod"
import type { Event } from "../../../kernel/event.ts"
import { day, ids } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findFunctionToChange, type Holder, writeMandate } from "../../mandates/contract.ts"
import { askToHandOver } from "./hand-over.ts"
import { holdersWhen } from "./holders.ts"

/** Somebody elected, of the file. */
export type Chosen = { person_id: string; name: string; form: "m" | "f" | "n" }
export type Term = Chosen & { since: Temporal.PlainDate; until: Temporal.PlainDate | null }
export type Terms = readonly [Term, ...Term[]]

export const officeFields = z.object({
  since: day(),
  until: day().nullish(),
  /** Mandates of the same function that end the day before the first begins. Those of whoever is elected again always do. */
  ends: ids(50).default([]),
  /** Days of their own, of some of those elected. */
  days: z
    .array(z.object({ personId: z.uuid(), since: day(), until: day().nullish() }))
    .max(200)
    .default([]),
})
export type OfficeAsked = z.output<typeof officeFields>

/** From when until when each holds it, whoever begins first coming first. Refuses days of somebody who was not elected. */
export const termsOf = (
  elected: readonly [Chosen, ...Chosen[]],
  { since, until = null, days }: Pick<OfficeAsked, "since" | "until" | "days">,
): Terms => {
  if (days.some(({ personId }) => !elected.some(({ person_id }) => person_id === personId)))
    invalid(["days"], "invalid_value")
  const of = (one: Chosen): Term => {
    const own = days.find(({ personId }) => personId === one.person_id)
    return { ...one, since: own?.since ?? since, until: own ? (own.until ?? null) : until }
  }
  const [first, ...more] = elected
  const [earliest, ...later] = [of(first), ...more.map(of)].toSorted((a, b) =>
    Temporal.PlainDate.compare(a.since, b.since),
  )
  return [earliest!, ...later]
}

/** Refuses a term that begins before a day, that of the election. */
export const notBefore = (terms: Terms, first: Temporal.PlainDate, code: string) => {
  if (Temporal.PlainDate.compare(terms[0].since, first) < 0) invalid(["since"], code)
}

export type Office = {
  held: { id: string; body_id: string }
  terms: Terms
  leaving: Holder[]
  again: Holder[]
}

/** Locks a function, with who comes to it and who leaves. Refuses a mandate that is none of it on the day the first begins. */
export const findOffice = async (
  functionId: string,
  terms: Terms,
  ends: readonly string[],
  given: Circumstances,
): Promise<Office> => {
  const held = (await findFunctionToChange(functionId, given.db)) ?? refuse("votes.function_ended")
  const { again, others } = await holdersWhen(held, terms, given)
  const known = [...again, ...others].map(({ mandate_id }) => mandate_id)
  if (ends.some((one) => !known.includes(one))) refuse("not_found", {}, 404)
  return { held, terms, again, leaving: others.filter(({ mandate_id }) => ends.includes(mandate_id)) }
}

/** The mandates of those elected, the end of those they follow, and the request to hand over. */
export const takeOffice = async (
  { held, terms, leaving, again }: Office,
  decisionId: string,
  given: Circumstances,
): Promise<Event[]> => {
  const [{ since: firstDay }] = terms
  const events: Event[] = []
  let day: Temporal.PlainDate | null = null
  for (const { person_id: personId, since, until } of terms) {
    // The first of each day follows all that end then: each day somebody holds the function, and no day too many do.
    const ends = day?.equals(since) ? [] : endingFor(since, { terms, leaving: day ? [] : leaving, again })
    events.push(
      ...(await writeMandate({ personId, since, until, origin: "vote", originId: decisionId, ends }, held, given)),
    )
    day = since
  }
  events.push(...(await askToHandOver(leaving, terms, { bodyId: held.body_id, decisionId, since: firstDay }, given)))
  return events
}

const endingFor = (
  since: Temporal.PlainDate,
  { terms, leaving, again }: Pick<Office, "terms" | "leaving" | "again">,
): string[] =>
  [...leaving, ...again.filter((one) => termOf(one, terms)?.since.equals(since))].map(({ mandate_id }) => mandate_id)

const termOf = ({ person_id }: Holder, terms: Terms) => terms.find((one) => one.person_id === person_id)
