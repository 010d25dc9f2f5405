import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { dayOfYear, relativeDay } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, composes } from "../../post/contract.ts"
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

/** The reminder of one task, as it stands when it leaves; nothing when it is done, dropped or somebody else's by then. */
const reminder: Composer = async (sending, { db, now, actor, ...given }) => {
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
      value: `${dayOfYear(language, task.due)}, ${relativeDay(language, task.due, dayOf(now))}`,
    },
    task.decision && { label: t("tasks.field.decision"), value: task.decision },
    task.meeting_title && { label: t("tasks.field.meeting"), value: task.meeting_title },
  ].filter((fact): fact is { label: string; value: string } => Boolean(fact))
  return {
    subject: t("tasks.letter.subject", { what: task.what }),
    to_name: `${task.given_name} ${task.family_name}`,
    from_name: task.body_name,
    ...layOut({
      lang: language,
      sender: task.body_name,
      parts: [
        { kind: "heading", text: task.what },
        ...(facts.length ? [{ kind: "facts" as const, facts }] : []),
        ...(task.note ? [{ kind: "paragraph" as const, text: task.note }] : []),
        { kind: "buttons", buttons: [{ label: t("tasks.finish"), href: link }] },
        { kind: "note", text: t("tasks.letter.reply") },
      ],
      footer: { text: t("tasks.letter.footer", { body: task.body_name }) },
    }),
  }
}

composes("task", reminder)
