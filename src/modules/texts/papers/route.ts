import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { textDocx } from "../../../kernel/typeset/docx-text.ts"
import { textOdt } from "../../../kernel/typeset/odt-text.ts"
import { textPdf, type TextPaper } from "../../../kernel/typeset/text-paper.ts"
import { readText } from "../read-text.ts"
import { paperOf } from "./paper-of.ts"

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** A text as a file, as whoever asks may read it: to print, or to hand in as the assembly wants it. */
export const textRoutes: Route[] = [
  {
    method: "GET",
    path: "/api/texts/:id/texte.pdf",
    limit: 60,
    standsFor: readText,
    handle: (request) => made(request, textPdf, "pdf", "application/pdf"),
  },
  {
    method: "GET",
    path: "/api/texts/:id/texte.docx",
    limit: 60,
    standsFor: readText,
    handle: (request) => made(request, textDocx, "docx", word),
  },
  {
    method: "GET",
    path: "/api/texts/:id/texte.odt",
    limit: 60,
    standsFor: readText,
    handle: (request) => made(request, textOdt, "odt", "application/vnd.oasis.opendocument.text"),
  },
]

// Read in one transaction, made after it.
const made = async (
  { params, actor: whoAsks, db, equipment }: Request,
  make: (paper: TextPaper) => Promise<Uint8Array>,
  ending: string,
  type: string,
): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const id = params["id"] ?? ""
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
  const paper = await inOrganisation(db, actor.organisation, (tx) =>
    paperOf(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  const name = `${paper.reference ?? "projet"}.${ending}`
  return {
    type,
    headers: {
      "content-disposition": `${ending === "pdf" ? "inline" : "attachment"}; filename="${name.replaceAll(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
    body: await make(paper),
  }
}
