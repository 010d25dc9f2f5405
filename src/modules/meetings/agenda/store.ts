import { type Insertable, sql } from "kysely"
import { confide } from "../../../kernel/confide.ts"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { mayOpen } from "../../documents/contract.ts"
import { checkPeople } from "../check-people.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import type { AgendaItemRow } from "../tables.ts"

type NewItem = Omit<Insertable<AgendaItemRow>, "id" | "description"> & { description?: RichText | null }

/** Writes an item and answers its id. */
export const insertItem = async (
  { description = null, proposed_decision = null, ...item }: NewItem,
  meeting: { confidential: boolean },
  given: Circumstances,
): Promise<string> => {
  const id = newId()
  const as = confide(given, meeting.confidential || item.confidential === true)
  await given.db
    .insertInto("agenda_items")
    .values({ ...item, id, description: as.doc(description), proposed_decision: as.text(proposed_decision) })
    .execute()
  return id
}

/**
 * The first of `count` free places: the last ones, but in front of what closes the agenda ("any other business") as long as
 * it stands last. Call it with the meeting locked.
 */
export const makeRoom = async (meetingId: string, count: number, db: Db): Promise<number> => {
  const { rows } = await sql<{ place: number }>`
    with last as (
      select id, position, closes from agenda_items
       where meeting_id = ${meetingId} and position is not null order by position desc limit 1
    ), moved as (
      update agenda_items set position = agenda_items.position + ${count}::int from last
       where agenda_items.id = last.id and last.closes
    )
    select case when closes then position else position + 1 end as place from last`.execute(db)
  return rows[0]?.place ?? 1
}

/** Gives the items of an agenda these places, 1 to n. */
export const placeItems = (meetingId: string, itemIds: readonly string[], db: Db) =>
  sql`update agenda_items set position = wanted.n
        from unnest(${[...itemIds]}::uuid[]) with ordinality as wanted(id, n)
       where meeting_id = ${meetingId} and agenda_items.id = wanted.id and position is distinct from wanted.n`.execute(
    db,
  )

/** The accepted items in order. */
export const orderOf = async (meetingId: string, db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom("agenda_items")
    .select("id")
    .where("meeting_id", "=", meetingId)
    .where("state", "=", "accepted")
    .orderBy("position")
    .orderBy("id")
    .execute()
  return rows.map(({ id }) => id)
}

/** Ties papers to an item, after those it has. A file of another body, or one the actor may not open, is refused as unknown. */
export const addPapers = async (
  { itemId, bodyId, fileIds }: { itemId: string; bodyId: string; fileIds: readonly string[] },
  given: Circumstances,
) => {
  if (fileIds.length === 0) return
  const { actor, db } = given
  const known = await db
    .selectFrom("files")
    .selectAll()
    .where("id", "in", fileIds)
    .where("body_id", "=", bodyId)
    .execute()
  for (const file of known) if (!(await mayOpen(file, given))) invalid(["paperIds"], "unknown_file")
  if (known.length < fileIds.length) invalid(["paperIds"], "unknown_file")
  await db
    .insertInto("item_papers")
    .values(
      fileIds.map((file_id, position) => ({
        organisation_id: actor.organisation,
        item_id: itemId,
        file_id,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "item_id", "file_id"])
        .doUpdateSet({ position: (eb) => eb.ref("excluded.position") }),
    )
    .execute()
}

/** Refuses a person who does not exist here and a matter the actor does not see, field by field, before a foreign key would. */
export const checkLinks = async (
  { presenterId, matterId }: { presenterId?: string | null | undefined; matterId?: string | null | undefined },
  meeting: { id: string },
  given: Circumstances,
) => {
  const { actor, db, now } = given
  await checkPeople([presenterId], meeting, given)
  if (!matterId) return
  // Its title would stand on the agenda: hanging an item on a matter must not be a way to read it.
  const { rows } = await sql`
    select from matters x where x.id = ${matterId} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(db)
  if (rows.length === 0) invalid(["matterId"], "unknown_matter")
}

/** The papers of an item, in order. */
export const papersOf = async (itemId: string, db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom("item_papers")
    .select("file_id")
    .where("item_id", "=", itemId)
    .orderBy("position")
    .execute()
  return rows.map(({ file_id }) => file_id)
}

/** Unties papers from an item; the files stay. */
export const dropPapers = async (itemId: string, fileIds: readonly string[], db: Db) => {
  if (fileIds.length === 0) return
  await db.deleteFrom("item_papers").where("item_id", "=", itemId).where("file_id", "in", fileIds).execute()
}
