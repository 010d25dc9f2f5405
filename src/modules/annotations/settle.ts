import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { annotationSettled } from "./events.ts"
import { factsOf, findSharedAnnotation } from "./seen.ts"

/** Says that nothing remains to be said of a shared note, or takes it up again: whoever reads it. */
export const settleAnnotation = command({
  name: "annotations.settle",
  input: z.object({ annotationId: z.uuid(), settled: z.boolean() }),
  find: ({ annotationId }, given) => findSharedAnnotation(annotationId, given),
  allow: isSignedIn,
  async run({ input: { annotationId, settled }, subject: annotation, actor, db, now }) {
    const by = settled ? { settled_at: now, settled_by: actor.personId } : { settled_at: null, settled_by: null }
    await db.updateTable("annotations").set(by).where("id", "=", annotationId).execute()
    return annotationSettled({ ...factsOf(annotation), settled })
  },
})
