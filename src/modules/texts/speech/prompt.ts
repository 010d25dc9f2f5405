import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { counted } from "../../../kernel/rich-text/count.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findSeenText } from "../seen.ts"
import { paceFor } from "./pace-for.ts"

/** A text to be said by whoever asks: its paragraphs with their words, the time given, and their own pace. */
export const promptText = read({
  name: "texts.prompt",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ subject: { id, title, doc, limit_minutes }, input: _, ...given }) {
    return {
      id,
      title,
      limit_minutes,
      paragraphs: (doc?.content ?? [])
        .map((block) => ({ block, words: counted({ type: "doc", content: [block] }).words }))
        .filter(({ words }) => words > 0),
      pace: await paceFor(given.actor.personId, given),
    }
  },
})
