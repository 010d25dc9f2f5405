import { type RawBuilder, type Selectable, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import { bodiesOf, bodiesWhere, type Who } from "../mandates/contract.ts"
import type { InstitutionRow, OfficeRow } from "./tables.ts"

/** Locks an office; who may change it is decided by its body. */
export const findOfficeToChange = (officeId: string, db: Db): Promise<Selectable<OfficeRow> | undefined> =>
  db.selectFrom("offices").selectAll().where("id", "=", officeId).forUpdate().executeTakeFirst()

export const findInstitutionToChange = (
  institutionId: string,
  db: Db,
): Promise<Selectable<InstitutionRow> | undefined> =>
  db
    .selectFrom("institutions")
    .selectAll()
    .where("id", "=", institutionId)
    .where("closed_on", "is", null)
    .forUpdate()
    .executeTakeFirst()

/** An institution of the body's register, open or not: what one held there stays. Refuses as 404 what stands in another register. */
export const institutionOf = async (
  institutionId: string,
  bodyId: string,
  db: Db,
): Promise<Selectable<InstitutionRow>> => {
  const found = await db
    .selectFrom("institutions")
    .selectAll()
    .where("id", "=", institutionId)
    .where("body_id", "=", bodyId)
    .executeTakeFirst()
  return found ?? refuse("not_found", {}, 404)
}

/** SQL, of an institution by its alias: its name, which is that of the organisation it is. */
export const nameOf = (institution: "i" | "s"): RawBuilder<string> => sql<string>`(
  select c.name from counterparts c where (c.organisation_id, c.id) = (${sql.ref(`${institution}.organisation_id`)}, ${sql.ref(`${institution}.outside_id`)}))`

/** SQL, of an office `o`: in the register of a body of the reader's, or of one they look after, or their own. */
export const isOfficeSeen = (me: Who, on: Temporal.PlainDate): RawBuilder<boolean> => sql<boolean>`(
  o.person_id = ${me} or o.body_id in (${bodiesOf(me, on)}) or o.body_id in (${bodiesWhere("offices.manage", me, on)}))`

/** SQL, of an office `o`: what it is paid is read by its holder and by those who keep the register. */
export const isPaySeen = (me: string, on: Temporal.PlainDate): RawBuilder<boolean> => sql<boolean>`(
  o.person_id = ${me} or o.body_id in (${bodiesWhere("offices.manage", me, on)}))`

/** What `offices.kind`, `role` and `title` say together needs the holder's form: joined as `p` beside `o` and `i`. */
export const officeJoins = sql`
  offices o
  join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
  join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
  join bodies b on (b.organisation_id, b.id) = (o.organisation_id, o.body_id)
  left join institutions s on (s.organisation_id, s.id) = (o.organisation_id, o.sent_by)`
