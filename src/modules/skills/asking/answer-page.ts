import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { type Html, html, pageWithoutScript } from "../../../kernel/html.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { isHere } from "../here.ts"
import { declineYearly } from "../sheet/decline.ts"
import { sheetFor } from "../sheet/read.ts"
import { saySheet } from "../sheet/say.ts"
import { withdrawSheet } from "../sheet/withdraw.ts"
import { consentWords } from "../sheet/words.ts"
import { parts, slots, weekdays } from "../slots.ts"
import { levels } from "../tables.ts"
import { sheetOfLink } from "./links.ts"

/**
 * The sheet without account and without script, from a telephone. Opening the link changes nothing, for mail programs open links
 * by themselves: only the form does, and their own "unsubscribe", which posts (RFC 8058).
 */
export const sheetRoutes: Route[] = [
  { method: "GET", path: "/s/:token", limit: 60, standsFor: "link", handle: (request) => answered(request) },
  { method: "POST", path: "/s/:token", limit: 30, standsFor: "link", handle: (request) => answered(request) },
]

type View = {
  actor: Actor & { personId: string }
  language: Language
  body_id: string
  body_name: string
  given_name: string
  now: Temporal.Instant
} & Awaited<ReturnType<typeof sheetFor>>

const answered = async (request: Request): Promise<Reply> => {
  const { equipment, params, query, body } = request
  const link = sheetOfLink(equipment.secret, params["token"] ?? "", Temporal.Now.instant())
  const asked = languageOf(String(request.headers["accept-language"] ?? ""))
  const view = link && (await seenThrough(link, request))
  if (!view) return unknown(asked)
  if (!body || Object.keys(body).length === 0)
    return page(view, "assez" in query ? "stop" : "merci" in query ? "thanks" : "form")
  try {
    await act(request, view)
  } catch (error) {
    const { status, body: told } = explain(error, view.language)
    if (status >= 500) throw error
    const issues = (told.error.issues ?? []).map(({ path, message }) =>
      faultWords(String(path[0]), message, view.language),
    )
    return { ...page(view, "form", { words: [told.error.message, ...issues].join(" "), typed: body }), status }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/s/${params["token"]}?merci` } }
}

const seenThrough = (
  { organisation, sheetId }: { organisation: string; sheetId: string },
  { db }: Request,
): Promise<View | undefined> =>
  inOrganisation(db, organisation as OrganisationId, async (tx) => {
    const now = Temporal.Now.instant()
    const { rows } = await sql<{
      person_id: string
      body_id: string
      body_name: string
      given_name: string
      language: string
    }>`
      select p.id as person_id, b.id as body_id, b.name as body_name, p.given_name, p.language
        from skill_sheets h
        join people p on (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
        join bodies b on (b.organisation_id, b.id) = (h.organisation_id, h.body_id) and b.closed_on is null
       where h.id = ${sheetId} and ${isHere(sql`h.body_id`, dayOf(now))}`.execute(tx)
    const found = rows[0]
    if (!found) return undefined
    const language = languageOf(found.language)
    const actor = {
      organisation: organisation as OrganisationId,
      personId: found.person_id,
      via: "link" as const,
      language,
    }
    return { ...found, actor, language, now, ...(await sheetFor(found.body_id, found.person_id, tx)) }
  })

const act = async ({ body, db, equipment }: Request, view: View): Promise<unknown> => {
  const occasion = { actor: view.actor, db, equipment }
  const who = { bodyId: view.body_id, personId: view.actor.personId }
  if ("List-Unsubscribe" in body || body["act"] === "stop")
    return perform(declineYearly, { ...who, declined: true }, occasion)
  if (body["act"] === "start") return perform(declineYearly, { ...who, declined: false }, occasion)
  if (body["act"] === "withdraw") return perform(withdrawSheet, who, occasion)
  const hours = String(body["hours"] ?? "").trim()
  return perform(
    saySheet,
    {
      ...who,
      skills: view.skills
        .map(({ id }) => ({ skillId: id, level: body[`s.${id}`] || null, wants: body[`w.${id}`] === "1" }))
        .filter(({ level, wants }) => level ?? wants),
      slots: slots.filter((slot) => body[`a.${slot}`] === "1"),
      // What is no number is left as it was typed, and refused as such.
      hoursMonth: hours === "" ? null : /^\d+([.,]\d+)?$/.test(hours) ? Number(hours.replace(",", ".")) : hours,
      awayUntil: body["away"] || null,
      manner: body["manner"] || null,
      note: body["note"] || null,
      shared: body["shared"] === "1",
    },
    occasion,
  )
}

/** The field by its name, for the three in which one types. */
const faultWords = (field: string, message: string, language: Language): string => {
  const key = (typedFields as Record<string, (typeof typedFields)[keyof typeof typedFields]>)[field]
  return key ? `${say(language, key)}${say(language, "skills.colon")}${message}` : message
}
const typedFields = { hoursMonth: "skills.hours", awayUntil: "skills.away", note: "skills.note" } as const

const unknown = (language: Language): Reply => ({
  status: 404,
  type: "text/html; charset=utf-8",
  body: pageWithoutScript({
    title: say(language, "skills.answer.unknown"),
    language,
    body: html`<p>${say(language, "skills.answer.unknown.lead")}</p>`,
  }),
})

type Say = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => string
type Fault = { words: string; typed: Record<string, unknown> }

const page = (view: View, shows: "form" | "thanks" | "stop", fault?: Fault): Reply => {
  const { language, body_name, given_name } = view
  const t: Say = (key, values) => say(language, key, values)
  return {
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: pageWithoutScript({
      title: t("skills.answer.title", { name: given_name }),
      language,
      body: html`
        <p class="lead">${body_name}</p>
        ${fault && html`<p class="summary" role="alert">${fault.words}</p>`}
        ${shows === "thanks" && html`<p role="status"><strong>${thanks(view, t)}</strong></p>`}
        ${shows === "form" && html`<p>${standing(view, t)}</p>`}
        ${shows === "stop" || view.sheet?.declined_on ? stopping(view, t) : ""}
        ${shows === "stop" ? "" : form(view, t, fault?.typed)}
      `,
    }),
  }
}

const thanks = ({ sheet, language }: View, t: Say): string =>
  sheet?.confirmed_on && !sheet.withdrawn_on
    ? t("skills.answer.thanks", { day: dayOnly(language, sheet.confirmed_on) })
    : t(sheet?.withdrawn_on ? "skills.answer.withdrawn" : "skills.answer.noted")

/** What we have written down already, in one sentence. */
const standing = ({ sheet, language, body_name }: View, t: Say): string => {
  if (!sheet?.confirmed_on || sheet.withdrawn_on) return t("skills.answer.lead", { body: body_name })
  const day = dayOnly(language, sheet.confirmed_on)
  return sheet.by_name ? t("skills.answer.typed", { day, by: sheet.by_name }) : t("skills.answer.standing", { day })
}

const stopping = ({ sheet }: View, t: Say): Html =>
  html`<form method="post" class="form sheet pad">
    <p>${t(sheet?.declined_on ? "skills.answer.stopped" : "skills.answer.stop.lead")}</p>
    <div class="bar">
      <button class="button" name="act" value="${sheet?.declined_on ? "start" : "stop"}">
        ${t(sheet?.declined_on ? "skills.answer.start" : "skills.answer.stop")}
      </button>
    </div>
  </form>`

const CHECKED = html`checked`

/** The form as it was sent when it was refused, else as it stands. */
const form = (view: View, t: Say, typed?: Record<string, unknown>): Html => {
  const { skills, sheet, language, body_name } = view
  const value = (name: string, stands: string | number | null | undefined) =>
    typed ? String(typed[name] ?? "") : String(stands ?? "")
  return html`<form method="post" class="form">
    ${[...Map.groupBy(skills, ({ theme_id }) => theme_id).values()].map(
      (those) =>
        html`<section class="sheet">
          <header><h2>${those[0]!.theme}</h2></header>
          <div class="skill-lines">
            ${those.map((skill) =>
              skillLine(
                {
                  ...skill,
                  level: value(`s.${skill.id}`, skill.level),
                  wants: value(`w.${skill.id}`, skill.wants ? 1 : "") === "1",
                },
                t,
              ),
            )}
          </div>
        </section>`,
    )}
    <section class="sheet pad stack">
      <h2>${t("skills.time")}</h2>
      ${week((slot) => value(`a.${slot}`, sheet?.slots.includes(slot) ? 1 : "") === "1", t)}
      <div class="field">
        <label for="hours">${t("skills.hours")}</label>
        <span class="with-unit"
          ><input
            class="input"
            id="hours"
            name="hours"
            inputmode="numeric"
            maxlength="5"
            value="${value("hours", sheet?.hours_month)}"
          />
          <span class="soft">${t("skills.hours.unit")}</span></span
        >
      </div>
      <div class="field">
        <label for="away">${t("skills.away")}</label>
        <span class="hint" id="away-hint">${t("skills.away.hint")}</span>
        <input
          class="input date"
          id="away"
          name="away"
          type="date"
          aria-describedby="away-hint"
          value="${value("away", sheet?.away_until?.toString())}"
        />
      </div>
      <fieldset class="field">
        <legend>${t("skills.manner")}</legend>
        ${(["", "phone", "place"] as const).map(
          (one) =>
            html`<label class="option"
              ><input
                type="radio"
                name="manner"
                value="${one}"
                ${value("manner", sheet?.manner) === one ? CHECKED : ""}
              />
              <span>${t(one ? `skills.manner.${one}` : "skills.manner.any")}</span></label
            >`,
        )}
      </fieldset>
      <div class="field">
        <label for="note">${t("skills.note")}</label>
        <textarea class="input" id="note" name="note" rows="2" maxlength="500">${value("note", sheet?.note)}</textarea>
      </div>
    </section>
    <section class="sheet pad stack">
      <h2>${t("skills.seen")}</h2>
      <p>${consentWords(language, { body: body_name, shared: false })}</p>
      <div class="field">
        <label class="option"
          ><input
            type="checkbox"
            name="shared"
            value="1"
            ${value("shared", sheet?.shared ? 1 : "") === "1" ? CHECKED : ""}
          />
          <span>${t("skills.consent.shared", { body: body_name })}</span></label
        >
      </div>
      <div class="bar">
        <button class="button main">
          ${t(sheet?.confirmed_on && !sheet.withdrawn_on ? "skills.answer.confirm" : "skills.answer.send")}
        </button>
        ${
          sheet?.confirmed_on && !sheet.withdrawn_on
            ? html`<button class="button" name="act" value="withdraw">${t("skills.withdraw")}</button>`
            : ""
        }
      </div>
      <p class="soft">${t("skills.answer.change_of_mind")}</p>
    </section>
  </form>`
}

const skillLine = (skill: { id: string; name: string; level: string; wants: boolean }, t: Say): Html =>
  html`<fieldset class="skill-line">
    <legend>${skill.name}</legend>
    <span class="pills">
      ${["", ...levels].map(
        (level) =>
          html`<label class="pill"
            ><input type="radio" name="s.${skill.id}" value="${level}" ${skill.level === level ? CHECKED : ""} />
            <span
              >${t(level ? `skills.level.${level as (typeof levels)[number]}.short` : "skills.level.none.short")}</span
            ></label
          >`,
      )}
      <label class="pill wish"
        ><input type="checkbox" name="w.${skill.id}" value="1" ${skill.wants ? CHECKED : ""} />
        <span>${t("skills.wants.short")}</span></label
      >
    </span>
  </fieldset>`

const week = (isOn: (slot: string) => boolean, t: Say): Html =>
  html`<table class="week-slots">
    <caption>
      ${t("skills.slots")}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="unseen">${t("skills.day")}</span></th>
        ${parts.map((part) => html`<th scope="col">${t(`skills.part.${part}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weekdays.map(
        (day) =>
          html`<tr>
            <th scope="row">${t(`skills.day.${day}`)}</th>
            ${parts.map(
              (part) =>
                html`<td>
                  <label class="tick-box"
                    ><input type="checkbox" name="a.${day}${part}" value="1" ${isOn(`${day}${part}`) ? CHECKED : ""} />
                    <span class="unseen">${t(`skills.day.${day}`)}, ${t(`skills.part.${part}`)}</span></label
                  >
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`
