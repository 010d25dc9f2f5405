import { dayOf } from "../../../kernel/clock.ts"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { html, pageWithoutScript } from "../../../kernel/html.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { day, dayAndHour } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { answerPoll } from "./answer.ts"
import { readPollLink } from "./link.ts"
import { findPoll, isAsking, optionsOf, type Poll } from "./store.ts"

/** A poll answered from a letter, without account and without script. Opening the link changes nothing: only the form does. */
export const pollRoutes: Route[] = [
  { method: "GET", path: "/d/:token", limit: 60, standsFor: "link", handle: (request) => answered(request) },
  { method: "POST", path: "/d/:token", limit: 30, standsFor: "link", handle: (request) => answered(request) },
]

type View = {
  actor: Actor & { personId: string }
  language: Language
  name: string
  poll: Poll
  body_name: string
  options: Awaited<ReturnType<typeof optionsOf>>
  mine: Map<string, string>
}
const answers = ["yes", "if_needed", "no"] as const

const answered = async (request: Request): Promise<Reply> => {
  const { equipment, params, body, db } = request
  const link = readPollLink(equipment.secret, params["token"] ?? "", Temporal.Now.instant())
  const view = link && (await seenThrough(link, request))
  if (!view) return unknown(languageOf(String(request.headers["accept-language"] ?? "")))
  if (Object.keys(body ?? {}).length === 0) return page(view)
  const said = view.options.flatMap(({ id }) => (body[id] ? [{ optionId: id, answer: body[id] }] : []))
  try {
    await perform(answerPoll, { pollId: view.poll.id, answers: said }, { actor: view.actor, db, equipment })
  } catch (error) {
    const refused = explain(error, view.language)
    if (refused.status >= 500) throw error
    return { ...page(view, refused.body.error.message), status: refused.status }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/d/${params["token"]}` } }
}

const seenThrough = (
  { organisation, pollId, personId }: NonNullable<ReturnType<typeof readPollLink>>,
  { db }: Request,
): Promise<View | undefined> =>
  inOrganisation(db, organisation, async (tx) => {
    const poll = await findPoll(pollId, tx)
    const person = await tx
      .selectFrom("people")
      .select(["given_name", "language"])
      .where("id", "=", personId)
      .where("left_on", "is", null)
      .executeTakeFirst()
    if (!poll || !person) return undefined
    const body = await tx.selectFrom("bodies").select("name").where("id", "=", poll.body_id).executeTakeFirstOrThrow()
    const options = await optionsOf(pollId, tx)
    const mine = await tx
      .selectFrom("date_poll_answers")
      .select(["option_id", "answer"])
      .where("person_id", "=", personId)
      .where(
        "option_id",
        "in",
        options.map(({ id }) => id),
      )
      .execute()
    const language = languageOf(person.language)
    return {
      actor: { organisation, personId, via: "link", language },
      language,
      name: person.given_name,
      poll,
      body_name: body.name,
      options,
      mine: new Map(mine.map(({ option_id, answer }) => [option_id, answer])),
    }
  })

const unknown = (language: Language): Reply => ({
  status: 404,
  type: "text/html; charset=utf-8",
  body: pageWithoutScript({
    title: say(language, "meetings.poll.unknown"),
    language,
    body: html`<p>${say(language, "meetings.poll.unknown.lead")}</p>`,
  }),
})

const page = (view: View, fault?: string): Reply => {
  const { language, poll, options, mine, name } = view
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  return {
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: pageWithoutScript({
      title: poll.title,
      language,
      body: html`
        <p class="lead">
          ${view.body_name}${poll.until && ` · ${t("meetings.poll.letter.until", { day: day(language, poll.until) })}`}
        </p>
        ${fault && html`<p class="summary" role="alert">${fault}</p>`}
        ${mine.size > 0 && html`<p><strong>${t("meetings.poll.noted", { name })}</strong></p>`}
        ${
          !isAsking(poll, dayOf(Temporal.Now.instant()))
            ? html`<p>${t("meetings.poll.over")}</p>`
            : html`<form method="post" class="form sheet pad">
                ${options.map(({ id, starts }) => question(id, dayAndHour(language, starts), mine.get(id), t))}
                <div class="bar"><button class="button main">${t("meetings.poll.send")}</button></div>
              </form>`
        }
      `,
    }),
  }
}

const question = (id: string, words: string, mine: string | undefined, t: (key: Parameters<typeof say>[1]) => string) =>
  html`<fieldset class="field">
    <legend>${words}</legend>
    ${answers.map(
      (answer) =>
        html`<label class="choice"
          ><input type="radio" name="${id}" value="${answer}" ${answer === (mine ?? "no") ? html`checked` : ""} />
          <span>${t(`meetings.poll.answer.${answer}`)}</span></label
        >`,
    )}
  </fieldset>`
