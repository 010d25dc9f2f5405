import { type RawBuilder, type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isTextSeen, type TextState } from "../texts/contract.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import { isBaseSeen } from "./seen.ts"
import type { AmendmentRow, SnagAt } from "./tables.ts"

/** An amendment as its base shows it; of ours, with what its text says. */
export type Amendment = Pick<
  Selectable<AmendmentRow>,
  | "id"
  | "text_id"
  | "group_name"
  | "version"
  | "revision"
  | "amends_id"
  | "effect"
  | "amount_cents"
  | "written_at"
  | "place"
  | "says"
  | "object"
> & {
  base_id: string
  body_id: string
  /** The number of whoever lodged it. */
  number: string | null
  state: TextState | string | null
  title: string | null
  author_id: string | null
  written_by: string | null
  author: string | null
  confidential: boolean
  operations: Operation[]
  /** Of a sub-amendment, the paragraphs it was written on. */
  on: string[] | null
  snags: SnagAt[]
  /** Written on the text of today: the version of the base or, of a sub-amendment, what its amendment says now. */
  stands: boolean
  /** Of a sub-amendment, how its amendment is called and where it is. */
  amends_name: string | null
  amends_state: string | null
}

/**
 * SQL, of an amendment `a` beside its text `w`, which another group's has not: who sees the text sees it. A sub-amendment quotes
 * what it amends `m`, and is seen with it.
 */
const isAmendmentSeen = ({ actor, now }: Circumstances) => {
  const seen = isTextSeen(actor.personId!, dayOf(now))
  return sql<boolean>`((a.text_id is null or ${seen}) and (m.text_id is null
    or exists (select from texts w where (w.organisation_id, w.id) = (m.organisation_id, m.text_id) and ${seen})))`
}

const columns = sql`a.id, a.base_id, b.body_id, a.text_id, a.group_name, a.version, a.revision, a.amends_id, a.effect, a.amount_cents, a.written_at, a.place, a.says, a.object,
  coalesce(a.number, w.their_number, w.reference) as number, coalesce(w.state, a.outcome) as state, w.title,
  w.author_id, coalesce(w.written_by, a.written_by) as written_by,
  coalesce(p.given_name || ' ' || p.family_name, a.signed_by) as author, coalesce(w.confidential, false) as confidential, a.operations, a.snags,
  a.version = coalesce(m.revision, b.version) as stands, coalesce(mw.state, m.outcome) as amends_state,
  case when m.id is null then null
       when m.group_name is null then coalesce(mw.their_number, mw.reference, mw.title)
       when m.number is null then m.group_name
       else concat('n° ', m.number, ' (', m.group_name, ')') end as amends_name`
const tables = sql`amendments a
  join bases b on (b.organisation_id, b.id) = (a.organisation_id, a.base_id)
  left join texts w on (w.organisation_id, w.id) = (a.organisation_id, a.text_id)
  left join amendments m on (m.organisation_id, m.id) = (a.organisation_id, a.amends_id)
  left join texts mw on (mw.organisation_id, mw.id) = (m.organisation_id, m.text_id)
  left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.author_id)`

type Raw = Omit<Amendment, "operations" | "on" | "snags"> & {
  operations: { operations: Operation[]; on?: string[] }
  snags: { snags: SnagAt[] } | null
}
const opened = ({ operations, snags, ...rest }: Raw): Amendment => ({
  ...rest,
  operations: operations.operations,
  on: operations.on ?? null,
  snags: snags?.snags ?? [],
})

/** The amendments of a base that the actor sees, in the order they were written. */
export const amendmentsOf = (baseId: string, given: Circumstances): Promise<Amendment[]> =>
  rowsWhere(sql`a.base_id = ${baseId} and ${isAmendmentSeen(given)}`, given)

/** One, by its own id or by that of its text. */
export const findAmendment = async (id: string, given: Circumstances): Promise<Amendment | undefined> =>
  (
    await rowsWhere(
      sql`(a.id = ${id} or a.text_id = ${id}) and ${isBaseSeen(given.actor.personId!, dayOf(given.now))}
          and ${isAmendmentSeen(given)}`,
      given,
    )
  )[0]

/** One and its sub-amendments, whoever may see them: what happens to it happens to them. */
export const withSubs = (id: string, given: Circumstances): Promise<Amendment[]> =>
  rowsWhere(sql`${id} in (a.id, a.amends_id)`, given)

const rowsWhere = async (where: RawBuilder<unknown>, { db }: Circumstances): Promise<Amendment[]> => {
  const { rows } = await sql<Raw>`
    select ${columns} from ${tables} where ${where} order by a.written_at, a.id limit 10000`.execute(db)
  return rows.map(opened)
}
