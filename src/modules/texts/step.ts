import { confide } from "../../kernel/confide.ts"
import { dayOf } from "../../kernel/clock.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { TextState } from "./flow.ts"
import type { Text } from "./seen.ts"

/** Writes that a text reached a state, and that it did, with its day and a word. */
export const step = async (
  text: Pick<Text, "id" | "confidential">,
  state: TextState,
  given: Circumstances,
  { on, note }: { on?: Temporal.PlainDate; note?: string | null | undefined } = {},
): Promise<void> => {
  const { actor, db, now } = given
  await db.updateTable("texts").set({ state }).where("id", "=", text.id).execute()
  await db
    .insertInto("text_steps")
    .values({
      organisation_id: actor.organisation,
      id: newId(),
      text_id: text.id,
      state,
      on_day: on ?? dayOf(now),
      at: now,
      by_id: actor.personId,
      note: confide(given, text.confidential).text(note || null),
    })
    .execute()
}
