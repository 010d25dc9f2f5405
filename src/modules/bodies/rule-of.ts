import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { type Rule, type RuleInForce, ruleWithReasonOn } from "../../kernel/law/rule.ts"
import type { RuleRow } from "./tables.ts"

/** A rule in force, with the body whose rulebook gives it: the one asked about, or one above. */
export type RuleOfBody = RuleInForce & { body_id: string }

/**
 * The rule of a body on a day, as kernel/law reads it (ISO dates): the body's own record before its profile's, and the
 * nearest body above where this one has none or a blank. Null when no rulebook speaks of it; a `value` of null when the
 * rule is known and nobody has said its value.
 */
export const ruleOf = async (bodyId: string, key: string, on: Temporal.PlainDate, db: Db): Promise<Rule | null> =>
  (await ruleWithReasonOf(bodyId, key, on, db))?.rule ?? null

/** The same, with what it replaces and whose rulebook it stands in, for the page that explains. */
export const ruleWithReasonOf = async (
  bodyId: string,
  key: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<RuleOfBody | null> => nearest(await rulebooksOf(bodyId, db, key), key, on)

/** The rule of many bodies at once, for what looks at all below a body: one by one, two hundred took a third of a second. */
export const ruleOfMany = async (
  bodyIds: readonly string[],
  key: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<Map<string, Rule | null>> => {
  const ruleIn = await rulesOfMany(bodyIds, [key], db)
  return new Map(bodyIds.map((id) => [id, ruleIn(id, key, on)?.rule ?? null]))
}

/** Several rules of many bodies at once, by body, key and day: a calendar of many sittings reads them in one statement. */
export const rulesOfMany = async (
  bodyIds: readonly string[],
  keys: readonly string[],
  db: Db,
): Promise<(bodyId: string, key: string, on: Temporal.PlainDate) => RuleOfBody | null> => {
  const { rows } = await sql<RuleRow & { of_body: string }>`
    select b.id as of_body, r.* from bodies b
      cross join unnest(b.line) with ordinality as above(id, height)
      join rules r on (r.organisation_id, r.body_id) = (b.organisation_id, above.id) and r.key = any(${[...keys]}::text[])
     where b.id = any(${[...bodyIds]}::uuid[])
     order by b.id, above.height desc, r.valid_from nulls first, r.id`.execute(db)
  const books = new Map(
    [...Map.groupBy(rows, ({ of_body }) => of_body)].map(([id, all]) => [
      id,
      booksOf(all.map(({ of_body: _, ...rule }) => rule)),
    ]),
  )
  return (bodyId, key, on) => nearest(books.get(bodyId) ?? [], key, on)
}

type Book = { body_id: string; rules: (Rule & { id: string })[] }

const nearest = (books: readonly Book[], key: string, on: Temporal.PlainDate): RuleOfBody | null => {
  let blank: RuleOfBody | null = null
  for (const { body_id, rules } of books) {
    const found = ruleWithReasonOn(rules, key, on)
    if (found && found.rule.value !== null) return { ...found, body_id }
    if (found) blank ??= { ...found, body_id }
  }
  return blank
}

/** The rulebooks that bind a body, its own first, then upwards; one key of them, or all. */
export const rulebooksOf = async (bodyId: string, db: Db, key?: string): Promise<Book[]> => {
  const { rows } = await sql<RuleRow>`
    select r.* from bodies b
      cross join unnest(b.line) with ordinality as above(id, height)
      join rules r on (r.organisation_id, r.body_id) = (b.organisation_id, above.id)
     where b.id = ${bodyId} and (${key ?? null}::text is null or r.key = ${key ?? null})
     order by above.height desc, r.key, r.valid_from nulls first, r.id`.execute(db)
  return booksOf(rows)
}

const booksOf = (rows: readonly RuleRow[]): Book[] =>
  [...Map.groupBy(rows, ({ body_id }) => body_id)].map(([body_id, all]) => ({
    body_id,
    rules: all.map(asRule),
  }))

const asRule = ({ organisation_id: _, body_id: __, read_on, valid_from, valid_to, ...rest }: RuleRow) =>
  ({
    ...rest,
    read_on: read_on?.toString() ?? null,
    valid_from: valid_from?.toString() ?? null,
    valid_to: valid_to?.toString() ?? null,
  }) as Rule & { id: string }
