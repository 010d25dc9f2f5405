import { Readable } from "node:stream"
import { z } from "zod"
import { command, record } from "../../kernel/command.ts"
import type { FileStore, StoredFile } from "../../kernel/file/store.ts"
import { newId } from "../../kernel/id.ts"
import { line } from "../../kernel/input.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { isOfBody } from "../mandates/contract.ts"
import { fileKept } from "./events.ts"

declare module "../../kernel/equipment.ts" {
  interface Equipment {
    files: FileStore
  }
}

/**
 * Keeps a file that we made (minutes, a convocation): its bytes in the store, its row with them. For reactions and workers;
 * what people send comes by the route. Answers the file's id. Refuses as `FileStore.put` does.
 */
export const keepFile = async (
  {
    bodyId,
    name,
    content,
    confidential = false,
  }: { bodyId: string; name: string; content: Uint8Array | Readable; confidential?: boolean },
  given: Circumstances,
): Promise<string> => {
  const source = content instanceof Readable ? content : Readable.from([content])
  const stored = await given.files.put(given.actor.organisation, source, { name })
  const fileId = await insertFile({ ...stored, bodyId, name, confidential }, given)
  await record([fileKept({ fileId, bodyId })], given)
  return fileId
}

/** Performed by the route once the bytes are in the store; it is no address of its own, since a hash must not be taken on trust. */
export const recordFile = command({
  name: "files.keep",
  input: z.object({
    bodyId: z.uuid(),
    name: line(255),
    hash: z.string(),
    type: z.string(),
    bytes: z.int().min(1),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isOfBody,
  run: async ({ input, subject: _, ...given }) => {
    const fileId = await insertFile({ ...input, confidential: false }, given)
    return fileKept({ fileId, bodyId: input.bodyId })
  },
})

const insertFile = async (
  { bodyId, ...file }: StoredFile & { bodyId: string; name: string; confidential: boolean },
  { actor, db, now }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("files")
    .values({
      ...file,
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      bytes: BigInt(file.bytes),
      text: null,
      pages: null,
      kept_by: actor.personId,
      kept_at: now,
    })
    .execute()
  return id
}
