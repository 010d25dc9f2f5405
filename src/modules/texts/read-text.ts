import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { valueInWords } from "../../kernel/law/value-in-words.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { missing } from "../../kernel/workflow.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { answerDueOf } from "./answers-due.ts"
import { changeText } from "./change.ts"
import { deadlineOf } from "./deadline-of.ts"
import { dropText } from "./drop.ts"
import { flowOf, isOver, openStates, outcomesFrom, stepsOf, type TextState } from "./flow.ts"
import { giveText } from "./give.ts"
import { keepTextVersion } from "./keep-version.ts"
import { kindOf } from "./kinds.ts"
import { lodgeText } from "./lodge.ts"
import { markTextRead } from "./mark-read.ts"
import { noteTextOutcome } from "./note-outcome.ts"
import { questionsAllowed } from "./questions-allowed.ts"
import { remarkOnText } from "./remarks/remark.ts"
import { remarksOf } from "./remarks/remarks-of.ts"
import { reopenText } from "./reopen.ts"
import { saveText } from "./save.ts"
import { isTextSeen, type Text } from "./seen.ts"
import { signText } from "./sign.ts"
import { paceFor } from "./speech/pace-for.ts"
import { sittingTimeOf } from "./speech/sitting-time.ts"
import type { VersionReason } from "./tables.ts"
import { validateText } from "./validate.ts"

type Shown = Text & {
  body_name: string
  author_name: string | null
  writer_name: string | null
  signer_name: string | null
  changed_by_name: string | null
  matter_title: string | null
  sitting_id: string | null
  sitting_title: string | null
  item_title: string | null
}

export type TextStep = {
  id: string
  state: TextState
  on_day: Temporal.PlainDate
  at: Temporal.Instant
  by_name: string | null
  note: string | null
}
export type TextVersion = {
  id: string
  number: number
  reason: VersionReason
  name: string | null
  made_at: Temporal.Instant
  by_name: string | null
}

/** A text: its words, its form, where it stands, what is missing for the next step, who read it, the versions kept. */
export const readText = read({
  name: "texts.read",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findShown(textId, given),
  allow: isSignedIn,
  async run({ input: { textId }, subject, ...given }) {
    const { organisation_id: _, ...text } = subject
    const flow = flowOf(text.kind)
    const remarks = await remarksOf(subject, given)
    const pace = await paceFor(text.author_id, given)
    const open_remarks = remarks.filter(({ state }) => state === "open").length
    return {
      text,
      form: kindOf(text.kind),
      /** Of whoever says it. */
      pace,
      /** The last day its assembly takes it, by its rules; null where nobody said, or once it left. */
      deadline: await deadlineOf(text, given),
      /** Of an oral question: how many its author may ask there, and has written. */
      allowed: await questionsAllowed(text, given),
      sitting_time: await sittingTimeOf(text, given),
      steps: stepsOf(text.kind),
      missing: missing(flow, { ...subject, open_remarks, pace: pace.words }),
      outcomes: outcomesFrom(text),
      /** Its words may still change. */
      open: openStates.includes(text.state),
      over: isOver(text),
      answer_due: await shownAnswerDue(subject, given),
      taken: await stepsTaken(textId, given),
      readers: await readersOf(textId, given),
      remarks,
      versions: await versionsOf(textId, given),
      may: await may(
        subject,
        [
          saveText,
          changeText,
          keepTextVersion,
          giveText,
          markTextRead,
          validateText,
          signText,
          lodgeText,
          noteTextOutcome,
          reopenText,
          dropText,
          remarkOnText,
        ],
        given,
      ),
    }
  },
})

/** When an answer is due, in words with its rule. */
const shownAnswerDue = async (text: Text, given: Circumstances) => {
  const due = await answerDueOf(text, given)
  return (
    due && {
      day: due.day,
      rule: valueInWords(given.actor.language, due.rule),
      article: due.rule.legal_basis,
      source: due.rule.source,
    }
  )
}

const name = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

const findShown = async (textId: string, { actor, db, now }: Circumstances): Promise<Shown | undefined> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Shown>`
    select w.*, b.name as body_name, ${name("a")} as author_name, ${name("p")} as writer_name, ${name("g")} as signer_name,
           ${name("c")} as changed_by_name, case when ${isMatterSeen(me, today)} then x.title end as matter_title,
           coalesce(s.id, w.sitting_id) as sitting_id, s.title as sitting_title, i.title as item_title
      from texts w
      join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
      left join people a on (a.organisation_id, a.id) = (w.organisation_id, w.author_id)
      left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.written_by)
      left join people g on (g.organisation_id, g.id) = (w.organisation_id, w.signed_by)
      left join people c on (c.organisation_id, c.id) = (w.organisation_id, w.changed_by)
      left join matters x on (x.organisation_id, x.id) = (w.organisation_id, w.matter_id)
      left join sitting_items i on (i.organisation_id, i.id) = (w.organisation_id, w.sitting_item_id)
      left join sittings s on (s.organisation_id, s.id) = (w.organisation_id, coalesce(i.sitting_id, w.sitting_id)) and ${isSittingSeen(me, today)}
     where w.id = ${textId} and ${isTextSeen(me, today)}`.execute(db)
  return rows[0] && { ...rows[0], item_title: rows[0].sitting_title === null ? null : rows[0].item_title }
}

const stepsTaken = async (textId: string, { db }: Circumstances): Promise<TextStep[]> => {
  const { rows } = await sql<TextStep>`
    select t.id, t.state, t.on_day, t.at, ${name("p")} as by_name, t.note
      from text_steps t left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.by_id)
     where t.text_id = ${textId} order by t.at, t.id`.execute(db)
  return rows
}

const readersOf = async (textId: string, { db }: Circumstances) => {
  const { rows } = await sql<{
    person_id: string
    name: string
    asked_at: Temporal.Instant
    read_at: Temporal.Instant | null
  }>`
    select r.person_id, ${name("p")} as name, r.asked_at, r.read_at
      from text_readers r join people p on (p.organisation_id, p.id) = (r.organisation_id, r.person_id)
     where r.text_id = ${textId} order by p.folded collate "C", r.person_id`.execute(db)
  return rows
}

const versionsOf = async (textId: string, { db }: Circumstances): Promise<TextVersion[]> => {
  const { rows } = await sql<TextVersion>`
    select v.id, v.number, v.reason, v.name, v.made_at, ${name("p")} as by_name
      from text_versions v left join people p on (p.organisation_id, p.id) = (v.organisation_id, v.made_by)
     where v.text_id = ${textId} order by v.number desc`.execute(db)
  return rows
}
