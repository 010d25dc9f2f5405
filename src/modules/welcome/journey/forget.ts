import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { forget, noteRequest, personErased } from "../../privacy/contract.ts"
import { forgetLetters } from "../../post/contract.ts"
import { newcomerForgotten } from "../events.ts"
import { isFromPage } from "../permissions.ts"
import type { Newcomer } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/** What is emptied of a journey: all that says who it was. That somebody came, and when, stays for the figures. */
export const forgotten = {
  given_name: sql`''`,
  family_name: sql`''`,
  email: sql`null`,
  phone: sql`null`,
  town: sql`null`,
  message: sql`null`,
  consent_text: sql`null`,
  reason: sql`null`,
  paused_why: sql`null`,
  state: sql`case when state = 'welcomed' then 'welcomed' else 'stopped' end`,
  ended_at: sql`coalesce(ended_at, now())`,
  forgotten_at: sql`now()`,
} as const

/**
 * One click in their own letter: they want no more of it. Everything of the journey goes at once. Their record goes too when it was
 * made for the journey and nothing else holds them (GDPR articles 17 and 21); whoever is known otherwise, or became a member, has a
 * request written down, which the secretariat answers within the month.
 */
export const forgetNewcomer = command({
  name: "newcomers.forget",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: isFromPage,
  async run({ subject: newcomer, input: _, ...given }) {
    const { id: newcomerId, body_id: bodyId, person_id: personId } = newcomer
    const isGone = personId !== null && newcomer.made_person && !(await isKnownOtherwise(personId, given))
    const asked = personId
      ? await noteRequest(
          { person_id: personId, body_id: bodyId },
          { kind: isGone || newcomer.made_person ? "erasure" : "objection", on: dayOf(given.now) },
          given,
        )
      : undefined
    await forgetJourney(newcomer, given)
    if (isGone) await forget(personId, given)
    const events: Event[] = [
      ...(asked ? [asked] : []),
      ...(isGone ? [personErased({ personId, bodyId, because: "asked" })] : []),
    ]
    return [newcomerForgotten({ newcomerId, bodyId, erased: isGone || !personId }), ...events]
  },
})

export const forgetJourney = async (
  { id, letters }: Pick<Newcomer, "id" | "letters">,
  { db }: Circumstances,
): Promise<void> => {
  await forgetLetters(letters, { db })
  await sql`update newcomers set letters = '{}', ${sql.join(Object.entries(forgotten).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}, person_id = null, application_id = null
     where id = ${id}`.execute(db)
  await sql`update newcomer_steps set word = null where newcomer_id = ${id}`.execute(db)
  await sql`update newcomer_handovers set context = null where newcomer_id = ${id}`.execute(db)
}

/** A ring other than contact, or a function: there is more between us than a journey. */
export const isKnownOtherwise = async (personId: string, { db }: Pick<Circumstances, "db">): Promise<boolean> => {
  const { rows } = await sql`
    select from memberships where person_id = ${personId} and ring <> 'contact'
    union all select from mandates where person_id = ${personId} limit 1`.execute(db)
  return rows.length > 0
}
