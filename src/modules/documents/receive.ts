import { z } from "zod"
import { perform } from "../../kernel/command.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { line, parsed } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { recordFile } from "./keep.ts"

const input = z.object({ bodyId: z.uuid() })

/** `POST /api/files.keep?bodyId=…`, one multipart file: streamed to the store, then written down. Answers { fileId, name, bytes, type }. */
export const receive = async ({ query, headers, files, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  // A form of another site cannot send this header: no file arrives in somebody's name without them.
  const commandId = parsed(z.uuid(), headers["x-command-id"])
  const { bodyId } = parsed(input, query)
  for await (const { name: sent, stream } of files()) {
    const name = parsed(line(255), sent.replaceAll(/[\r\n]+/g, " "))
    const { hash, bytes, type } = await equipment.files.put(actor.organisation, stream, { name })
    const { fileId } = await perform(
      recordFile,
      { bodyId, name, hash, type, bytes },
      { actor, db, equipment, commandId },
    )
    return { body: { data: { fileId, name, bytes, type } } }
  }
  return invalid(["file"], "required")
}
