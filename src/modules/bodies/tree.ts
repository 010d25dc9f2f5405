import { sql } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** One change of the tree at a time: two bodies, each moved under the other at once, would leave it without a top. */
export const lockTree = ({ actor, db }: Circumstances): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`tree ${actor.organisation}`}, 0))`.execute(db)

/** Puts a body, and all that stands under it, under another. Refuses what would make the tree a circle. The tree is locked. */
export const moveBodyRow = async (bodyId: string, underId: string, { db }: Circumstances): Promise<void> => {
  const { rows } = await sql<{ circle: boolean }>`
    select ${bodyId}::uuid = any(line) as circle from bodies where id = ${underId} and closed_on is null`.execute(db)
  const under = rows[0] ?? refuse("not_found", {}, 404)
  if (under.circle) refuse("bodies.circle")
  await sql`update bodies set parent_id = ${underId} where id = ${bodyId}`.execute(db)
  await sql`
    update bodies b set line = (select line from bodies where id = ${underId}) || b.line[array_position(b.line, ${bodyId}::uuid):]
     where ${bodyId}::uuid = any(b.line)`.execute(db)
}

/** A body comes from another, and from all that one came from. */
export const writeOrigin = (
  { bodyId, originId, on }: { bodyId: string; originId: string; on: Temporal.PlainDate },
  { db }: Circumstances,
): Promise<unknown> =>
  sql`
    insert into body_origins (organisation_id, body_id, origin_id, on_day, direct)
    select current_org(), ${bodyId}, x.id, ${on}::date, x.id = ${originId}
      from (select ${originId}::uuid as id union select origin_id from body_origins where body_id = ${originId}) as x
     where x.id <> ${bodyId}
        on conflict (organisation_id, body_id, origin_id) do nothing`.execute(db)
