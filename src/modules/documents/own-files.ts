import { invalid } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** The files somebody wants to hang on a thing of a body: their own, brought for it. Refuses `fileIds` when one is not. */
export const ownFiles = async (
  fileIds: readonly string[],
  bodyId: string,
  { actor, db }: Pick<Circumstances, "actor" | "db">,
): Promise<{ id: string; name: string }[]> => {
  if (fileIds.length === 0) return []
  const files = await db
    .selectFrom("files")
    .select(["id", "name"])
    .where("id", "in", fileIds)
    .where("body_id", "=", bodyId)
    .where("kept_by", "=", actor.personId)
    .execute()
  if (files.length < fileIds.length) invalid(["fileIds"], "unknown")
  return files
}
