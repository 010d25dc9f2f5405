import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Named } from "../../../kernel/limit.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { minutesDocx } from "../../../kernel/typeset/docx.ts"
import { minutesPdf } from "../../../kernel/typeset/papers.ts"
import { minutesPlain } from "../../../kernel/typeset/plain.ts"
import { readDecision } from "../../decisions/contract.ts"
import { readHold } from "../attendance/read-hold.ts"
import { archiveOf } from "./archive.ts"
import { extractOf, makeExtract, makeSheet, sheetOf } from "./extract.ts"
import { readablePaper, readMinutes } from "./read.ts"

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// More than any read tells: addresses written to, attendance, journal. So it has a name of its own.
const takeArchive = { name: "meetings.archive", allow: isSignedIn }

/** The papers of a meeting as files, each in the version of whoever asks. */
export const minutesRoutes: Route[] = [
  route("proces-verbal.pdf", readMinutes, async (id, given) => {
    const { paper } = await readablePaper(id, given)
    return async () => file(await minutesPdf(paper), "application/pdf", `${paper.reference ?? "projet"}.pdf`, true)
  }),
  route("proces-verbal.docx", readMinutes, async (id, given) => {
    const { paper } = await readablePaper(id, given)
    return async () => file(await minutesDocx(paper), word, `${paper.reference ?? "projet"}.docx`)
  }),
  route("proces-verbal.txt", readMinutes, async (id, given) => {
    const { paper } = await readablePaper(id, given)
    const text = minutesPlain(paper)
    return async () => file(text, "text/plain; charset=utf-8", `${paper.reference ?? "projet"}.txt`, true)
  }),
  route("feuille-de-presence.pdf", readHold, async (id, given) => {
    const sheet = await sheetOf(id, given)
    return async () => file(await makeSheet(sheet), "application/pdf", "feuille-de-presence.pdf", true)
  }),
  route("dossier.zip", takeArchive, async (id, given) => {
    const { name, make } = await archiveOf(id, given)
    return async () => file(await make(), "application/zip", name)
  }),
  {
    ...route("extrait.pdf", readDecision, async (id, given) => {
      const paper = await extractOf(id, given)
      return async () => file(await makeExtract(paper), "application/pdf", `${paper.reference}.pdf`, true)
    }),
    path: "/decisions/:id/extrait.pdf",
  },
]

/** A file of a meeting for whoever is signed in: read in one transaction, made after it. */
export function route(
  name: string,
  standsFor: Named,
  prepare: (id: string, given: Circumstances) => Promise<() => Promise<Reply>>,
): Route {
  return {
    method: "GET",
    path: `/api/meetings/:id/${name}`,
    standsFor,
    async handle({ params, actor: whoAsks, db, equipment }: Request) {
      const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
      const id = params["id"] ?? ""
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
      const make = await inOrganisation(db, actor.organisation, (tx) =>
        prepare(id, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
      )
      return make()
    },
  }
}

export const file = (body: Reply["body"] & {}, type: string, name: string, inline = false): Reply => ({
  type,
  headers: {
    "content-disposition": `${inline ? "inline" : "attachment"}; filename="${name.replaceAll(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  },
  body,
})
