import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { refuse } from "../../kernel/refusal.ts"
import { lineNoted } from "./events.ts"
import { findListToChange, notesList } from "./seen.ts"
import { outcomes } from "./tables.ts"

/** What became of somebody, and what they said. `outcome` null: as if nobody had tried. A note left out stays. */
export const noteLine = command({
  name: "lists.note",
  input: z.object({
    listId: z.uuid(),
    personId: z.uuid(),
    outcome: z.enum(outcomes).nullable(),
    note: z.string().trim().max(1000).optional(),
  }),
  find: ({ listId }, given) => findListToChange(listId, given),
  allow: notesList,
  async run({ input: { listId, personId, outcome, note }, subject: list, ...given }) {
    const { actor, db, now } = given
    if (Temporal.PlainDate.compare(list.ends_on, dayOf(now)) < 0) refuse("lists.has_ended")
    const noted = await db
      .updateTable("list_people")
      .set({
        outcome,
        ...(note !== undefined && { note: note ? confide(given, true).text(note) : null }),
        noted_by: actor.personId,
        noted_at: now,
      })
      .where("list_id", "=", listId)
      .where("person_id", "=", personId)
      .returning("person_id")
      .executeTakeFirst()
    if (!noted) refuse("not_found", {}, 404)
    return lineNoted({ listId, personId, outcome })
  },
})
