import type { Selectable } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import { holds, isOfBody } from "../mandates/contract.ts"
import type { FileRow } from "./tables.ts"

/** Whether the actor may open a file: who kept it, whoever a door lets in; a file that hangs nowhere is its body's. */
export const mayOpen = async (
  file: Pick<Selectable<FileRow>, "id" | "body_id" | "kept_by" | "confidential">,
  given: Circumstances,
): Promise<boolean> => {
  if (file.kept_by !== null && file.kept_by === given.actor.personId) return true
  const answers = await asked(file.id, given)
  if (answers.includes(true)) return true
  if (answers.includes(false)) return false
  return file.confidential ? holds("confidential.read")(file, given) : isOfBody(file, given)
}

const asked = async (fileId: string, given: Circumstances) => {
  const answers: (boolean | undefined)[] = []
  for (const door of given.doors) answers.push(await door(fileId, given))
  return answers
}

/** A file the actor may open, or undefined. */
export const findOpenFile = async (fileId: string, given: Circumstances): Promise<Selectable<FileRow> | undefined> => {
  const found = await given.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
  return found && (await mayOpen(found, given)) ? found : undefined
}
