import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import { line } from "../../kernel/input.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { textVersionKept } from "./events.ts"
import { mayWriteText } from "./may-write.ts"
import { findTextToChange, type Text } from "./seen.ts"
import type { VersionReason } from "./tables.ts"

/** Keeps the text as it stands, to come back to it or to compare. */
export const keepTextVersion = command({
  name: "texts.keepVersion",
  input: z.object({ textId: z.uuid(), name: line(120).nullish() }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, name }, subject, ...given }) {
    const number = await keepVersion(subject, "kept", given, name ?? null)
    return textVersionKept({ textId, bodyId: subject.body_id, number })
  },
})

/** Writes the next version of a locked text; answers its number. */
export const keepVersion = async (
  text: Text,
  reason: VersionReason,
  given: Circumstances,
  name: string | null = null,
): Promise<number> => {
  const { actor, db, now } = given
  const { rows } = await sql<{ number: number }>`
    insert into text_versions (organisation_id, id, text_id, number, title, doc, reason, name, made_by, made_at)
    select ${actor.organisation}, ${newId()}, ${text.id}, coalesce(max(number), 0) + 1, ${text.title},
           ${confide(given, text.confidential).doc(text.doc)}, ${reason}, ${name}, ${actor.personId}, ${now}
      from text_versions where text_id = ${text.id}
    returning number`.execute(db)
  return rows[0]!.number
}
