import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { newId } from "../../../../kernel/id.ts"
import { read } from "../../../../kernel/read.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { holds } from "../../../mandates/contract.ts"
import { agendaTaken } from "../../events.ts"
import { ownFile } from "../../read-table.ts"
import { findSeenSitting } from "../../seen.ts"
import { keepAsReceived } from "./keep-received.ts"
import { type AgendaLine, compareAgenda } from "./compare.ts"
import { agendaIn } from "./read-agenda.ts"

const wish = z.object({ sittingId: z.uuid(), fileId: z.uuid() })

/** What an agenda would change of the order of business, line by line, before anything is written. */
export const foreseeAgenda = read({
  name: "sittings.foreseeAgenda",
  input: wish,
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: sitting, ...given }) {
    const { lines, removed } = await compared(sitting, input.fileId, given)
    return {
      lines: lines.map(({ entry: { amount_cents, ...entry }, item, changes, twice }) => ({
        ...entry,
        amount_cents: amount_cents?.toString() ?? null,
        was: item && { number: item.number, title: item.title },
        changes,
        twice,
      })),
      removed: removed.map(({ number, title }) => ({ number, title })),
    }
  },
})

/**
 * Takes an agenda: its items come into the order of business, and those that are there follow it. `complete`: it replaces the last one,
 * so its order counts, and what is no more in it is taken off (and can be put back); else it only adds to it.
 */
export const takeAgenda = command({
  name: "sittings.takeAgenda",
  input: wish.extend({ complete: z.boolean().default(false) }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input: { fileId, complete }, subject: sitting, ...given }) {
    await sql`select from sittings where id = ${sitting.id} for update`.execute(given.db)
    const { lines, removed } = await compared(sitting, fileId, given)
    const last = await lastPlace(sitting.id, given)
    for (const [at, line] of lines.entries())
      await write(line, { sittingId: sitting.id, place: complete ? at + 1 : line.item ? null : last + at + 1 }, given)
    if (complete && removed.length > 0)
      await given.db
        .updateTable("sitting_items")
        .set({ removed_at: given.now })
        .where(
          "id",
          "in",
          removed.map(({ id }) => id),
        )
        .execute()
    await keepAsReceived({ sittingId: sitting.id, fileId }, given)
    const count = (change: AgendaLine["changes"][number]) =>
      lines.filter(({ changes }) => changes.includes(change)).length
    return agendaTaken({
      sittingId: sitting.id,
      bodyId: sitting.body_id,
      added: count("new"),
      renamed: count("renamed"),
      removed: complete ? removed.length : 0,
    })
  },
})

const compared = async (sitting: { id: string; body_id: string }, fileId: string, given: Circumstances) => {
  const entries = await agendaIn(await ownFile(fileId, sitting.body_id, given), given)
  const items = await given.db
    .selectFrom("sitting_items")
    .select(["id", "number", "title"])
    .where("sitting_id", "=", sitting.id)
    .where("removed_at", "is", null)
    .orderBy("place")
    .orderBy("id")
    .execute()
  return compareAgenda(items, entries)
}

const lastPlace = async (sittingId: string, { db }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(place), 0)::int as last from sitting_items where sitting_id = ${sittingId}`.execute(db)
  return rows[0]!.last
}

const write = async (
  { entry, item }: AgendaLine,
  { sittingId, place }: { sittingId: string; place: number | null },
  { actor, db }: Circumstances,
): Promise<void> => {
  // What the agenda does not say of an item, its report may have said.
  const said = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null)) as Partial<typeof entry>
  if (item)
    await db
      .updateTable("sitting_items")
      .set({ ...said, ...(place !== null && { place }) })
      .where("id", "=", item.id)
      .execute()
  else
    await db
      .insertInto("sitting_items")
      .values({ ...entry, organisation_id: actor.organisation, id: newId(), sitting_id: sittingId, place: place! })
      .execute()
}
