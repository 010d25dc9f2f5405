import { weakOf } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { designationPdf } from "../../../kernel/typeset/designation-paper.ts"
import { readDesignation } from "../read-designation.ts"
import { findDesignation } from "../seen.ts"
import { paperOf } from "./paper.ts"

/** The paper of a designation, for those who see it: read in one transaction, made after it. */
export const printRoutes: Route[] = [
  {
    method: "GET",
    path: "/api/designations/:id/designation.pdf",
    limit: 60,
    standsFor: readDesignation,
    handle: async ({ params, actor: whoAsks, db, equipment }) => {
      const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
      const id = params["id"] ?? ""
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
      const paper = await inOrganisation(
        db,
        actor.organisation,
        async (tx) => {
          const given = { ...equipment, actor, db: tx, now: Temporal.Now.instant() }
          return paperOf((await findDesignation(id, given)) ?? refuse("not_found", {}, 404), given)
        },
        weakOf(actor),
      )
      return {
        type: "application/pdf",
        headers: {
          "content-disposition": `inline; filename="designation.pdf"`,
          "cache-control": "private, no-store",
          "x-content-type-options": "nosniff",
        },
        body: await designationPdf(paper),
      }
    },
  },
]
