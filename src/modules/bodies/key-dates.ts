import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** Kinds of days that a body writes down. Occasions of the year hang on the elections; the rest is known and shown. */
export const keyDateKinds = ["municipal", "regional", "national", "european", "congress", "other"] as const
export type KeyDateKind = (typeof keyDateKinds)[number]

export type KeyDate = {
  id: string
  body_id: string
  /** Whose rulebook of dates it stands in: the body asked about, or one above. */
  body_name: string
  kind: KeyDateKind
  on_day: Temporal.PlainDate
  name: string | null
  source: string
}

/** The days that a body knows from a day on: its own and those of the bodies above, the nearest first. */
export const keyDatesOf = async (bodyId: string, from: Temporal.PlainDate, db: Db): Promise<KeyDate[]> => {
  const { rows } = await sql<KeyDate>`
    select d.id, d.body_id, above.name as body_name, d.kind, d.on_day, d.name, d.source
      from bodies b
      join bodies above on above.id = any(b.line)
      join key_dates d on (d.organisation_id, d.body_id) = (above.organisation_id, above.id)
     where b.id = ${bodyId} and d.removed_at is null and d.on_day >= ${from}::date
     order by d.on_day, d.id`.execute(db)
  return rows
}

/** Writes a day into a body; answers its id. */
export const insertKeyDate = async (
  {
    bodyId,
    ...said
  }: { bodyId: string; kind: KeyDateKind; on_day: Temporal.PlainDate; name: string | null; source: string },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("key_dates")
    .values({ ...said, organisation_id: actor.organisation, id, body_id: bodyId, removed_at: null })
    .execute()
  return id
}

export const findKeyDateToRemove = (keyDateId: string, db: Db) =>
  db
    .selectFrom("key_dates")
    .selectAll()
    .where("id", "=", keyDateId)
    .where("removed_at", "is", null)
    .forUpdate()
    .executeTakeFirst()

export const removeKeyDate = (keyDateId: string, { db, now }: Circumstances) =>
  db.updateTable("key_dates").set({ removed_at: now }).where("id", "=", keyDateId).execute()
