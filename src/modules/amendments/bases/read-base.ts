import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { beginAmendment } from "../begin.ts"
import { noteOther } from "../note-other.ts"
import type { Trouble } from "../kinds.ts"
import { findDraft, findSeenBase, findVersion } from "../seen.ts"
import { amendmentsOf } from "../store.ts"
import { takeOthers } from "../others/take.ts"
import { adoptBase } from "./adopt.ts"
import { bringVersion } from "./bring-version.ts"
import { mendBase } from "./mend.ts"
import type { Paragraph } from "../../../kernel/amending/paragraph.ts"

/** A base: the text that is amended, what is asked of it, and the version that waits to be looked at. */
export const readBase = read({
  name: "bases.read",
  input: z.object({ baseId: z.uuid() }),
  find: ({ baseId }, given) => findSeenBase(baseId, given),
  allow: isSignedIn,
  async run({ subject, ...given }) {
    const { organisation_id: _, ...base } = subject
    const { db } = given
    const version = await findVersion(base, given)
    const draft = await findDraft(base, given)
    const item = base.sitting_item_id
      ? await db
          .selectFrom("sitting_items as i")
          .innerJoin("sittings as s", "s.id", "i.sitting_id")
          .select(["i.id", "i.number", "i.title", "i.sitting_id", "s.title as sitting_title", "s.starts"])
          .where("i.id", "=", base.sitting_item_id)
          .executeTakeFirst()
      : undefined
    const amendments = await amendmentsOf(base.id, given)
    return {
      base,
      item: item ?? null,
      paragraphs: (version?.paragraphs ?? []) as Paragraph[],
      draft: draft
        ? {
            number: draft.number,
            revision: draft.revision,
            file_id: draft.file_id,
            trouble: draft.trouble as Trouble | null,
            note: draft.note,
            left_out: draft.left_out,
            paragraphs: draft.paragraphs as Paragraph[] | null,
          }
        : null,
      amendments: amendments.map(
        ({ id, text_id, group_name, number, state, title, author, version: on, snags, ...one }) => ({
          amends_id: one.amends_id,
          amends_name: one.amends_name,
          stands: one.stands,
          id,
          text_id,
          group_name,
          number,
          state,
          title,
          author,
          version: on,
          snags,
          operations: one.operations,
        }),
      ),
      may: await may(subject, [beginAmendment, noteOther, takeOthers, bringVersion, mendBase, adoptBase], given),
    }
  },
})
