import { sql } from "kysely"
import { confide } from "../../kernel/confide.ts"
import { json } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Paragraph } from "../../kernel/amending/paragraph.ts"
import { carryOver, type Fate, fatesOf } from "../../kernel/amending/carry-over.ts"
import { asNobody, carrySubs } from "./carry-subs.ts"
import { settled } from "./kinds.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import type { Base } from "./seen.ts"
import type { SnagAt } from "./tables.ts"
import { wordsOfText } from "./words-of-text.ts"

type Open = {
  id: string
  text_id: string | null
  version: number
  operations: { operations: Operation[] }
  confidential: boolean | null
}

/**
 * Carries every open amendment over to the next version, whoever may see it. One that cannot follow keeps its words and the
 * version they were written on, and says where it stands now: nothing is lost, somebody takes it up.
 */
export const carryAll = async (
  base: Base,
  next: { number: number; paragraphs: readonly Paragraph[] },
  given: Circumstances,
): Promise<{ stand: number; snagged: number }> => {
  const { db } = given
  const { rows } = await sql<Open>`
    select a.id, a.text_id, a.version, a.operations, w.confidential
      from amendments a left join texts w on (w.organisation_id, w.id) = (a.organisation_id, a.text_id)
     where a.base_id = ${base.id} and a.amends_id is null and coalesce(a.outcome, w.state, '') not in (${sql.join(settled)})
     order by a.id for update of a`.execute(db)
  const texts = next.paragraphs.map(({ text }) => text)
  const fates = await fatesByVersion(base, new Set(rows.map(({ version }) => version)), texts, given)
  let snagged = 0
  for (const amendment of rows) {
    const { operations } = amendment.operations
    const from = fates.get(amendment.version)!
    const carried = operations.map((operation) => carryOver(operation, from, texts))
    const snags = carried.flatMap(({ operation, snag }, index): SnagAt[] =>
      snag ? [{ index, snag, from: operation.from, to: operation.to }] : [],
    )
    if (snags.length) {
      snagged++
      await db
        .updateTable("amendments")
        .set({ snags: json({ snags }) })
        .where("id", "=", amendment.id)
        .execute()
      continue
    }
    const moved = carried.map(({ operation }) => operation)
    await db
      .updateTable("amendments")
      .set({
        operations: confide(given, Boolean(amendment.confidential)).doc({ operations: moved }),
        version: next.number,
        snags: null,
      })
      .where("id", "=", amendment.id)
      .execute()
    if (amendment.text_id)
      await wordsOfText(amendment.text_id, moved, next.paragraphs, asNobody(given), { amends_name: null })
    snagged += await carrySubs(amendment.id, { before: operations, after: moved }, given)
  }
  return { stand: rows.length - snagged, snagged }
}

// One that was left behind earlier is compared with the version it was written on.
const fatesByVersion = async (base: Base, versions: Set<number>, texts: string[], { db }: Circumstances) => {
  const rows = await db
    .selectFrom("base_versions")
    .select(["number", "paragraphs"])
    .where("base_id", "=", base.id)
    .where("number", "in", [0, ...versions])
    .execute()
  return new Map<number, Fate[]>(
    rows.map(({ number, paragraphs }) => [
      number,
      fatesOf(
        (paragraphs ?? []).map(({ text }) => text),
        texts,
      ),
    ]),
  )
}
