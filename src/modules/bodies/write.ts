import { sql } from "kysely"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import type { Rule } from "../../kernel/law/rule.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** What a body may change of itself. Its place in the tree, its profile and its means are for good. */
export type BodyChanges = { name: string; place: string | null; town?: string | null }

export const changeBodyRow = (bodyId: string, changes: BodyChanges, { db }: Circumstances) =>
  db.updateTable("bodies").set(changes).where("id", "=", bodyId).execute()

export const closeBodyRow = (bodyId: string, on: Temporal.PlainDate, { db }: Circumstances) =>
  db.updateTable("bodies").set({ closed_on: on }).where("id", "=", bodyId).execute()

/** Writes the body's own value of a rule; the newest by `valid_from` wins, and what it replaces stays. Answers its id. */
export const insertOwnRule = async (
  {
    bodyId,
    rule,
    readOn,
  }: {
    bodyId: string
    rule: Omit<Rule, "jurisdiction" | "valid_to" | "read_on" | "confidence">
    /** When somebody read the text that says so; today unless told. */
    readOn?: Temporal.PlainDate | null
  },
  { actor, db, now }: Circumstances,
): Promise<string> => {
  const id = newId()
  const { valid_from, value, ...rest } = rule
  await db
    .insertInto("rules")
    .values({
      ...rest,
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      value: json(value),
      jurisdiction: "own",
      read_on: readOn ?? now.toZonedDateTimeISO("Europe/Brussels").toPlainDate(),
      valid_from: valid_from ? Temporal.PlainDate.from(valid_from) : null,
      valid_to: null,
      confidence: "V",
    })
    .execute()
  return id
}

/** Writes those of some rules of which no rulebook that binds the body speaks: a body that begins to follow an assembly needs its rules. */
export const insertMissingRules = async (
  bodyId: string,
  rules: readonly Rule[],
  { actor, db }: Circumstances,
): Promise<void> => {
  const { rows } = await sql<{ key: string }>`
    select r.key from bodies b join rules r on r.organisation_id = b.organisation_id and r.body_id = any(b.line)
     where b.id = ${bodyId} and r.key = any(${rules.map(({ key }) => key)}::text[])`.execute(db)
  const known = new Set(rows.map(({ key }) => key))
  const missing = rules.filter(({ key }) => !known.has(key))
  if (missing.length === 0) return
  await db
    .insertInto("rules")
    .values(missing.map((rule) => ({ ...ruleRow(rule), organisation_id: actor.organisation, body_id: bodyId })))
    .execute()
}

/** A rule of a profile as its row. */
export const ruleRow = (rule: Rule) => ({
  ...rule,
  id: newId(),
  value: json(rule.value),
  read_on: date(rule.read_on),
  valid_from: date(rule.valid_from),
  valid_to: date(rule.valid_to),
})

const date = (iso: string | null) => (iso ? Temporal.PlainDate.from(iso) : null)

/** Is this code of papers taken in the organisation? */
export const isCodeTaken = async (code: string, { db }: Circumstances): Promise<boolean> =>
  (await sql`select from bodies where code = ${code}`.execute(db)).rows.length > 0
