import { type Selectable, sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import { findOpenFile } from "../documents/contract.ts"
import type { AnnotationRow } from "./tables.ts"

/** SQL, of an annotation `a` on a paper the person may open: shared, or their own. */
export const isAnnotationSeen = (personId: string) => sql<boolean>`(a.private_to is null or a.private_to = ${personId})`

export type Annotation = Selectable<AnnotationRow> & { body_id: string }

/** Locks an annotation the actor reads: it is shared, or theirs, and they may open its paper. */
export const findAnnotationToChange = async (
  annotationId: string,
  given: Circumstances,
): Promise<Annotation | undefined> => {
  const { actor, db } = given
  if (!actor.personId) return undefined
  const { rows } = await sql<Selectable<AnnotationRow>>`
    select a.* from annotations a where a.id = ${annotationId} and ${isAnnotationSeen(actor.personId)} for update`.execute(
    db,
  )
  const found = rows[0]
  const file = found && (await findOpenFile(found.file_id, given))
  return found && file ? { ...found, body_id: file.body_id } : undefined
}

/** The same, of those the actor wrote. */
export const findOwnAnnotation = async (
  annotationId: string,
  given: Circumstances,
): Promise<Annotation | undefined> => {
  const found = await findAnnotationToChange(annotationId, given)
  return found?.author_id === given.actor.personId ? found : undefined
}

/** The same, of those that several people read. */
export const findSharedAnnotation = async (
  annotationId: string,
  given: Circumstances,
): Promise<Annotation | undefined> => {
  const found = await findAnnotationToChange(annotationId, given)
  return found?.private_to === null ? found : undefined
}

/** What the journal may know of it. */
export const factsOf = ({
  id,
  file_id,
  body_id,
  private_to,
}: Pick<Annotation, "id" | "file_id" | "body_id" | "private_to">) => ({
  annotationId: id,
  fileId: private_to ? null : file_id,
  bodyId: private_to ? null : body_id,
})
