import { dayOf } from "../../../kernel/clock.ts"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { explain } from "../../../kernel/http/errors.ts"
import { system } from "../../../kernel/job.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { dayAndHour } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { answerInvitation } from "./answer.ts"
import { giveProxy } from "./give-proxy.ts"
import { invitationOfLink } from "./links.ts"
import { proxyCap } from "./plan.ts"
import { holdersFor } from "./store.ts"
import { agendaLines, factsOf, type Occasion, occasionOf } from "./paper.ts"
import { withdrawProxy } from "./withdraw-proxy.ts"

/**
 * The answer without account and without script. Opening the link changes nothing, for mail programs open links by themselves:
 * only the form does.
 */
export const answerRoutes: Route[] = [
  { method: "GET", path: "/r/:token", limit: 60, standsFor: "link", handle: (request) => answered(request) },
  { method: "POST", path: "/r/:token", limit: 30, standsFor: "link", handle: (request) => answered(request) },
]

const answered = async (request: Request): Promise<Reply> => {
  const { equipment, params } = request
  const link = invitationOfLink(equipment.secret, params["token"] ?? "", Temporal.Now.instant())
  const asked = languageOf(String(request.headers["accept-language"] ?? ""))
  const view = link && (await seenThrough(link, request))
  if (!view) return unknown(asked)
  if (!request.body || Object.keys(request.body).length === 0) return page(view, chosen(request))
  try {
    await act(request, view)
  } catch (error) {
    const { status, body } = explain(error, view.language)
    if (status >= 500) throw error
    return { ...page(view, undefined, body.error.message), status }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/r/${params["token"]}?merci` } }
}

type View = {
  actor: Actor & { personId: string }
  language: Language
  invitation: Mine
  occasion: Occasion
  holders: { person_id: string; name: string; held: number }[]
  cap: number
  now: Temporal.Instant
}
type Mine = {
  id: string
  person_id: string
  voting: boolean
  answer: "present" | "excused" | "proxy" | null
  answer_note: string | null
  given_name: string
  form: "m" | "f" | "n"
  holder_id: string | null
}

const seenThrough = async (
  { organisation, invitationId }: { organisation: string; invitationId: string },
  { db, equipment }: Request,
): Promise<View | undefined> =>
  inOrganisation(db, organisation as OrganisationId, async (tx) => {
    const now = Temporal.Now.instant()
    const invitation = await tx
      .selectFrom("invitations")
      .innerJoin("people", "people.id", "invitations.person_id")
      .leftJoin("proxies", (join) =>
        join
          .onRef("proxies.meeting_id", "=", "invitations.meeting_id")
          .onRef("proxies.giver_id", "=", "invitations.person_id")
          .on("proxies.withdrawn_at", "is", null),
      )
      .select([
        "invitations.id",
        "invitations.meeting_id",
        "invitations.person_id",
        "invitations.voting",
        "invitations.answer",
        "invitations.answer_note",
        "people.given_name",
        "people.form",
        "people.language",
        "proxies.holder_id",
      ])
      .where("invitations.id", "=", invitationId)
      .where("invitations.withdrawn_at", "is", null)
      // Whoever left the organisation keeps the letter, not the page behind it.
      .where((eb) => eb.or([eb("people.left_on", "is", null), eb("people.left_on", ">=", dayOf(now))]))
      .executeTakeFirst()
    if (!invitation) return undefined
    const language = languageOf(invitation.language)
    const actor = {
      organisation: organisation as OrganisationId,
      personId: invitation.person_id,
      via: "link" as const,
      language,
    }
    const given = { ...equipment, actor: system(actor.organisation), db: tx, now }
    const occasion = await occasionOf(invitation.meeting_id, given)
    return {
      actor,
      language,
      invitation,
      occasion,
      holders: await holdersFor(invitation.meeting_id, invitation.person_id, tx),
      cap: invitation.voting ? await proxyCap(occasion.meeting, given) : 0,
      now,
    }
  })

const act = async ({ body, db, equipment }: Request, { actor, invitation }: View): Promise<unknown> => {
  const occasion = { actor, db, equipment }
  const invitationId = invitation.id
  const answer = String(body["answer"] ?? "")
  if (answer === "proxy") return perform(giveProxy, { invitationId, holderId: body["holder"] || undefined }, occasion)
  if (answer === "withdraw") return perform(withdrawProxy, { invitationId }, occasion)
  return perform(answerInvitation, { invitationId, answer, note: body["note"] || null }, occasion)
}

const chosen = ({ query }: Request) => (["present", "excused", "proxy"] as const).find((one) => one in query)

const unknown = (language: Language): Reply => ({
  status: 404,
  type: "text/html; charset=utf-8",
  body: pageWithoutScript({
    title: say(language, "meetings.answer.unknown"),
    language,
    body: html`<p>${say(language, "meetings.answer.unknown.lead")}</p>`,
  }),
})

const page = (view: View, wish: "present" | "excused" | "proxy" | undefined, fault?: string): Reply => {
  const { language, occasion, invitation } = view
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const { meeting, body } = occasion
  const isOpen = meeting.state === "convened"
  return {
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: pageWithoutScript({
      title: meeting.title,
      language,
      body: html`
        <p class="lead">
          ${body.name} · ${dayAndHour(language, meeting.starts)}${meeting.place ? ` · ${meeting.place}` : ""}
        </p>
        ${fault && html`<p class="summary" role="alert">${fault}</p>`}
        <p><strong>${standing(view)}</strong></p>
        ${isOpen ? form(view, wish ?? invitation.answer ?? "present", t) : html`<p>${t(overIn(meeting.state))}</p>`}
        <section class="sheet">
          <header><h2>${t("meetings.letter.agenda")}</h2></header>
          <ol class="rows">
            ${agendaLines(occasion, language).map((line) => html`<li>${line}</li>`)}
          </ol>
        </section>
        <dl class="facts">
          ${factsOf(occasion, language).map(
            ({ label, value }) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      `,
    }),
  }
}

const overIn = (state: Occasion["meeting"]["state"]) =>
  `meetings.answer.over.${state === "convened" ? "preparing" : state}` as const

/** What we have written down, in one sentence. */
const standing = ({ invitation, holders, language }: View): string => {
  const { answer, form, holder_id } = invitation
  const holder = holders.find(({ person_id }) => person_id === holder_id)?.name
  return say(language, "meetings.answer.standing", { answer: answer ?? "none", form, holder: holder ?? "" })
}

type Say = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string

const form = (view: View, wish: string, t: Say): Html => {
  const { invitation, cap } = view
  const withProxy = invitation.voting && cap > 0
  return html`<form method="post" class="form sheet pad">
    <fieldset class="field">
      <legend>${t("meetings.answer.question", { name: invitation.given_name })}</legend>
      ${choice("present", t("meetings.letter.present"), wish)}
      ${choice("excused", t("meetings.letter.excused", { form: invitation.form }), wish)}
      ${withProxy && choice("proxy", t("meetings.letter.proxy"), wish)}
    </fieldset>
    ${withProxy && holderField(view, t)}
    <div class="field">
      <label for="note">${t("meetings.answer.note")}</label>
      <span class="hint" id="note-hint">${t("meetings.answer.note.hint")}</span>
      <textarea class="input" id="note" name="note" rows="2" maxlength="500" aria-describedby="note-hint">
${invitation.answer_note ?? ""}</textarea>
    </div>
    <div class="bar">
      <button class="button main">${t("meetings.answer.send")}</button>
      ${invitation.answer === "proxy" && html`<button class="button" name="answer" value="withdraw">${t("meetings.answer.withdraw")}</button>`}
    </div>
    <p class="soft">${t("meetings.letter.change_of_mind")}</p>
  </form>`
}

const choice = (value: string, words: string, wish: string): Html =>
  html`<label class="choice"
    ><input type="radio" name="answer" value="${value}" ${value === wish ? CHECKED : ""} /> <span>${words}</span></label
  >`
const CHECKED = html`checked`

// Who already holds as many as the rulebook allows is named, and cannot be chosen: the reader sees why.
const holderField = ({ holders, cap, invitation }: View, t: Say): Html =>
  html`<div class="field">
    <label for="holder">${t("meetings.answer.holder")}</label>
    <span class="hint" id="holder-hint">${t("meetings.answer.holder.hint", { cap })}</span>
    <select class="input" id="holder" name="holder" aria-describedby="holder-hint">
      <option value="">${t("meetings.answer.holder.none")}</option>
      ${holders.map(({ person_id, name, held }) =>
        held >= cap
          ? html`<option value="${person_id}" disabled>${t("meetings.answer.holder.full", { name })}</option>`
          : html`<option value="${person_id}" ${person_id === invitation.holder_id ? html`selected` : ""}>
              ${name}
            </option>`,
      )}
    </select>
  </div>`
