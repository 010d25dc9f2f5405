import { dayOf } from "../../kernel/clock.ts"
import type { Reply, Request } from "../../kernel/http/route.ts"
import { answer } from "../../kernel/read.ts"
import { refuse } from "../../kernel/refusal.ts"
import { heldPdf } from "../../kernel/typeset/papers.ts"
import { heldPaper } from "./held-paper.ts"
import { readHeld } from "./read-held.ts"

/** All that is held about a person on paper: GET /api/privacy.held.pdf?personId=… */
export const printHeld = async (request: Request): Promise<Reply> => {
  const { held, language } = await asked(request)
  const body = await heldPdf(heldPaper(held, dayOf(Temporal.Now.instant()), language))
  return {
    type: "application/pdf",
    headers: { "content-disposition": 'inline; filename="donnees.pdf"', "cache-control": "no-store" },
    body,
  }
}

/** The same for a machine (GDPR article 20): GET /api/privacy.held.json?personId=… */
export const giveHeld = async (request: Request): Promise<Reply> => ({
  type: "application/json; charset=utf-8",
  headers: { "content-disposition": 'attachment; filename="donnees.json"', "cache-control": "no-store" },
  body: JSON.stringify((await asked(request)).held, null, 2),
})

const asked = async ({ query, actor: whoAsks, db, equipment }: Request) => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const held = await answer(readHeld, { personId: query["personId"] }, { actor, db, equipment })
  return { held, language: actor.language }
}
