import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { text } from "../../kernel/input.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findOpenFile } from "../documents/contract.ts"
import { annotationWritten } from "./events.ts"
import { factsOf } from "./seen.ts"

const share = z.int().min(0).max(10_000)
export const said = text(4000).min(1)

/** Writes a note on a passage of a paper one may open: for oneself, or for whoever may open it. */
export const writeAnnotation = command({
  name: "annotations.write",
  input: z.object({
    fileId: z.uuid(),
    page: z.int().min(1).max(100_000),
    quote: text(4000).min(1),
    rects: z
      .array(z.object({ x: share, y: share, w: share, h: share }))
      .min(1)
      .max(200),
    said,
    shared: z.boolean().default(false),
  }),
  find: ({ fileId }, given) => findOpenFile(fileId, given),
  allow: isSignedIn,
  async run({ input: { fileId, page, quote, rects, said: words, shared }, subject: { body_id }, ...given }) {
    const { actor, db, now } = given
    const as = confide(given, true)
    const row = { id: newId(), file_id: fileId, private_to: shared ? null : actor.personId! }
    await db
      .insertInto("annotations")
      .values({
        ...row,
        organisation_id: actor.organisation,
        page,
        rects: json(rects),
        quote: as.text(quote),
        said: as.text(words),
        author_id: actor.personId!,
        written_at: now,
      })
      .execute()
    return annotationWritten(factsOf({ ...row, body_id }))
  },
})
