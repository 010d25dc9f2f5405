import { buffer } from "node:stream/consumers"
import { z } from "zod"
import { inOrganisation } from "../../kernel/db.ts"
import { pageOf, pageWidths } from "../../kernel/file/page/page-of.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { parsed } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { findOpenFile } from "./may-open.ts"

const asked = z.object({ page: z.coerce.number().int().min(1).max(100_000), large: z.string().optional() })

/**
 * `GET /api/files/<id>/pages/<n>`: a page of a PDF as a picture, to whoever may open the file; `?large=1` for wide screens, `?mots=1` the
 * words on it with their places. The database is let go of before the page is drawn.
 */
export const servePage = async ({ params, query, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const { page, large } = parsed(asked, { ...query, page: params["page"] })
  const file = await inOrganisation(db, actor.organisation, (tx) =>
    findOpenFile(params["id"]!, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  if (!file || file.type !== "application/pdf") return refuse("not_found", {}, 404)
  const drawn = await pageOf({
    key: `${file.organisation_id} ${file.hash}`,
    bytes: async () => buffer(await equipment.files.get(file.organisation_id, file.hash)),
    page,
    width: pageWidths[large ? 1 : 0],
  })
  if ("reason" in drawn) return refuse(`files.page.${drawn.reason}`, { name: file.name })
  const headers = { "cache-control": "private, max-age=600", "x-content-type-options": "nosniff" }
  const { jpeg, words, ...shape } = drawn
  if (query["mots"] === undefined) return { type: "image/jpeg", headers, body: jpeg }
  return { headers, body: { data: { ...shape, words } } }
}
