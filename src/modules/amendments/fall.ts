import { record } from "../../kernel/command.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { becomes, findTextToChange, openStates } from "../texts/contract.ts"
import { asNobody } from "./carry-subs.ts"
import { otherOutcomeNoted } from "./events.ts"
import { fell, settled } from "./kinds.ts"
import { withSubs } from "./store.ts"

/**
 * An amendment that is rejected, withdrawn or falls takes its sub-amendments along. Those that are still written stay as they are, and
 * say that there is nothing left to amend.
 */
export const subsFall = async (id: string, outcome: string | null, given: Circumstances): Promise<void> => {
  if (!fell.includes(outcome ?? "")) return
  for (const sub of await withSubs(id, given)) {
    if (sub.amends_id !== id || settled.includes(sub.state ?? "")) continue
    if (!sub.text_id) {
      await given.db.updateTable("amendments").set({ outcome: "fallen" }).where("id", "=", sub.id).execute()
      const { base_id: baseId, body_id: bodyId } = sub
      await record([otherOutcomeNoted({ amendmentId: sub.id, baseId, bodyId, textId: null, outcome: "fallen" })], given)
      continue
    }
    const text = await findTextToChange(sub.text_id, asNobody(given))
    if (!text || openStates.includes(text.state) || ["validated", "signed"].includes(text.state)) continue
    await record([await becomes(text, { outcome: "fallen" }, given)], given)
  }
}

/** The same, when what became of it is noted on its text. */
export const fallWithText = async (
  { textId, outcome }: { textId: string; outcome: string },
  given: Circumstances,
): Promise<void> => {
  const { db } = given
  const amendment = await db.selectFrom("amendments").select("id").where("text_id", "=", textId).executeTakeFirst()
  if (amendment) await subsFall(amendment.id, outcome, given)
}
