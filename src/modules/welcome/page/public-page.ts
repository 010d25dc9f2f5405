import { sql } from "kysely"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { type Html, html } from "../../../kernel/html.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { wishes } from "../journey/fields.ts"
import { askToBeWelcomed } from "./ask.ts"
import { confirmNewcomer } from "./confirm.ts"
import { bare, paragraphs } from "./html.ts"
import { readConfirmLink, standingLink } from "./links.ts"
import { findPage } from "./set.ts"

/** The page of a body, and the link that confirms an address. Opening the link changes nothing: only its button does. */
export const publicRoutes: Route[] = [
  { method: "GET", path: "/accueil/:slug", limit: 60, standsFor: "link", handle: (request) => welcome(request) },
  { method: "POST", path: "/accueil/:slug", limit: 6, standsFor: "link", handle: (request) => welcome(request) },
  { method: "GET", path: "/c/:token", limit: 60, standsFor: "link", handle: (request) => confirm(request, false) },
  { method: "POST", path: "/c/:token", limit: 20, standsFor: "link", handle: (request) => confirm(request, true) },
]

type View = { language: Language; actor: Actor; body_id: string; body_name: string; offer: string; data_words: string }

const welcome = async (request: Request): Promise<Reply> => {
  const { params, body, query, db, equipment } = request
  const language = languageOf(String(request.headers["accept-language"] ?? ""))
  const view = await seenThrough(String(params["slug"] ?? ""), language, request)
  if (!view)
    return bare(
      language,
      say(language, "welcome.page.unknown"),
      html`<p>${say(language, "welcome.page.unknown.lead")}</p>`,
      {
        status: 404,
      },
    )
  if ("merci" in query) return thanks(view)
  if (Object.keys(body ?? {}).length === 0) return form(view, {})
  // A field no eye sees: whoever fills it in is a machine, and is thanked like the others.
  if (body["website"]) return { status: 303, headers: { location: `/accueil/${params["slug"]}?merci` } }
  const typed = Object.fromEntries(
    ["given_name", "family_name", "email", "phone", "town", "wish", "message"].map((name) => [
      name,
      typeof body[name] === "string" ? (body[name] as string).trim() : "",
    ]),
  )
  const input = {
    ...typed,
    email: typed["email"] || null,
    phone: typed["phone"] || null,
    town: typed["town"] || null,
    message: typed["message"] || null,
    bodyId: view.body_id,
    agreed: body["agreed"] === "1",
  }
  try {
    await perform(askToBeWelcomed, input, { actor: view.actor, db, equipment })
  } catch (error) {
    const refused = explain(error, view.language)
    if (refused.status >= 500) throw error
    const { issues, message } = refused.body.error as { message: string; issues?: Issue[] }
    return {
      ...form(view, { ...typed, agreed: body["agreed"] ? "1" : "" }, { message, issues: issues ?? [] }),
      status: refused.status,
    }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/accueil/${params["slug"]}?merci` } }
}

type Issue = { path: (string | number)[]; message: string }

const seenThrough = async (slug: string, language: Language, { db }: Request): Promise<View | undefined> => {
  if (!/^[a-z0-9-]{3,60}$/.test(slug)) return undefined
  const { rows } = await sql<{ organisation_id: OrganisationId; body_id: string }>`
    select organisation_id, body_id from welcome_page_of(${slug})`.execute(db)
  const [found] = rows
  if (!found) return undefined
  return inOrganisation(db, found.organisation_id, async (tx) => {
    const page = await findPage(found.body_id, tx)
    const body = await tx
      .selectFrom("bodies")
      .select("name")
      .where("id", "=", found.body_id)
      .where("closed_on", "is", null)
      .executeTakeFirst()
    if (!page || !body) return undefined
    return {
      language,
      actor: { organisation: found.organisation_id, personId: null, via: "link" as const, language },
      body_id: found.body_id,
      body_name: body.name,
      offer: page.offer,
      data_words: page.data_words,
    }
  })
}

const thanks = ({ language, body_name }: View): Reply =>
  bare(
    language,
    say(language, "welcome.page.thanks"),
    html`<p class="lead">${body_name}</p>
      <p>${say(language, "welcome.page.thanks.lead")}</p>
      <p class="soft">${say(language, "welcome.page.thanks.soft")}</p>`,
  )

const form = (view: View, typed: Record<string, string>, fault?: { message: string; issues: Issue[] }): Reply => {
  const { language, body_name } = view
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const faultOf = (name: string) => fault?.issues.find(({ path }) => path[0] === name)?.message
  const field = (
    name: string,
    words: string,
    more: { type?: string; auto: string; required?: boolean; hint?: string },
  ) => {
    const wrong = faultOf(name)
    const described = [more.hint && `${name}-hint`, wrong && `${name}-fault`].filter(Boolean).join(" ")
    return html`<div class="field">
      <label for="${name}">${words}</label>
      ${more.hint && html`<span class="hint" id="${name}-hint">${more.hint}</span>`}
      <input
        class="input"
        id="${name}"
        name="${name}"
        type="${more.type ?? "text"}"
        value="${typed[name] ?? ""}"
        autocomplete="${more.auto}"
        maxlength="250"
        ${more.required ? html`required` : ""}
        ${wrong ? html`aria-invalid="true"` : ""}
        ${described ? html`aria-describedby="${described}"` : ""}
      />
      ${wrong && html`<span class="error" id="${name}-fault">${wrong}</span>`}
    </div>`
  }
  return bare(
    language,
    t("welcome.page.title"),
    html`
      <p class="lead">${body_name}</p>
      ${paragraphs(view.offer)}
      ${fault && html`<p class="summary" role="alert">${fault.issues.length > 0 ? t("welcome.page.look_again") : fault.message}</p>`}
      <form method="post" class="form sheet pad">
        ${field("given_name", t("people.given_name"), { auto: "given-name", required: true })}
        ${field("family_name", t("people.family_name"), { auto: "family-name", required: true })}
        ${field("email", t("people.email"), {
          type: "email",
          auto: "email",
          required: true,
          hint: t("welcome.page.email.hint"),
        })}
        ${field("phone", t("welcome.page.phone"), { type: "tel", auto: "tel" })}
        ${field("town", t("welcome.page.town"), { auto: "address-level2" })}
        <fieldset class="field">
          <legend>${t("welcome.page.wish")}</legend>
          ${wishes.map((wish) => choice(wish, t(`welcome.wish.${wish}`), typed["wish"] || "contact"))}
        </fieldset>
        <div class="field">
          <label for="message">${t("welcome.page.message")}</label>
          <textarea class="input" id="message" name="message" rows="4" maxlength="2000">
${typed["message"] ?? ""}</textarea>
        </div>
        <div class="unseen" aria-hidden="true">
          <label for="website">${t("welcome.page.trap")}</label>
          <input id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        <section>
          <h2>${t("welcome.page.data")}</h2>
          ${paragraphs(view.data_words)}
        </section>
        <div class="field">
          <label class="choice"
            ><input
              type="checkbox"
              name="agreed"
              value="1"
              required
              ${typed["agreed"] ? html`checked` : ""}
              ${faultOf("agreed") ? html`aria-invalid="true"` : ""}
            />
            <span>${t("welcome.page.agree", { body: body_name })}</span></label
          >
          ${faultOf("agreed") && html`<span class="error">${faultOf("agreed")}</span>`}
        </div>
        <div class="bar"><button class="button main">${t("welcome.page.send")}</button></div>
      </form>
    `,
  )
}

const choice = (value: string, words: string, chosen: string): Html =>
  html`<label class="choice"
    ><input type="radio" name="wish" value="${value}" ${value === chosen ? html`checked` : ""} />
    <span>${words}</span></label
  >`

const confirm = async (request: Request, wants: boolean): Promise<Reply> => {
  const { db, equipment, params, headers } = request
  const link = readConfirmLink(equipment.secret, params["token"] ?? "", Temporal.Now.instant())
  const asked = languageOf(String(headers["accept-language"] ?? ""))
  const found =
    link &&
    (await inOrganisation(db, link.organisation, (tx) =>
      tx
        .selectFrom("newcomers")
        .innerJoin("bodies", "bodies.id", "newcomers.body_id")
        .select(["newcomers.id", "newcomers.language", "newcomers.state", "newcomers.link_number"])
        .select(["newcomers.given_name", "bodies.name as body_name"])
        .where("newcomers.id", "=", link.newcomerId)
        .where("newcomers.forgotten_at", "is", null)
        .executeTakeFirst(),
    ))
  if (!link || !found)
    return bare(
      asked,
      say(asked, "welcome.confirm.unknown"),
      html`<p>${say(asked, "welcome.confirm.unknown.lead")}</p>`,
      {
        status: 404,
      },
    )
  const { language } = found
  const actor = { organisation: link.organisation, personId: null, via: "link" as const, language }
  if (wants) {
    await perform(confirmNewcomer, { newcomerId: found.id }, { actor, db, equipment })
    return { status: 303, headers: { location: standingLink({ ...equipment, origin: "" }, link.organisation, found) } }
  }
  if (found.state !== "unconfirmed")
    return bare(
      language,
      say(language, "welcome.confirm.done"),
      html`<p>${say(language, "welcome.confirm.done.lead", { body: found.body_name })}</p>`,
    )
  return bare(
    language,
    say(language, "welcome.confirm.title"),
    html`<p>${say(language, "welcome.confirm.lead", { name: found.given_name, body: found.body_name })}</p>
      <form method="post" class="form">
        <input type="hidden" name="yes" value="1" />
        <div class="bar"><button class="button main">${say(language, "welcome.confirm.act")}</button></div>
      </form>`,
  )
}
