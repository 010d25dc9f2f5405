import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findTwoToChange, keepsBoth } from "../merge/two.ts"

export const peopleHeldApart = event<{ personId: string; otherId: string }>()("people.heldApart")

/** They are two people, whatever they look like: the pair is never proposed again. */
export const holdApart = command({
  name: "people.holdApart",
  input: z.object({ personId: z.uuid(), otherId: z.uuid() }),
  find: ({ personId, otherId }, { db }) => findTwoToChange(personId, otherId, db),
  allow: keepsBoth,
  async run({ input: { personId, otherId }, actor, db, now }) {
    if (personId === otherId) refuse("people.same_record")
    const [first, second] = [personId, otherId].toSorted()
    await sql`delete from likely_same where first_id = ${first} and second_id = ${second}`.execute(db)
    await sql`insert into people_apart (organisation_id, first_id, second_id, said_by, said_at)
      values (current_org(), ${first}, ${second}, ${actor.personId}, ${now}) on conflict do nothing`.execute(db)
    return peopleHeldApart({ personId, otherId })
  },
})
