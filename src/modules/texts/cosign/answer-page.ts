import { type Selectable, sql } from "kysely"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { toHtml } from "../../../kernel/rich-text/html.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { day } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { TextState } from "../flow.ts"
import type { TextKind } from "../kinds.ts"
import type { CosignatureRow, TextFields } from "../tables.ts"
import { answerCosignature } from "./answer.ts"
import { cosignatureOfLink } from "./links.ts"

/** The text in full and two buttons, without account and without script. Opening the link changes nothing. */
export const cosignRoutes: Route[] = [
  { method: "GET", path: "/a/:token", limit: 60, standsFor: "link", handle: (request) => answered(request) },
  { method: "POST", path: "/a/:token", limit: 30, standsFor: "link", handle: (request) => answered(request) },
]

type Shown = {
  id: string
  person_id: string | null
  name: string
  state: Selectable<CosignatureRow>["state"]
  until: Temporal.PlainDate
  title: string
  reference: string | null
  kind: TextKind
  text_state: TextState
  doc: RichText | null
  fields: TextFields
  body_name: string
  by_name: string | null
  language: string
}
type View = Shown & { actor: Actor; spoken: Language }

const answered = async (request: Request): Promise<Reply> => {
  const { equipment, params, body, db } = request
  const token = params["token"] ?? ""
  const link = cosignatureOfLink(equipment.secret, token, Temporal.Now.instant())
  const view = link && (await seenThrough(link, request))
  if (!view) return unknown(languageOf(String(request.headers["accept-language"] ?? "")))
  const answer = body?.["answer"]
  if (answer !== "sign" && answer !== "decline") return page(view)
  try {
    const word = String(body["word"] ?? "")
    await perform(
      answerCosignature,
      { cosignatureId: view.id, signs: answer === "sign", word: word || null },
      { actor: view.actor, db, equipment },
    )
  } catch (error) {
    const { status, body: told } = explain(error, view.spoken)
    if (status >= 500) throw error
    return { ...page(view, told.error.message), status }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/a/${token}` } }
}

const seenThrough = (
  { organisation, cosignatureId }: { organisation: string; cosignatureId: string },
  { db }: Request,
): Promise<View | undefined> =>
  inOrganisation(db, organisation as OrganisationId, async (tx) => {
    const { rows } = await sql<Shown>`
      select c.id, c.person_id, c.name, c.state, c.until, w.title, w.reference, w.kind, w.state as text_state, w.doc, w.fields,
             b.name as body_name, a.given_name || ' ' || a.family_name as by_name, coalesce(p.language, 'fr') as language
        from text_cosignatures c
        join texts w on (w.organisation_id, w.id) = (c.organisation_id, c.text_id)
        join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
        left join people a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
        left join people p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)
       where c.id = ${cosignatureId} and not w.confidential and c.state not in ('withdrawn', 'lapsed')
         and w.state not in ('draft', 'given', 'read', 'dropped')`.execute(tx)
    const found = rows[0]
    if (!found) return undefined
    const spoken = languageOf(found.language)
    const actor: Actor = {
      organisation: organisation as OrganisationId,
      personId: found.person_id,
      via: "link",
      language: spoken,
    }
    return { ...found, actor, spoken }
  })

const unknown = (language: Language): Reply => ({
  status: 404,
  type: "text/html; charset=utf-8",
  body: pageWithoutScript({
    title: say(language, "texts.cosign.unknown"),
    language,
    body: html`<p>${say(language, "texts.cosign.unknown.lead")}</p>`,
  }),
})

const page = (view: View, fault?: string): Reply => {
  const { spoken, title, reference, kind, body_name, by_name, doc, fields, until } = view
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(spoken, key, values)
  return {
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: pageWithoutScript({
      title,
      language: spoken,
      body: html`
        <p class="lead">${[t(`texts.kind.${kind}`), reference, body_name].filter(Boolean).join(" · ")}</p>
        ${fault && html`<p class="summary" role="alert">${fault}</p>`}
        <p>${t("texts.cosign.lead", { name: view.name, by: by_name ?? body_name, day: day(spoken, until) })}</p>
        <section class="sheet pad prose">${doc && ({ markup: toHtml(doc) } satisfies Html)}</section>
        ${
          fields.grounds &&
          html`<section class="sheet pad">
            <h2>${t("texts.form.grounds")}</h2>
            <p class="lines">${fields.grounds}</p>
          </section>`
        }
        ${standing(view, t)}
      `,
    }),
  }
}

const standing = (
  { state, text_state }: View,
  t: (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string,
): Html => {
  if (state === "signed") return html`<p role="status"><strong>${t("texts.cosign.signed")}</strong></p>`
  if (state === "declined") return html`<p role="status"><strong>${t("texts.cosign.declined")}</strong></p>`
  if (text_state !== "validated" && text_state !== "signed") return html`<p>${t("texts.cosign.gone")}</p>`
  return html`<form method="post" class="form sheet pad">
    <div class="field">
      <label for="word">${t("texts.cosign.word")}</label>
      <textarea class="input" id="word" name="word" rows="3" maxlength="2000"></textarea>
    </div>
    <div class="bar">
      <button class="button main" name="answer" value="sign">${t("texts.cosign.sign")}</button>
      <button class="button" name="answer" value="decline">${t("texts.cosign.decline")}</button>
    </div>
    <p class="soft">${t("texts.cosign.once")}</p>
  </form>`
}
