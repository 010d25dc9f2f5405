import { sql } from "kysely"
import { carryOver, fatesOf } from "../../kernel/amending/carry-over.ts"
import type { Operation } from "../../kernel/amending/operation.ts"
import { confide } from "../../kernel/confide.ts"
import { json } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { asParagraphs, nameOf, proposedBy } from "./ground.ts"
import { settled } from "./kinds.ts"
import { withSubs } from "./store.ts"
import type { SnagAt } from "./tables.ts"
import { wordsOfText } from "./words-of-text.ts"

/**
 * What an amendment puts into the text changed: its open sub-amendments follow, or say where they could not, as amendments do when
 * their base changes. Answers how many could not.
 */
export const carrySubs = async (
  amendmentId: string,
  { before, after }: { before: readonly Operation[]; after: readonly Operation[] },
  given: Circumstances,
): Promise<number> => {
  const { db } = given
  const [was, proposed] = [proposedBy(before), proposedBy(after)]
  const texts = proposed.map(({ text }) => text)
  if (was.length === texts.length && was.every(({ text }, index) => text === texts[index])) return 0
  const all = await withSubs(amendmentId, given)
  const amended = all.find(({ id }) => id === amendmentId)!
  const subs = all.filter(({ id, state }) => id !== amendmentId && !settled.includes(state ?? ""))
  const { rows } = await sql<{ revision: number }>`
    update amendments set revision = revision + 1 where id = ${amendmentId} returning revision`.execute(db)
  let snagged = 0
  for (const sub of subs) {
    const fates = fatesOf(sub.on ?? [], texts)
    const carried = sub.operations.map((operation) => carryOver(operation, fates, texts))
    const snags = carried.flatMap(({ operation, snag }, index): SnagAt[] =>
      snag ? [{ index, snag, from: operation.from, to: operation.to }] : [],
    )
    if (snags.length) snagged++
    const moved = carried.map(({ operation }) => operation)
    await db
      .updateTable("amendments")
      .set(
        snags.length
          ? { snags: json({ snags }) }
          : {
              operations: confide(given, sub.confidential || amended.confidential).doc({
                operations: moved,
                on: texts,
              }),
              version: rows[0]!.revision,
              snags: null,
            },
      )
      .where("id", "=", sub.id)
      .execute()
    if (snags.length === 0 && sub.text_id)
      await wordsOfText(sub.text_id, moved, proposed, asNobody(given), { amends_name: nameOf(amended) })
  }
  return snagged
}

/** The number it got when it was lodged is how its sub-amendments call it from then on. */
export const sayNumberInSubs = async ({ textId }: { textId: string }, given: Circumstances): Promise<void> => {
  const { db } = given
  const found = await db.selectFrom("amendments").select("id").where("text_id", "=", textId).executeTakeFirst()
  if (!found) return
  for (const sub of await withSubs(found.id, given))
    if (sub.amends_id && sub.text_id)
      await wordsOfText(sub.text_id, sub.operations, asParagraphs(sub.on ?? []), asNobody(given), sub)
}

/** Whoever changes a base or an amendment may not see a confidential one on it, which follows all the same. */
export const asNobody = (given: Circumstances): Circumstances => ({
  ...given,
  actor: { ...given.actor, personId: null },
})
