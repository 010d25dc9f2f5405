import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { sittingItemAdded } from "../events.ts"
import { findSeenSitting } from "../seen.ts"

/** An item typed by hand, at the end of the order of business. */
export const addSittingItem = command({
  name: "sittings.addItem",
  input: z.object({ sittingId: z.uuid(), number: line(30).nullish(), title: line(500) }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { number, title }, subject: sitting, ...given }) {
    const itemId = await insertItem(sitting.id, { number: number ?? null, title }, given)
    return sittingItemAdded({ itemId, sittingId: sitting.id, bodyId: sitting.body_id })
  },
})

/** Writes an item at the end. The sitting is locked: two arrivals at once would take the same place. */
export const insertItem = async (
  sittingId: string,
  said: { number: string | null; title: string; commission?: string | null },
  { actor, db }: Circumstances,
): Promise<string> => {
  await sql`select from sittings where id = ${sittingId} for update`.execute(db)
  const id = newId()
  await sql`
    insert into sitting_items (organisation_id, id, sitting_id, place, number, title, commission)
    select ${actor.organisation}, ${id}, ${sittingId}, coalesce(max(place), 0) + 1, ${said.number}, ${said.title}, ${said.commission ?? null}
      from sitting_items where sitting_id = ${sittingId}`.execute(db)
  return id
}
