import { sql } from "kysely"
import { invalid } from "../../../kernel/refusal.ts"
import type { Block, RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import type { TextKind } from "../kinds.ts"
import type { Text } from "../seen.ts"
import { type Occasion, starting } from "./starting.ts"

/** What a text begins with: the model that was chosen, else the one shipped for its kind, with its assembly and day in it. */
export const startOf = async (
  kind: TextKind,
  modelId: string | null,
  place: Parameters<typeof occasionOf>[0],
  bodyId: string,
  given: Circumstances,
): Promise<RichText | null> => {
  if (modelId) {
    const model = await given.db
      .selectFrom("text_models")
      .select("doc")
      .where("id", "=", modelId)
      .where("body_id", "=", bodyId)
      .where("kind", "=", kind)
      .where("ended_at", "is", null)
      .executeTakeFirst()
    return (model ?? invalid(["modelId"], "unknown")).doc
  }
  return startingDoc(kind, await occasionOf(place, given))
}

/** The model that is shipped for a kind, as a text. */
export const startingDoc = (kind: TextKind, occasion: Occasion): RichText | null => {
  const lines = starting[kind]?.(occasion)
  if (!lines) return null
  const content = lines.map((line): Block => {
    if (typeof line === "string") return { type: "paragraph", content: [{ type: "text", text: line }] }
    return "article" in line
      ? { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: line.article }] }
      : { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: line.part }] }
  })
  return { type: "doc", content }
}

const occasionOf = async (
  { sitting_item_id, sitting_id }: Pick<Text, "sitting_item_id" | "sitting_id">,
  { db }: Circumstances,
): Promise<Occasion> => {
  const { rows } = await sql<{ assembly: string; on_day: Temporal.PlainDate }>`
    select a.name as assembly, s.starts::date as on_day
      from sittings s join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
     where s.id = coalesce(${sitting_id}::uuid, (select i.sitting_id from sitting_items i where i.id = ${sitting_item_id}))`.execute(
    db,
  )
  const [found] = rows
  if (!found) return { assembly: "Le Conseil", day: "…" }
  return { assembly: `Le ${found.assembly}`, day: dayOnly("fr", found.on_day) }
}
