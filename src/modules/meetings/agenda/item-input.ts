import { z } from "zod"
import { ids, line, text } from "../../../kernel/input.ts"
import { isEmpty, type RichText, richText } from "../../../kernel/rich-text/schema.ts"

/** What a person writes of an item. An emptied text is no text. */
export const itemFields = {
  title: line(),
  purpose: z.enum(["inform", "discuss", "decide"]),
  presenterId: z.uuid().nullish(),
  minutes: z.int().min(1).max(1440),
  confidential: z.boolean(),
  matterId: z.uuid().nullish(),
  description: richText.nullish(),
  proposedDecision: text(10_000).nullish(),
}

export const papers = ids(50)

/** A rich text with nothing in it is kept as null, so that "is there anything to read" is one question. */
export const written = (doc: RichText | null | undefined): RichText | null => (doc && !isEmpty(doc) ? doc : null)
