import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { refuse } from "../../kernel/refusal.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { annotationChanged } from "./events.ts"
import { type Annotation, factsOf, findOwnAnnotation } from "./seen.ts"
import { said } from "./write.ts"

/** Says it otherwise, shares it, or keeps it for oneself again as long as nobody has answered. */
export const changeAnnotation = command({
  name: "annotations.change",
  input: z.object({ annotationId: z.uuid(), said, shared: z.boolean() }),
  find: ({ annotationId }, given) => findOwnAnnotation(annotationId, given),
  allow: isSignedIn,
  async run({ input: { said: words, shared }, subject: annotation, ...given }) {
    const { actor, db, now } = given
    const private_to = shared ? null : actor.personId
    if (!shared && annotation.private_to === null) await notAnswered(annotation, given)
    await db
      .updateTable("annotations")
      .set({ said: confide(given, true).text(words), private_to, changed_at: now, ...(!shared && notSettled) })
      .where("id", "=", annotation.id)
      .execute()
    return annotationChanged(factsOf({ ...annotation, private_to }))
  },
})

const notSettled = { settled_at: null, settled_by: null }

/** What others have answered to does not vanish under them. */
export const notAnswered = async ({ id, author_id }: Annotation, { db }: Pick<Circumstances, "db">): Promise<void> => {
  const { rows } = await sql`
    select from annotation_replies r where r.annotation_id = ${id} and r.author_id <> ${author_id} limit 1`.execute(db)
  if (rows.length > 0) refuse("annotations.answered")
}
