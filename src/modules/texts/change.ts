import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide, keepConfided } from "../../kernel/confide.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSee } from "../mandates/contract.ts"
import { noteAttached } from "../matters/contract.ts"
import { textChanged } from "./events.ts"
import { fieldsOf, textSaid, validUntil } from "./fields.ts"
import { mayWriteText } from "./may-write.ts"
import { placed } from "./place.ts"
import { stillOpen } from "./save.ts"
import { findTextToChange, type Text } from "./seen.ts"

/** What is said of a text beside its words: whose it is, what it is about, its form, its limits. */
export const changeText = command({
  name: "texts.change",
  input: z.object({ textId: z.uuid(), ...textSaid }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input, subject: text, ...given }) {
    const { actor, db, now } = given
    stillOpen(text)
    await mustSee([input.authorId], given, { known: [text.author_id] })
    const fields = fieldsOf(text.kind, input.fields)
    const place = await placed(input, text, text.body_id, given)
    const confidential = input.confidential || place.confidential || (await hangsOnConfidential(input.matterId, given))
    if (confidential && !text.confidential) await withoutPapers(text, given)
    await db
      .updateTable("texts")
      .set({
        title: input.title,
        author_id: input.authorId ?? null,
        matter_id: place.matter_id,
        sitting_item_id: place.sitting_item_id,
        sitting_id: place.sitting_id,
        confidential,
        fields: confide(given, confidential).doc(fields),
        limit_signs: input.limitSigns ?? null,
        limit_minutes: input.limitMinutes ?? null,
        due_on: input.dueOn ?? null,
        valid_until: validUntil(fields),
        changed_by: actor.personId,
        changed_at: now,
      })
      .where("id", "=", text.id)
      .execute()
    await noteAttached(text, input.matterId, given)
    if (confidential !== text.confidential) await keepTextConfided(text, given)
    return textChanged({ textId: text.id, bodyId: text.body_id })
  },
})

// A matter that was confidential when the text was hung on it, or became so since.
const hangsOnConfidential = async (matterId: string | null | undefined, { db }: Circumstances): Promise<boolean> => {
  if (!matterId) return false
  const matter = await db.selectFrom("matters").select("confidential").where("id", "=", matterId).executeTakeFirst()
  return matter?.confidential ?? false
}

// The bytes of a paper rest sealed only with what it hangs on: a sheet that turns confidential keeps none.
const withoutPapers = async ({ id }: Pick<Text, "id">, { db }: Circumstances): Promise<void> => {
  const { rows } = await sql`select from text_sources where text_id = ${id} and file_id is not null limit 1`.execute(db)
  if (rows.length > 0) refuse("texts.source_not_sealed")
}

/** Its words, and those of all that was kept of it, rest as they should from now on. */
const keepTextConfided = async ({ id }: Pick<Text, "id">, given: Circumstances): Promise<void> => {
  await keepConfided("texts", given, sql<boolean>`t.id = ${id}`)
  for (const table of ["text_versions", "text_steps", "text_remarks", "text_sources", "text_cosignatures"])
    await keepConfided(table, given, sql<boolean>`t.text_id = ${id}`)
  await keepConfided(
    "files",
    given,
    sql<boolean>`t.id in (select unnest(array[proof_id, answer_file_id]) from texts where id = ${id})`,
  )
}
