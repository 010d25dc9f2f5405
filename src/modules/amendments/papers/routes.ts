import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Named } from "../../../kernel/limit.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { findShown, readAmendment, type Shown } from "../read-amendment.ts"
import { consolidatedOf, readConsolidated } from "../read-consolidated.ts"
import { readTable } from "../read-table.ts"
import { type Base, findSeenBase } from "../seen.ts"
import { akomaNtosoList } from "./akoma-ntoso.ts"
import { markedAlone, markedListOf } from "./marked.ts"
import { sheetOf } from "./sheet.ts"
import { sheetOdt } from "./sheet-odt.ts"
import { sheetPdf } from "./sheet-pdf.ts"
import { tablePdf } from "./table-pdf.ts"
import { sheetDocx, trackedDocx } from "./tracked-docx.ts"

const akn = "application/akn+xml; charset=utf-8"
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** An amendment, the table and the text with its changes as files, each for whoever sees them. */
export const paperRoutes: Route[] = [
  ofAmendment("pdf", async (shown, given) => {
    const sheet = await sheetOf(shown, given)
    return async () => file(await sheetPdf(sheet), "application/pdf", `${sheet.title}.pdf`, true)
  }),
  ofAmendment("docx", async (shown, given) => {
    const sheet = await sheetOf(shown, given)
    return async () => file(await sheetDocx(sheet), word, `${sheet.title}.docx`)
  }),
  ofAmendment("odt", async (shown, given) => {
    const sheet = await sheetOf(shown, given)
    return async () => file(sheetOdt(sheet), "application/vnd.oasis.opendocument.text", `${sheet.title}.odt`)
  }),
  ofAmendment("xml", async (shown, given) => {
    const xml = await markedAlone(shown, given)
    return async () => file(xml, akn, `amendement-${shown.amendment.id}.xml`)
  }),
  ofBase("tableau.pdf", readTable, async (base, { ordre }, given) => {
    const make = await tablePdf(base, ordre === "number" ? "number" : "place", given)
    return async () => file(await make(), "application/pdf", "tableau-des-amendements.pdf", true)
  }),
  ofBase("amendements.xml", readTable, async (base, _query, given) => {
    const { list, all } = await markedListOf(base, given)
    return async () => file(akomaNtosoList(list, all), akn, "amendements.xml")
  }),
  ofBase("suivi.docx", readConsolidated, async (base, { choisis }, given) => {
    const { language } = given.actor
    const chosen = choisis === undefined ? null : choisis.split(",").filter(Boolean)
    const { amendments, rows } = await consolidatedOf(base, chosen, given)
    const names = new Map(
      amendments.map(({ id, number, group_name, author }) => [
        id,
        [group_name, number].filter(Boolean).join(" ") || author || say(language, "amendments.name.draft"),
      ]),
    )
    return async () => {
      const docx = await trackedDocx({
        title: base.title,
        lead: [base.reference, say(language, "amendments.version", { number: base.version })]
          .filter(Boolean)
          .join(" · "),
        lang: language,
        at: given.now.toString(),
        rows,
        authorOf: (ids) => ids.map((id) => names.get(id) ?? "").join(", ") || base.title,
      })
      return file(docx, word, `${base.title.slice(0, 80)}.docx`)
    }
  }),
]

type Make = () => Promise<Reply>

function ofAmendment(
  ending: "pdf" | "docx" | "odt" | "xml",
  prepare: (shown: Shown, given: Circumstances) => Promise<Make>,
): Route {
  return route(`/api/amendments/:id/amendement.${ending}`, readAmendment, async (id, _query, given) =>
    prepare((await findShown(id, given)) ?? refuse("not_found", {}, 404), given),
  )
}

function ofBase(
  name: string,
  standsFor: Named,
  prepare: (base: Base, query: Request["query"], given: Circumstances) => Promise<Make>,
): Route {
  return route(`/api/amendments/bases/:id/${name}`, standsFor, async (id, query, given) =>
    prepare((await findSeenBase(id, given)) ?? refuse("not_found", {}, 404), query, given),
  )
}

// Read in one transaction, made after it.
function route(
  path: string,
  standsFor: Named,
  prepare: (id: string, query: Request["query"], given: Circumstances) => Promise<Make>,
): Route {
  return {
    method: "GET",
    path,
    standsFor,
    async handle({ params, query, actor: whoAsks, db, equipment }) {
      const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
      const id = params["id"] ?? ""
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return refuse("not_found", {}, 404)
      const make = await inOrganisation(db, actor.organisation, (tx) =>
        prepare(id, query, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
      )
      return make()
    },
  }
}

const file = (body: Uint8Array | string, type: string, name: string, inline = false): Reply => ({
  type,
  headers: {
    "content-disposition": `${inline ? "inline" : "attachment"}; filename="${name.replaceAll(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  },
  body,
})
