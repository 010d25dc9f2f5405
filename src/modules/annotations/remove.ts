import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { notAnswered } from "./change.ts"
import { annotationRemoved } from "./events.ts"
import { factsOf, findOwnAnnotation } from "./seen.ts"

/** Takes back a note of one's own that nobody else has answered. */
export const removeAnnotation = command({
  name: "annotations.remove",
  input: z.object({ annotationId: z.uuid() }),
  find: ({ annotationId }, given) => findOwnAnnotation(annotationId, given),
  allow: isSignedIn,
  async run({ subject: annotation, input: _, ...given }) {
    await notAnswered(annotation, given)
    await given.db.deleteFrom("annotations").where("id", "=", annotation.id).execute()
    return annotationRemoved(factsOf(annotation))
  },
})
