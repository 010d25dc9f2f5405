import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { dayNear, relativeDay } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { stopLink } from "../../people/contract.ts"
import { type Composer, composes, type Sending } from "../../post/contract.ts"
import { doneLink } from "./links.ts"

type Told = {
  id: string
  what: string
  note: string
  due: Temporal.PlainDate | null
  body_name: string
  given_name: string
  family_name: string
  language: string
  decision: string | null
  meeting_title: string | null
}

/**
 * One task, as it stands when the letter leaves: a reminder, or the news that somebody gave it. Nothing when it is done,
 * dropped or somebody else's by then.
 */
const letter: Composer = async (sending, { db, now, actor, ...given }) => {
  const { rows } = await sql<Told>`
    select t.id, t.what, t.note, t.due, b.name as body_name, p.given_name, p.family_name, p.language,
           d.year || '-' || d.number || ' · ' || d.title as decision, m.title as meeting_title
      from tasks t join bodies b on b.id = t.body_id join people p on p.id = t.owner_id
      left join decisions d on d.id = t.decision_id left join meetings m on m.id = t.meeting_id
     where t.id = ${sending.task_id} and t.owner_id = ${sending.person_id} and t.state = 'open'`.execute(db)
  const task = rows[0]
  if (!task) return null
  const language = languageOf(task.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const link = doneLink(given, { organisation: actor.organisation, taskId: task.id, personId: sending.person_id! })
  const facts = [
    task.due && {
      label: t("tasks.field.due"),
      value: `${dayNear(language, task.due, dayOf(now))}, ${relativeDay(language, task.due, dayOf(now))}`,
    },
    task.decision && { label: t("tasks.field.decision"), value: task.decision },
    task.meeting_title && { label: t("tasks.field.meeting"), value: task.meeting_title },
  ].filter((fact): fact is { label: string; value: string } => Boolean(fact))
  const by = sending.kind === "task-given" ? await giverOf(sending, db) : undefined
  const stop = by && stopLink(given, { organisation: actor.organisation, personId: sending.person_id!, kind: "task" })
  return {
    subject: by
      ? t("tasks.letter.given.subject", { by, what: task.what })
      : t("tasks.letter.subject", { what: task.what }),
    ...(stop && { unsubscribe: { url: stop, one_click: true } }),
    to_name: `${task.given_name} ${task.family_name}`,
    from_name: task.body_name,
    ...layOut({
      lang: language,
      sender: task.body_name,
      parts: [
        { kind: "heading", text: task.what },
        ...(by ? [{ kind: "paragraph" as const, text: t("tasks.letter.given.lead", { by }) }] : []),
        ...(facts.length ? [{ kind: "facts" as const, facts }] : []),
        ...(task.note ? [{ kind: "paragraph" as const, text: task.note }] : []),
        { kind: "buttons", buttons: [{ label: t("tasks.finish"), href: link }] },
        { kind: "note", text: t("tasks.letter.reply") },
      ],
      footer: stop
        ? {
            text: t("tasks.letter.given.footer", { body: task.body_name }),
            links: [{ label: t("people.letters.foot"), href: stop }],
          }
        : { text: t("tasks.letter.footer", { body: task.body_name }) },
    }),
  }
}

const giverOf = async ({ content }: Sending, db: Db): Promise<string | undefined> => {
  const { rows } = await sql<{ by: string }>`
    select p.given_name || ' ' || p.family_name as by from events e
      join people p on (p.organisation_id, p.id) = (e.organisation_id, e.actor_id)
     where e.id = ${content.event_id ?? null}::uuid`.execute(db)
  return rows[0]?.by
}

composes("task", letter)
composes("task-given", letter)
