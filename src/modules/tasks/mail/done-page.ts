import { dayOf } from "../../../kernel/clock.ts"
import { perform } from "../../../kernel/command.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { html, pageWithoutScript } from "../../../kernel/html.ts"
import { explain } from "../../../kernel/http/errors.ts"
import type { Reply, Request, Route } from "../../../kernel/http/route.ts"
import type { Actor, OrganisationId } from "../../../kernel/rule.ts"
import { dayNear } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { finishTasks } from "../finish.ts"
import { findTaskToChange, type TaskSubject } from "../store.ts"
import { taskOfLink } from "./links.ts"

/** « C’est fait » without account and without script. Opening the link changes nothing: mail programs open links by themselves. */
export const doneRoutes: Route[] = [
  { method: "GET", path: "/t/:token", limit: 60, standsFor: "link", handle: (request) => answered(request) },
  { method: "POST", path: "/t/:token", limit: 30, standsFor: "link", handle: (request) => answered(request) },
]

type View = { task: TaskSubject; actor: Actor & { personId: string }; language: Language; body_name: string }

const answered = async (request: Request): Promise<Reply> => {
  const token = request.params["token"] ?? ""
  const asked = languageOf(String(request.headers["accept-language"] ?? ""))
  const view = await seenThrough(token, asked, request)
  if (!view) return unknown(asked)
  if (!("done" in request.body)) return page(view)
  try {
    const word = String(request.body["word"] ?? "")
    await perform(
      finishTasks,
      { taskIds: [view.task.id], word: word || null },
      { actor: view.actor, db: request.db, equipment: request.equipment },
    )
  } catch (error) {
    const { status, body } = explain(error, view.language)
    if (status >= 500) throw error
    return { ...page(view, body.error.message), status }
  }
  // Seen again by GET, so that reloading sends nothing twice.
  return { status: 303, headers: { location: `/t/${token}` } }
}

const seenThrough = async (token: string, asked: Language, { db, equipment }: Request): Promise<View | undefined> => {
  const now = Temporal.Now.instant()
  const link = taskOfLink(equipment.secret, token, now)
  if (!link) return undefined
  const organisation = link.organisation as OrganisationId
  return inOrganisation(db, organisation, async (tx) => {
    const person = await tx
      .selectFrom("people")
      .select(["language", "left_on"])
      .where("id", "=", link.personId)
      .executeTakeFirst()
    const language = person ? languageOf(person.language) : asked
    const actor = { organisation, personId: link.personId, via: "link" as const, language }
    const task = await findTaskToChange(link.taskId, { ...equipment, actor, db: tx, now })
    // Handed over since: the link says nothing any more of a task that is another's.
    if (
      !task ||
      !person ||
      hasLeft(person.left_on, now) ||
      (task.owner_id !== link.personId && !task.helpers.includes(link.personId))
    )
      return undefined
    const body = await tx.selectFrom("bodies").select("name").where("id", "=", task.body_id).executeTakeFirstOrThrow()
    return { task, actor, language, body_name: body.name }
  })
}

const hasLeft = (on: Temporal.PlainDate | null, now: Temporal.Instant) =>
  on !== null && Temporal.PlainDate.compare(on, dayOf(now)) < 0

const unknown = (language: Language): Reply => ({
  status: 404,
  type: "text/html; charset=utf-8",
  body: pageWithoutScript({
    title: say(language, "tasks.done.unknown"),
    language,
    body: html`<p>${say(language, "tasks.done.unknown.lead")}</p>`,
  }),
})

const page = ({ task, language, body_name }: View, fault?: string): Reply => {
  const due = task.due
    ? ` · ${say(language, "tasks.due_on", { day: dayNear(language, task.due, dayOf(Temporal.Now.instant())) })}`
    : ""
  return {
    type: "text/html; charset=utf-8",
    headers: { "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: pageWithoutScript({
      title: task.what,
      language,
      body: html`
        <p class="lead">${body_name}${due}</p>
        ${fault && html`<p class="summary" role="alert">${fault}</p>`}
        ${task.note && html`<p class="lines">${task.note}</p>`}
        ${
          task.state === "open"
            ? html`<form method="post" class="form sheet pad">
                <input type="hidden" name="done" value="1" />
                <div class="field">
                  <label for="word">${say(language, "tasks.done.word")}</label>
                  <textarea class="input" id="word" name="word" rows="3" maxlength="2000"></textarea>
                </div>
                <div class="bar"><button class="button main">${say(language, "tasks.finish")}</button></div>
              </form>`
            : html`<p>
                <strong>${say(language, task.state === "done" ? "tasks.done.thanks" : "tasks.done.dropped")}</strong>
              </p>`
        }
      `,
    }),
  }
}
