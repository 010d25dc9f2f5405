import { perform } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { html } from "../../../kernel/html.ts"
import { system } from "../../../kernel/job.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import { dayAndHour, dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { nextInvitationsOf } from "../../meetings/contract.ts"
import { findContact } from "../journey/contact.ts"
import { forgetNewcomer } from "../journey/forget.ts"
import { isUnderWay, standing } from "../journey/newcomer.ts"
import { findNewcomer, stepsOfNewcomer } from "../journey/store.ts"
import { hoursToAnswer } from "../rules.ts"
import { bare } from "./html.ts"
import { readStandingLink } from "./links.ts"

/** Where a newcomer sees where they stand, and stops: from the link in each of their letters, without an account. */
export const standingRoutes: Route[] = [
  { method: "GET", path: "/n/:token", limit: 60, standsFor: "link", handle: (request) => answered(request, false) },
  { method: "POST", path: "/n/:token", limit: 20, standsFor: "link", handle: (request) => answered(request, true) },
]

const answered = async (request: Request, acts: boolean): Promise<Reply> => {
  const { db, equipment, params, headers, body } = request
  const link = readStandingLink(equipment.secret, params["token"] ?? "", Temporal.Now.instant())
  const view = link && (await seenThrough(link, request))
  if (!view) {
    const language = languageOf(String(headers["accept-language"] ?? ""))
    return bare(
      language,
      say(language, "welcome.standing.unknown"),
      html`<p>${say(language, "welcome.standing.unknown.lead")}</p>`,
      {
        status: 404,
      },
    )
  }
  if (acts && body["forget"] === "1") {
    const { language } = view.newcomer
    const actor = { organisation: link.organisation, personId: null, via: "link" as const, language }
    const { erased } = await perform(forgetNewcomer, { newcomerId: view.newcomer.id }, { actor, db, equipment })
    return bare(
      language,
      say(language, "welcome.forgotten.title"),
      html`<p>
        ${say(language, erased ? "welcome.forgotten.erased" : "welcome.forgotten.asked", { body: view.body_name })}
      </p>`,
    )
  }
  return page(view)
}

type View = NonNullable<Awaited<ReturnType<typeof seenThrough>>>

const seenThrough = (
  { organisation, newcomerId, number }: NonNullable<ReturnType<typeof readStandingLink>>,
  { db, equipment }: Request,
) =>
  inOrganisation(db, organisation, async (tx) => {
    const newcomer = await findNewcomer(newcomerId, tx)
    if (!newcomer || newcomer.link_number !== number || newcomer.forgotten_at) return undefined
    const body = await tx
      .selectFrom("bodies")
      .select(["name", "zone"])
      .where("id", "=", newcomer.body_id)
      .executeTakeFirstOrThrow()
    const given = { ...equipment, actor: system(organisation), db: tx, now: Temporal.Now.instant() }
    const steps = await stepsOfNewcomer(newcomer.id, tx)
    return {
      newcomer,
      body_name: body.name,
      zone: body.zone,
      today: dayOf(given.now, body.zone),
      steps,
      open: standing(steps).open,
      contact: await findContact(newcomer, tx),
      meetings: newcomer.person_id ? await nextInvitationsOf(newcomer.person_id, given) : [],
      hours: await hoursToAnswer(newcomer.body_id, given),
    }
  })

const page = ({ newcomer, body_name, zone, today, steps, open, contact, meetings, hours }: View): Reply => {
  const { language } = newcomer
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const isOn = isUnderWay(newcomer, today)
  return bare(
    language,
    t("welcome.standing.title", { name: newcomer.given_name }),
    html`
      <p class="lead">${body_name}</p>
      ${newcomer.state === "stopped" && html`<p><strong>${t("welcome.standing.stopped")}</strong></p>`}
      ${newcomer.state === "welcomed" && html`<p><strong>${t("welcome.standing.welcomed")}</strong></p>`}
      ${newcomer.state === "paused" && !isOn && newcomer.paused_until && html`<p><strong>${t("welcome.standing.paused", { day: dayOnly(language, newcomer.paused_until) })}</strong></p>`}
      ${isOn && !newcomer.contacted_at && html`<p><strong>${t("welcome.standing.waiting", { hours })}</strong></p>`}
      <section class="sheet">
        <header><h2>${t("welcome.standing.contact")}</h2></header>
        <div class="pad stack">
          ${
            contact
              ? html`<p>${contact.name}</p>
                  ${contact.phone && html`<p><a href="tel:${contact.phone}">${contact.phone}</a></p>`}
                  ${contact.email && html`<p><a href="mailto:${contact.email}">${contact.email}</a></p>`}`
              : html`<p>${t("welcome.standing.contact.none")}</p>`
          }
        </div>
      </section>
      <section class="sheet">
        <header><h2>${t("welcome.standing.steps")}</h2></header>
        <ol class="rows">
          <li>
            <span
              >${t("welcome.standing.came")}
              <span class="soft under"
                >${dayOnly(language, dayOf(newcomer.confirmed_at ?? newcomer.asked_at, zone))}</span
              ></span
            >
          </li>
          ${steps
            .filter(({ skipped }) => !skipped)
            .map(
              (step) =>
                html`<li>
                  <span
                    >${step.title}
                    <span class="soft under"
                      >${
                        step.done_at
                          ? t("welcome.standing.done", { day: dayOnly(language, dayOf(step.done_at, zone)) })
                          : isOn && step.place === open?.place
                            ? t("welcome.standing.now")
                            : t("welcome.standing.later")
                      }</span
                    ></span
                  >
                </li>`,
            )}
        </ol>
      </section>
      ${
        meetings.length > 0 &&
        html`<section class="sheet">
          <header><h2>${t("welcome.standing.meetings")}</h2></header>
          <ul class="rows">
            ${meetings.map(
              (one) =>
                html`<li>
                  <span
                    >${one.title}
                    <span class="soft under"
                      >${dayAndHour(language, one.starts)}${one.place ? ` · ${one.place}` : ""}</span
                    ></span
                  >
                </li>`,
            )}
          </ul>
        </section>`
      }
      <section class="sheet">
        <header><h2>${t("welcome.standing.stop")}</h2></header>
        <form method="post" class="pad stack">
          <p>${t("welcome.standing.stop.lead", { body: body_name })}</p>
          <input type="hidden" name="forget" value="1" />
          <div class="bar"><button class="button">${t("welcome.standing.stop.act")}</button></div>
        </form>
      </section>
    `,
  )
}
