import { sql } from "kysely"
import type { Schedule } from "../../kernel/job.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** Lets go of files that nothing hangs on any more; the database refuses the others. Their bytes go the next time bytes are removed. */
export const forgetFiles = async (fileIds: readonly string[], { db }: Pick<Circumstances, "db">): Promise<void> => {
  if (fileIds.length === 0) return
  await sql`
    with gone as (delete from files where id = any(${[...fileIds]}::uuid[]) returning organisation_id, hash)
    insert into file_remains (organisation_id, hash) select distinct organisation_id, hash from gone on conflict do nothing`.execute(
    db,
  )
}

export const removeBytesNightly: Schedule = {
  name: "remove the bytes of files that are gone",
  cron: "20 4 * * *",
  run: (given) => removeBytes(given),
}

/** Bytes that another file has as well stay for it. Run twice, it does the same. */
export const removeBytes = async ({ db, files, actor }: Circumstances): Promise<void> => {
  const { rows } = await sql<{ hash: string; stays: boolean }>`
    select r.hash, exists (select from files f where f.hash = r.hash) as stays from file_remains r for update of r`.execute(
    db,
  )
  for (const { hash, stays } of rows) if (!stays) await files.remove(actor.organisation, hash)
  if (rows.length > 0)
    await sql`delete from file_remains where hash in (${sql.join(rows.map(({ hash }) => hash))})`.execute(db)
}
