import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findSeenBase } from "./seen.ts"
import { findAmendment } from "./store.ts"

/** What a text does to another, for its page; nothing for a text that is no amendment, or not one on a base. */
export const readOfText = read({
  name: "amendments.ofText",
  input: z.object({ textId: z.uuid() }),
  allow: isSignedIn,
  async run({ input: { textId }, ...given }) {
    const amendment = await findAmendment(textId, given)
    const base = amendment && (await findSeenBase(amendment.base_id, given))
    if (!base) return { amendment: null }
    const { id, base_id, operations, snags } = amendment
    return { amendment: { id, base_id, base_title: base.title, operations, snags } }
  },
})
