import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isTextSeen, type TextState } from "../texts/contract.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import { isBaseSeen } from "./seen.ts"
import type { AmendmentRow, SnagAt } from "./tables.ts"

/** An amendment as its base shows it; of ours, with what its text says. */
export type Amendment = Pick<
  Selectable<AmendmentRow>,
  "id" | "text_id" | "group_name" | "version" | "effect" | "amount_cents"
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
  snags: SnagAt[]
}

/** SQL, of an amendment `a` beside its text `w`, which another group's has not: who sees the text sees it. */
const isAmendmentSeen = ({ actor, now }: Circumstances) =>
  sql<boolean>`(a.text_id is null or ${isTextSeen(actor.personId!, dayOf(now))})`

const columns = sql`a.id, a.base_id, b.body_id, a.text_id, a.group_name, a.version, a.effect, a.amount_cents,
  coalesce(a.number, w.their_number, w.reference) as number, coalesce(w.state, a.outcome) as state, w.title,
  w.author_id, coalesce(w.written_by, a.written_by) as written_by,
  p.given_name || ' ' || p.family_name as author, coalesce(w.confidential, false) as confidential, a.operations, a.snags`
const tables = sql`amendments a
  join bases b on (b.organisation_id, b.id) = (a.organisation_id, a.base_id)
  left join texts w on (w.organisation_id, w.id) = (a.organisation_id, a.text_id)
  left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.author_id)`

type Raw = Omit<Amendment, "operations" | "snags"> & {
  operations: { operations: Operation[] }
  snags: { snags: SnagAt[] } | null
}
const opened = ({ operations, snags, ...rest }: Raw): Amendment => ({
  ...rest,
  operations: operations.operations,
  snags: snags?.snags ?? [],
})

/** The amendments of a base that the actor sees, in the order they were written. */
export const amendmentsOf = async (baseId: string, given: Circumstances): Promise<Amendment[]> => {
  const { rows } = await sql<Raw>`
    select ${columns} from ${tables}
     where a.base_id = ${baseId} and ${isAmendmentSeen(given)} order by a.written_at, a.id limit 10000`.execute(
    given.db,
  )
  return rows.map(opened)
}

/** One, by its own id or by that of its text. */
export const findAmendment = async (id: string, given: Circumstances): Promise<Amendment | undefined> => {
  const { rows } = await sql<Raw>`
    select ${columns} from ${tables}
     where (a.id = ${id} or a.text_id = ${id}) and ${isBaseSeen(given.actor.personId!, dayOf(given.now))}
       and ${isAmendmentSeen(given)}`.execute(given.db)
  return rows.map(opened)[0]
}
