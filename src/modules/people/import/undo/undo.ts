import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import type { Db } from "../../../../kernel/db.ts"
import { event } from "../../../../kernel/event.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { holds } from "../../../mandates/contract.ts"
import { linesOf } from "../lines.ts"
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
    const created = await remove(of, given)
    const updated = await restore(of, given)
    await neverBegan(of, [...updated.whole, ...updated.kept.keys()], db)
    const kept = new Map([...created.kept, ...updated.kept])
    const rows = [...kept].map(([person_id, reason]) => ({ person_id, reason }))
    await sql`insert into import_kept (organisation_id, import_id, person_id, reason)
      select current_org(), ${importId}, person_id, reason
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k(person_id uuid, reason text)`.execute(db)
    await sql`delete from import_former where import_id = ${importId}`.execute(db)
    const counts = { removed: created.removed, restored: updated.restored, kept: kept.size }
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

const remove = async ({ importId, bodyId, xid }: Written, given: Circumstances) => {
  const { db, actor } = given
  const { rows } = await sql<{ id: string; changed: boolean }>`
    select p.id, not (p.${untouched(xid)}) as changed from people p
     where p.id in (select person_id from (${linesOf(importId)}) l where l.state = 'created' and l.person_id is not null)
       and p.merged_into is null order by p.id for update`.execute(db)
  const kept = new Map<string, KeptReason>(rows.filter(({ changed }) => changed).map(({ id }) => [id, "changed"]))
  const left = () => rows.map(({ id }) => id).filter((id) => !kept.has(id))
  const keep = (some: { id: string }[], reason: KeptReason) => some.forEach(({ id }) => kept.set(id, reason))
  const { rows: belong } = await sql<{ id: string }>`
    select distinct person_id as id from memberships
     where person_id = any(${left()}::uuid[]) and not (body_id = ${bodyId} and ${untouched(xid)})`.execute(db)
  keep(belong, "belongs")
  keep(await namedAmong(left(), given), "named")
  const { rows: signIn } = await sql<{ id: string }>`
    select id from unnest(${left()}::uuid[]) id where exists (select from account_of(${actor.organisation}, id))`.execute(
    db,
  )
  keep(signIn, "signs_in")
  const gone = left()
  for (const own of ["memberships", "import_former", "likely_same", "people_apart"] as const)
    for (const column of own === "likely_same" || own === "people_apart" ? ["first_id", "second_id"] : ["person_id"])
      await sql`delete from ${sql.table(own)} where ${sql.ref(column)} = any(${gone}::uuid[])`.execute(db)
  await sql`update import_lines set person_id = null where person_id = any(${gone}::uuid[])`.execute(db)
  await sql`delete from people where id = any(${gone}::uuid[])`.execute(db)
  return { removed: gone.length, kept }
}

// Tables whose rows an import writes itself, or that only say that somebody is there.
const ownTables = new Set(["memberships", "import_lines", "import_former", "likely_same", "people_apart"])

/** Whom anything else in the product names: a meeting, a mandate, a task. */
const namedAmong = async (ids: readonly string[], { db, held }: Circumstances): Promise<{ id: string }[]> => {
  const named: { id: string }[] = []
  for (const { table, person, byDoor } of held) {
    if (byDoor || ownTables.has(table)) continue
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(`t.${person}`)} as id from ${sql.table(table)} t where ${sql.ref(`t.${person}`)} = any(${ids}::uuid[])`.execute(
      db,
    )
    named.push(...rows)
  }
  return named
}

const restore = async ({ importId, xid }: Written, given: Circumstances) => {
  const { db, actor, secret } = given
  const { rows } = await sql<{ id: string; former: string; changed: boolean }>`
    select p.id, f.former, not (p.${untouched(xid)}) as changed
      from import_former f join people p on (p.organisation_id, p.id) = (f.organisation_id, f.person_id)
     where f.import_id = ${importId} order by p.id for update of p`.execute(db)
  const whole = rows.filter(({ changed }) => !changed)
  const values = whole.map(({ id, former }) => ({ id, person: opened(former, actor.organisation, secret) }))
  const fields = sql.join(formerFields.map((field) => sql`${sql.ref(field)} = f.${sql.ref(field)}`))
  await sql`update people set ${fields} from (${rowsOf(values, given)}) f where people.id = f.id`.execute(db)
  const kept = new Map<string, KeptReason>(rows.filter(({ changed }) => changed).map(({ id }) => [id, "changed"]))
  return { restored: whole.length, whole: whole.map(({ id }) => id), kept }
}

/** Whom the import entered in the body, and was known before: as if it had not. */
const neverBegan = async ({ bodyId, xid }: Written, ids: readonly string[], db: Db): Promise<void> => {
  await sql`update memberships set until = since - 1
     where person_id = any(${ids}::uuid[]) and body_id = ${bodyId} and ${untouched(xid)}`.execute(db)
}
