import { inOrganisation } from "../../kernel/db.ts"
import { download } from "../../kernel/file/serve.ts"
import { thumbnail } from "../../kernel/file/thumbnail.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findOpenFile } from "./may-open.ts"

/** What keys name to open files. Which of them, each thing they hang on says. */
export const openFile = { name: "files.read", allow: isSignedIn }

/**
 * `GET /api/files/<id>`: the file, to whoever may open it; `?vue=1` shows a PDF or a picture in place, `?apercu=1` answers a
 * small picture of a picture. What one may not open does not exist.
 */
export const serveFile = async ({ params, query, headers, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const file = await inOrganisation(db, actor.organisation, (tx) =>
    findOpenFile(params["id"]!, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  if (!file) return refuse("not_found", {}, 404)
  if (query["apercu"]) return small(file, equipment)
  const {
    status,
    headers: answer,
    range,
  } = download({
    ...file,
    bytes: Number(file.bytes),
    inline: query["vue"] !== undefined,
    range: typeof headers["range"] === "string" ? headers["range"] : undefined,
  })
  if (status === 416) return { status, headers: answer }
  return { status, headers: answer, body: await equipment.files.get(file.organisation_id, file.hash, range) }
}

const small = async (
  file: { organisation_id: string; hash: string; type: string },
  { files }: Request["equipment"],
): Promise<Reply> => {
  if (!/^image\/(png|jpeg|webp)$/.test(file.type)) return refuse("not_found", {}, 404)
  const body = await thumbnail(await files.get(file.organisation_id, file.hash), 320)
  return {
    type: "image/webp",
    headers: { "cache-control": "private, max-age=86400", "x-content-type-options": "nosniff" },
    body,
  }
}
