import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { annotationReplied } from "./events.ts"
import { factsOf, findSharedAnnotation } from "./seen.ts"
import { said } from "./write.ts"

/** Answers a note that is shared: whoever reads it. */
export const replyToAnnotation = command({
  name: "annotations.reply",
  input: z.object({ annotationId: z.uuid(), said }),
  find: ({ annotationId }, given) => findSharedAnnotation(annotationId, given),
  allow: isSignedIn,
  async run({ input: { annotationId, said: words }, subject: annotation, ...given }) {
    const { actor, db, now } = given
    const replyId = newId()
    await db
      .insertInto("annotation_replies")
      .values({
        organisation_id: actor.organisation,
        id: replyId,
        annotation_id: annotationId,
        said: confide(given, true).text(words),
        author_id: actor.personId!,
        written_at: now,
      })
      .execute()
    return annotationReplied({ ...factsOf(annotation), replyId })
  },
})
