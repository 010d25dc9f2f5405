import { encode } from "uqr"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { permits, weakOf } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { posterPdf, signUpPdf } from "../../../kernel/typeset/papers.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { wishes } from "../journey/fields.ts"
import { pageLink } from "../page/links.ts"
import { readPage } from "../page/read.ts"
import { findPage } from "../page/set.ts"

/** What stands on a table at the market: a poster with the address of the page as a QR code, and the same form on paper. */
export const printRoutes: Route[] = (["affiche", "bulletin"] as const).map((kind) => ({
  method: "GET",
  path: `/arrivants/${kind}.pdf`,
  limit: 30,
  standsFor: readPage,
  handle: (request) => printed(request, kind),
}))

const printed = async (request: Request, kind: "affiche" | "bulletin"): Promise<Reply> => {
  const { db, equipment } = request
  const actor = (await request.actor()) ?? refuse("not_signed_in", {}, 401)
  const asked = z.uuid().safeParse(request.query["bodyId"])
  const make = await inOrganisation(
    db,
    actor.organisation,
    async (tx) => {
      const now = Temporal.Now.instant()
      const given = { ...equipment, actor, db: tx, now }
      const body = asked.success ? await findBody(asked.data, tx) : undefined
      if (!body || !(await permits(readPage, body, given))) return refuse("not_found", {}, 404)
      const page = await findPage(body.id, tx)
      if (!page) return refuse("welcome.no_page", {}, 404)
      const { language } = actor
      const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
      const address = pageLink(equipment.origin, page.slug)
      const head = {
        body: body.name,
        title: t("welcome.page.title"),
        date: dayOf(now, body.zone).toString(),
        lang: language,
      }
      const code = { modules: encode(address, { ecc: "M", border: 0 }).data, address, said: t("welcome.poster.scan") }
      return kind === "affiche"
        ? () => posterPdf({ ...head, offer: page.offer, code })
        : () =>
            signUpPdf({
              ...head,
              offer: page.offer,
              code,
              fields: [
                t("people.given_name"),
                t("people.family_name"),
                t("people.email"),
                t("people.phone"),
                t("welcome.page.town"),
              ],
              wish: t("welcome.page.wish"),
              wishes: wishes.map((wish) => t(`welcome.wish.${wish}`)),
              message: t("welcome.page.message"),
              data: page.data_words,
              agree: t("welcome.page.agree", { body: body.name }),
              sign: t("welcome.poster.sign"),
            })
    },
    weakOf(actor),
  )
  return {
    type: "application/pdf",
    headers: { "cache-control": "no-store", "content-disposition": "inline" },
    body: await make(),
  }
}
