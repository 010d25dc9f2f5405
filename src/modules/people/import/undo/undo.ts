import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../../kernel/clock.ts"
import { command } from "../../../../kernel/command.ts"
import { event } from "../../../../kernel/event.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { holds } from "../../../mandates/contract.ts"
import { erasePeopleRows } from "../../erase.ts"
import { createdBy } from "../lines.ts"
import { rowsOf } from "../rows.ts"
import { DAYS, formerFields, opened } from "./former.ts"

/** Counts only: who they were is nobody's any more. */
export const importUndone = event<{
  importId: string
  bodyId: string
  removed: number
  restored: number
  kept: number
}>()("people.importUndone")

type KeptReason = "changed" | "named" | "signs_in" | "belongs"

/**
 * Takes an import back: whom it created goes, what it overwrote comes back, the memberships it began never began. Whatever anybody
 * touched or used since stays, with the reason.
 */
export const undoImport = command({
  name: "people.undoImport",
  input: z.object({ importId: z.uuid() }),
  find: ({ importId }, { db }) =>
    db.selectFrom("imports").selectAll().where("id", "=", importId).forUpdate().executeTakeFirst(),
  allow: holds("people.manage"),
  async run({ input: { importId }, subject, ...given }) {
    const { actor, db, now } = given
    if (subject.undone_at) refuse("people.import_undone")
    if (!canBeUndone(subject, now)) refuse("people.import_too_old", { days: DAYS })
    const of: Written = { importId, bodyId: subject.body_id, xid: subject.written_in! }
    const removed = await remove(of, given)
    const restored = await restore(of, given)
    await sql`delete from import_former where import_id = ${importId}`.execute(db)
    const { rows } = await sql<{ kept: number }>`
      select count(*)::int as kept from import_kept where import_id = ${importId}`.execute(db)
    const counts = { removed, restored, kept: rows[0]!.kept }
    await db
      .updateTable("imports")
      .set({ undone_at: now, undone_by: actor.personId, ...counts })
      .where("id", "=", importId)
      .execute()
    return importUndone({ importId, bodyId: subject.body_id, ...counts })
  },
})

export const canBeUndone = (
  {
    at,
    written_in,
    undone_at,
  }: { at: Temporal.Instant; written_in: string | null; undone_at: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean =>
  written_in !== null && undone_at === null && Temporal.Instant.compare(now.subtract({ hours: 24 * DAYS }), at) <= 0

type Written = { importId: string; bodyId: string; xid: string }

// The rows that the import wrote and nobody has written since.
const untouched = (xid: string): RawBuilder<boolean> => sql<boolean>`xmin::text = ${xid}`

const remove = async (of: Written, given: Circumstances): Promise<number> => {
  const { importId, bodyId, xid } = of
  const { db, now } = given
  const created = createdBy(importId)
  await sql`select count(*) from (select from people where id in (${created}) order by id for update) as locked`.execute(
    db,
  )
  // One statement for each reason, never one for each person: the first that is found is the one that is told.
  const keep = (reason: KeptReason, of: RawBuilder<unknown>, which: RawBuilder<unknown>) =>
    sql`insert into import_kept (organisation_id, import_id, person_id, reason)
      select distinct current_org(), l.import_id, l.person_id, ${reason} from import_lines l join ${of}
       where l.import_id = ${importId} and l.state = 'created' and ${which} on conflict do nothing`.execute(db)
  await keep("changed", sql`people p on p.id = l.person_id`, sql`p.merged_into is null and not p.${untouched(xid)}`)
  await keep(
    "belongs",
    sql`memberships m on m.person_id = l.person_id`,
    sql`not (m.body_id = ${bodyId} and m.${untouched(xid)})`,
  )
  for (const { table, person, byDoor } of given.held)
    if (!byDoor && !ownTables.has(table))
      await keep("named", sql`${sql.table(table)} t on ${sql.ref(`t.${person}`)} = l.person_id`, sql`true`)
  await keep("signs_in", sql`account_of(current_org(), l.person_id) a on true`, sql`true`)
  const gone = sql`select l.person_id from (${created}) l where not exists (
    select from import_kept k where k.import_id = ${importId} and k.person_id = l.person_id)`
  for (const own of ["memberships", "import_former", "likely_same", "people_apart"] as const)
    for (const column of own === "likely_same" || own === "people_apart" ? ["first_id", "second_id"] : ["person_id"])
      await sql`delete from ${sql.table(own)} where ${sql.ref(column)} in (${gone})`.execute(db)
  return erasePeopleRows(sql`id in (${gone})`, dayOf(now), db)
}

// Tables whose rows an import writes itself, or that only say that somebody is there.
const ownTables = new Set(["memberships", "import_lines", "import_former", "likely_same", "people_apart"])

/** Whom the import entered in the body, and was known before, as if it had not; and what it overwrote of them, unless it was changed. */
const restore = async ({ importId, bodyId, xid }: Written, given: Circumstances): Promise<number> => {
  const { db, actor, secret } = given
  const { rows } = await sql<{ id: string; former: string; changed: boolean }>`
    select p.id, f.former, not (p.${untouched(xid)}) as changed
      from import_former f join people p on (p.organisation_id, p.id) = (f.organisation_id, f.person_id)
     where f.import_id = ${importId} order by p.id for update of p`.execute(db)
  const whole = rows.filter(({ changed }) => !changed)
  const fields = sql.join(formerFields.map((field) => sql`${sql.ref(field)} = f.${sql.ref(field)}`))
  for (let from = 0; from < whole.length; from += SET) {
    const some = whole.slice(from, from + SET)
    const values = some.map(({ id, former }) => ({ id, person: opened(former, actor.organisation, secret) }))
    await sql`update people set ${fields} from (${rowsOf(values, given)}) f where people.id = f.id`.execute(db)
  }
  const kept = rows.filter(({ changed }) => changed).map(({ id }) => id)
  await sql`insert into import_kept (organisation_id, import_id, person_id, reason)
    select current_org(), ${importId}, person_id, 'changed' from unnest(${kept}::uuid[]) as k(person_id) on conflict do nothing`.execute(
    db,
  )
  await sql`update memberships set until = since - 1 where body_id = ${bodyId} and ${untouched(xid)}
    and person_id in (select person_id from import_former where import_id = ${importId})`.execute(db)
  return whole.length
}

const SET = 5000
