import { sql } from "kysely"
import type { Schedule } from "../../../../kernel/job.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { decryptField, encryptField, type Secret } from "../../../../kernel/secret.ts"

/** How long an import can be taken back, and how long what it overwrote is kept. */
export const DAYS = 30

export const formerFields = [
  "given_name",
  "family_name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "note",
] as const
export type Former = Record<(typeof formerFields)[number], string | null>

/** The people that an import is about to change, as they are now. */
export const formerOf = async (ids: readonly string[], db: Circumstances["db"]): Promise<Map<string, Former>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Former & { id: string }>`
    select id, ${sql.join(formerFields.map((field) => sql.ref(field)))} from people where id = any(${ids}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, ...former }) => [id, former]))
}

export const keepFormer = async (
  importId: string,
  former: ReadonlyMap<string, Former>,
  { actor, db, secret }: Pick<Circumstances, "actor" | "db" | "secret">,
): Promise<void> => {
  if (former.size === 0) return
  const rows = [...former].map(([person_id, fields]) => ({
    person_id,
    former: encryptField(secret, actor.organisation, FIELD, JSON.stringify(fields)),
  }))
  await sql`insert into import_former (organisation_id, import_id, person_id, former)
    select current_org(), ${importId}, person_id, former
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(person_id uuid, former text)`.execute(db)
}

export const opened = (former: string, organisation: string, secret: Secret): Former =>
  JSON.parse(decryptField(secret, organisation, FIELD, former)) as Former

const FIELD = "import_former"

/** Each night: what can no longer be given back is no longer kept. */
export const forgetFormer: Schedule = {
  name: "forget what imports overwrote",
  cron: "30 3 * * *",
  run: ({ db, now }) =>
    sql`delete from import_former f using imports i
         where (i.organisation_id, i.id) = (f.organisation_id, f.import_id)
           and (i.undone_at is not null or i.at < ${now.subtract({ hours: 24 * DAYS })})`.execute(db),
}
