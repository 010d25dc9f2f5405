import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { day, ids, line } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Db } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mandateEnded, mandateRecorded } from "./events.ts"
import { inOrder } from "./memberships/dates.ts"
import { shareADay } from "./memberships/store.ts"
import { holds } from "./rights.ts"
import { mustSee } from "./sight.ts"
import { findFunctionToChange, findMandateToChange, seatsOf } from "./store.ts"
import { isInOffice } from "./warnings.ts"
import { warningsBroughtBy } from "./foresee.ts"

/** Somebody holds a function from a day to a day, by a vote, a decision or an appointment. Rights follow those days by themselves. */
export const recordMandate = command({
  name: "mandates.record",
  input: z.object({
    personId: z.uuid(),
    functionId: z.uuid(),
    since: day(),
    until: day().nullish(),
    origin: z.enum(["vote", "decision", "appointment"]),
    /** The decision in this product by which they hold it, when it was taken here: decisions answer for it. */
    originId: z.uuid().nullish(),
    /** Where it comes from, in words: "l’assemblée du 12 mars 2026". */
    note: line().nullish(),
    /** Mandates of the same function that this one follows: they end the day before. */
    ends: ids(50).default([]),
  }),
  find: ({ functionId }, { db }) => findFunctionToChange(functionId, db),
  allow: holds("mandates.manage"),
  run: ({ input, subject, ...given }) => writeMandate(input, subject, given),
})

export type NewMandate = {
  personId: string
  since: Temporal.PlainDate
  until?: Temporal.PlainDate | null | undefined
  origin: "vote" | "decision" | "appointment"
  originId?: string | null | undefined
  note?: string | null | undefined
  ends: readonly string[]
}

/** Writes a mandate of a locked function and ends those it follows, for a command that has asked who may. */
export const writeMandate = async (
  mandate: NewMandate,
  { id: function_id, body_id }: { id: string; body_id: string },
  given: Circumstances,
): Promise<[ReturnType<typeof mandateRecorded>, ...ReturnType<typeof mandateEnded>[]]> => {
  const { actor, db } = given
  const { personId, since, until = null, origin, originId = null, note = null, ends } = inOrder(mandate)
  // Whoever holds a function is of the body, which reads how to reach them.
  await mustSee([personId], given, { enters: true })
  await mustBeHere(personId, since, db)
  const { functions, seats } = await seatsOf(body_id, db)
  const left = seats.map((seat) => (ends.includes(seat.id) ? { ...seat, until: lastBefore(since) } : seat))
  // Who is elected again follows themselves.
  const theirs = left.filter((seat) => seat.person_id === personId && seat.function_id === function_id)
  if (theirs.some((seat) => shareADay(seat, { since, until }))) refuse("mandates.already")
  const ended = await endBefore(since, ends, function_id, db)
  const mandateId = newId()
  await db
    .insertInto("mandates")
    .values({
      organisation_id: actor.organisation,
      id: mandateId,
      person_id: personId,
      function_id,
      body_id,
      since,
      until,
      origin,
      origin_id: originId,
      origin_note: note,
    })
    .execute()
  const form = await formOf(personId, db)
  const warnings = warningsBroughtBy([{ person_id: personId, form, function_id, since, until }], functions, left)
  const recorded = mandateRecorded({
    mandateId,
    personId,
    functionId: function_id,
    bodyId: body_id,
    since: String(since),
    until: until && String(until),
    warnings: [...new Set(warnings.map(({ code }) => code))],
    decisionId: originId,
  })
  return [recorded, ...ended]
}

const lastBefore = (since: Temporal.PlainDate) => since.subtract({ days: 1 })

/** One gesture names the new treasurer and ends the old one's mandate: never a day with two, nor one with none. */
const endBefore = async (since: Temporal.PlainDate, ends: readonly string[], functionId: string, db: Db) => {
  const events = []
  for (const mandateId of ends) {
    const old = (await findMandateToChange(mandateId, db)) ?? refuse("not_found", {}, 404)
    if (old.function_id !== functionId) refuse("not_found", {}, 404)
    if (!isInOffice(old, since)) refuse("mandates.not_in_office")
    const until = lastBefore(since)
    await db.updateTable("mandates").set({ until }).where("id", "=", old.id).execute()
    const facts = { mandateId: old.id, personId: old.person_id, functionId, bodyId: old.body_id }
    events.push(mandateEnded({ ...facts, until: String(until) }))
  }
  return events
}

const mustBeHere = async (personId: string, since: Temporal.PlainDate, db: Db) => {
  const person = await db.selectFrom("people").select("left_on").where("id", "=", personId).executeTakeFirst()
  if (!person) refuse("not_found", {}, 404)
  if (person?.left_on && Temporal.PlainDate.compare(person.left_on, since) < 0) refuse("mandates.has_left")
}

const formOf = async (personId: string, db: Db) =>
  (await db.selectFrom("people").select("form").where("id", "=", personId).executeTakeFirstOrThrow()).form
