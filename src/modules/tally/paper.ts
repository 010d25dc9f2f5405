import { dayOf } from "../../kernel/clock.ts"
import { inOrganisation } from "../../kernel/db.ts"
import type { Reply, Request, Route } from "../../kernel/http/route.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { textPdf, type TextPaper } from "../../kernel/typeset/text-paper.ts"
import { dayOnly } from "../../kernel/words/dates.ts"
import { format } from "../../kernel/words/words.ts"
import { findBody } from "../bodies/contract.ts"
import { figureNames } from "./figures.ts"
import { figureWords } from "./in-words.ts"
import { figuresOf, readTally } from "./read-tally.ts"
import { tallyFilters } from "./wanted.ts"

/** The report of a mandate, to print: the figures as the page shows them. */
export const tallyRoutes: Route[] = [
  { method: "GET", path: "/api/tally/bilan.pdf", limit: 30, standsFor: readTally, handle: (request) => made(request) },
]

const made = async ({ query, actor: whoAsks, db, equipment }: Request): Promise<Reply> => {
  const actor = (await whoAsks()) ?? refuse("not_signed_in", {}, 401)
  const wanted = tallyFilters.safeParse(query)
  if (!wanted.success) return refuse("not_found", {}, 404)
  const paper = await inOrganisation(db, actor.organisation, (tx) =>
    paperOf(wanted.data, { ...equipment, actor, db: tx, now: Temporal.Now.instant() }),
  )
  return {
    type: "application/pdf",
    headers: {
      "content-disposition": `inline; filename="bilan.pdf"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
    body: await textPdf(paper),
  }
}

const paperOf = async (wanted: ReturnType<typeof tallyFilters.parse>, given: Circumstances): Promise<TextPaper> => {
  const { language } = given.actor
  const body = (await findBody(wanted.bodyId, given.db)) ?? refuse("not_found", {}, 404)
  const figures = await figuresOf(wanted, given)
  const today = dayOf(given.now, body.zone)
  return {
    body: body.name,
    title: format(language, "tally.title"),
    kind: format(language, "tally.paper.kind"),
    date: today.toString(),
    lang: language,
    region: body.country,
    when: format(language, "tally.paper.when", {
      from: wanted.from ? dayOnly(language, wanted.from) : "…",
      to: dayOnly(language, wanted.to ?? today),
    }),
    facts: [],
    text: figures.length === 0 ? format(language, "tally.none") : "",
    parts: figureNames.flatMap((name) => {
      const lines = figures.filter(({ figure }) => figure === name)
      if (lines.length === 0) return []
      return {
        heading: format(language, `tally.figure.${name}`),
        text: lines.map((one) => `${figureWords(one, language)} : ${one.count}`).join("\n"),
      }
    }),
    signatures: [],
  }
}
