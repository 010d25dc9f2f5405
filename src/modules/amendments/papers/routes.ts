import { dayOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Named } from "../../../kernel/limit.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { findShown, readAmendment, type Shown } from "../read-amendment.ts"
import { consolidatedOf, readConsolidated } from "../read-consolidated.ts"
import { readTable } from "../read-table.ts"
import { groundThen } from "../ground.ts"
import { type Base, findSeenBase } from "../seen.ts"
import { sayFor } from "../words-of-text.ts"
import { akomaNtoso } from "./akoma-ntoso.ts"
import { sheetOf } from "./sheet.ts"
import { sheetOdt } from "./sheet-odt.ts"
import { sheetPdf } from "./sheet-pdf.ts"
import { tablePdf } from "./table-pdf.ts"
import { sheetDocx, trackedDocx } from "./tracked-docx.ts"

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
    const xml = await markedOf(shown, given)
    return async () => file(xml, "application/akn+xml; charset=utf-8", `amendement-${shown.amendment.id}.xml`)
  }),
  ofBase("tableau.pdf", readTable, async (base, { ordre }, given) => {
    const make = await tablePdf(base, ordre === "number" ? "number" : "place", given)
    return async () => file(await make(), "application/pdf", "tableau-des-amendements.pdf", true)
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

const markedOf = async ({ amendment, base }: Shown, given: Circumstances): Promise<string> => {
  const { actor, db, now } = given
  const body = (await findBody(base.body_id, db))!
  const paragraphs = await groundThen(base, amendment, given)
  const sheet = await sheetOf({ amendment, base }, given)
  return akomaNtoso(
    {
      id: amendment.id,
      baseId: base.id,
      baseVersion: amendment.version,
      country: body.country === "BE" ? "be" : "fr",
      language: actor.language === "en" ? "eng" : "fra",
      on: dayOf(now).toString(),
      number: sheet.number,
      group: amendment.group_name ?? body.name,
      authors: amendment.author ? [amendment.author] : [],
      baseTitle: base.title,
      operations: amendment.operations,
      amends: amendment.amends_id === null ? null : { id: amendment.amends_id, name: amendment.amends_name ?? "" },
      paragraphs,
      grounds: sheet.grounds,
    },
    sayFor(given, amendment),
  )
}
