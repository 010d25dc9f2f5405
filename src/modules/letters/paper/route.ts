import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { paperOfLine, paperOfMailing } from "../mailing/paper.ts"
import { readMailing } from "../mailing/read-mailing.ts"
import { readLetter } from "../read-letter.ts"
import { listToPrint, paperToPrint } from "../sending/print-queue.ts"
import { paperOfOne } from "./paper-of.ts"
import { enclosuresOf, pdfTogether, type ToPrintTogether } from "./with-enclosures.ts"

/** A letter as it is printed, with what is joined to it or without, and those that wait to be printed, in one file. */
export const letterRoutes: Route[] = [
  {
    method: "GET",
    path: "/api/letters/:id/lettre.pdf",
    limit: 120,
    standsFor: readLetter,
    handle: (request) => made(request, paperOfOne),
  },
  {
    method: "GET",
    path: "/api/letters/:id/avec-pieces.pdf",
    limit: 30,
    standsFor: readLetter,
    handle: (request) =>
      made(request, async (id, given) => ({
        ...(await paperOfOne(id, given)),
        behind: await enclosuresOf([id], given),
      })),
  },
  {
    method: "GET",
    path: "/api/letters/:id/a-imprimer.pdf",
    limit: 30,
    standsFor: listToPrint,
    handle: (request) => made(request, paperToPrint),
  },
  {
    method: "GET",
    path: "/api/letters/:id/publipostage.pdf",
    limit: 30,
    standsFor: readMailing,
    handle: (request) => made(request, paperOfMailing),
  },
  {
    method: "GET",
    path: "/api/letters/:id/apercu.pdf",
    limit: 120,
    standsFor: readMailing,
    handle: (request) => made(request, paperOfLine),
  },
]

// Read in one transaction, made after it.
const made = async (
  { params, actor: whoAsks, db, equipment }: Request,
  paperOf: (id: string, given: Circumstances) => Promise<ToPrintTogether>,
): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const id = params["id"] ?? ""
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
  const paper = await inOrganisation(db, actor.organisation, (tx) =>
    paperOf(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  return {
    type: "application/pdf",
    headers: {
      "content-disposition": `inline; filename="${paper.name.replaceAll(/[^\w.-]/g, "_")}.pdf"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
    body: await pdfTogether(paper, equipment.files, actor.organisation),
  }
}
