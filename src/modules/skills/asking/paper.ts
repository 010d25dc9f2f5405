import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { lettersPdf, listPdf } from "../../../kernel/typeset/papers.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { consentWords } from "../sheet/words.ts"
import { skillsOf } from "../store.ts"
import { addressOf, askSheets, toAsk } from "./ask.ts"
import { readAsking } from "./read-asking.ts"

/** `GET /competences/:bodyId/lettres.pdf`: the letters that wait to be posted, each a sheet to fill in and send back. */
export const paperRoutes: Route[] = [
  {
    method: "GET",
    path: "/competences/:bodyId/lettres.pdf",
    limit: 20,
    standsFor: askSheets,
    handle: (request) => printed(request, "competences", prepare),
  },
  {
    method: "GET",
    path: "/competences/:bodyId/sans-courriel.pdf",
    limit: 20,
    standsFor: readAsking,
    handle: (request) => printed(request, "sans-courriel", withoutMail),
  },
]

type Body = NonNullable<Awaited<ReturnType<typeof findBody>>>
type Prepare = (body: Body, given: Circumstances) => Promise<(() => Promise<Uint8Array>) | undefined>

const printed = async ({ actor, db, equipment, params }: Request, name: string, prepares: Prepare): Promise<Reply> => {
  const who = (await actor()) ?? refuse("not_signed_in", {}, 401)
  // Read in one transaction; what is slow is made after it.
  const make = await inOrganisation(db, who.organisation, async (tx) => {
    const given: Circumstances = { ...equipment, actor: who, db: tx, now: Temporal.Now.instant() }
    const isId = /^[0-9a-f-]{36}$/i.test(params["bodyId"] ?? "")
    const body = isId ? await findBody(params["bodyId"]!, tx) : undefined
    if (!body || !(await holds("people.manage")(body, given))) return undefined
    return prepares(body, given)
  })
  if (!make) return refuse("not_found", {}, 404)
  return {
    type: "application/pdf",
    headers: { "cache-control": "no-store", "content-disposition": `inline; filename="${name}.pdf"` },
    body: await make(),
  }
}

/** Those no link reaches, and whose sheet is missing or over a year old: to ring, or to hand a paper to. */
const withoutMail: Prepare = async (body, given) => {
  const { language } = given.actor
  const people = (await toAsk(body.id, { whom: "stale" }, given)).filter(({ means }) => means !== "email")
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const today = dayOf(given.now, body.zone)
  return () =>
    listPdf({
      body: body.name,
      title: t("skills.without_mail.title"),
      kind: t("skills.title"),
      subtitle: dayOnly(language, today),
      date: today.toString(),
      lang: language,
      columns: [
        { title: t("skills.grid.person"), width: 3 },
        { title: t("skills.without_mail.phone"), width: 2 },
        { title: t("skills.without_mail.address"), width: 4 },
        { title: t("skills.without_mail.said"), width: 2 },
      ],
      rows: people.map((one) => [
        one.name,
        one.telephone ?? "",
        addressOf(one).split("\n").join(", "),
        one.confirmed_on ? dayOnly(language, one.confirmed_on) : t("skills.without_mail.never"),
      ]),
      note: t("skills.without_mail.note"),
    })
}

const prepare: Prepare = async (body, { db, now, office }) => {
  const { rows } = await sql<{ given_name: string; name: string; address: string }>`
    select p.given_name, p.given_name || ' ' || p.family_name as name, s.address
      from skill_sheets h
      join sendings s on (s.organisation_id, s.person_id) = (h.organisation_id, h.person_id)
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where h.body_id = ${body.id} and h.asked_on is not null
       and s.body_id = ${body.id} and s.kind = 'skills-ask' and s.means = 'post' and s.state = 'waiting'
     order by p.folded collate "C", p.id limit 1000`.execute(db)
  if (rows.length === 0) return undefined
  const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
  const spoken = languageOf(language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(spoken, key, values)
  const today = dayOf(now, body.zone)
  const skills = await skillsOf(body.id, db)
  const paper = {
    body: body.name,
    title: t("skills.letter.subject", { body: body.name }),
    date: today.toString(),
    lang: spoken,
    region: body.country,
    labels: {
      agenda: t("skills.paper.heading"),
      item: t("skills.paper.item"),
      purpose: "",
      time: t("skills.paper.circle"),
    },
    sender: [...(body.place ? [body.place] : []), ...(office.hasSender ? [office.from.address] : [])],
    place_and_date: dayOnly(spoken, today),
    opening: t("skills.paper.opening", { body: body.name }),
    facts: [],
    items: skills.map(({ name }) => ({ title: name, time: t("skills.paper.answers") })),
    closing: [
      t("skills.paper.time"),
      consentWords(spoken, { body: body.name, shared: false }),
      t("skills.paper.shared", { body: body.name }),
      t("skills.paper.sign"),
    ].join("\n\n"),
    signatures: [],
  }
  const recipients = rows.map(({ given_name, name, address }) => ({
    name,
    address: address.split("\n").filter(Boolean),
    salutation: t("skills.paper.hello", { name: given_name }),
  }))
  return () => lettersPdf(paper, recipients)
}
