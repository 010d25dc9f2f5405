import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { sheetWritten } from "../events.ts"
import { findSeenItem } from "../seen.ts"
import { isReader } from "./take-position.ts"

const part = text(4000).default("")

/** What the reader tells the others of an item: written on a phone, a part at a time, until they say that it is ready. */
export const writeSheet = command({
  name: "sittings.writeSheet",
  input: z.object({
    itemId: z.uuid(),
    what: part,
    gains: part,
    line: part,
    risk: part,
    questions: part,
    ready: z.boolean().default(false),
  }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: anyOf<{ body_id: string; reader_id: string | null }>(holds("sittings.manage"), isReader),
  async run({ input: { itemId, ready, ...said }, subject, ...given }) {
    const { actor, db, now } = given
    const columns = { ...said, ready_at: ready ? now : null, written_by: actor.personId, written_at: now }
    await db
      .insertInto("reading_sheets")
      .values({ organisation_id: actor.organisation, item_id: itemId, ...columns })
      .onConflict((on) => on.columns(["organisation_id", "item_id"]).doUpdateSet(columns))
      .execute()
    return sheetWritten({ itemId, sittingId: subject.sitting_id, bodyId: subject.body_id, ready })
  },
})
