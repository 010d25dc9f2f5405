import { createHash } from "node:crypto"
import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { batchesPdf, type ConvocationPaper, type Recipient } from "../../../kernel/typeset/papers.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly, hour, lasting } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { LateAttachment } from "../../post/contract.ts"
import { runningClock } from "../agenda/clock.ts"
import type { Meeting } from "../meeting.ts"
import { writtenIn } from "../written-in.ts"
import type { LetterKind } from "./orders.ts"
import { agendaPaper, factsOf, type Occasion } from "./paper.ts"
import { proxyCap } from "./plan.ts"

type Waiting = { kind: LetterKind; given_name: string; family_name: string; address: string; voting: boolean }

/** The letters of a meeting that wait to be posted, as one PDF for window envelopes. Null when none waits. */
export const lettersFile = async (occasion: Occasion, given: Circumstances): Promise<LateAttachment | null> => {
  const { meeting } = occasion
  const { rows } = await sql<Waiting>`
    select s.kind, p.given_name, p.family_name, s.address, i.voting
      from sendings s
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      join invitations i on (i.organisation_id, i.meeting_id, i.person_id) = (s.organisation_id, s.meeting_id, s.person_id)
     where s.meeting_id = ${meeting.id} and s.means = 'post' and s.state = 'waiting'
     order by s.kind, i.voting desc, p.folded collate "C"`.execute(given.db)
  if (rows.length === 0) return null
  const { language } = await given.db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
  const spoken = languageOf(language)
  const batches = await Promise.all(
    [...Map.groupBy(rows, ({ kind, voting }) => `${kind} ${voting}`).values()].map(async (alike) => ({
      paper: await letterPaper(alike[0]!, occasion, spoken, given),
      recipients: alike.map((row) => recipientOf(row, spoken)),
    })),
  )
  return {
    filename: `${say(spoken, "meetings.letter.post.file")} ${meeting.starts.toPlainDate()}.pdf`,
    type: "application/pdf",
    key: `letters ${createHash("sha256").update(JSON.stringify(batches)).digest("hex")}`,
    make: () => batchesPdf(batches, say(spoken, "meetings.letter.post.tick")),
  }
}

const recipientOf = ({ given_name, family_name, address }: Waiting, language: Language): Recipient => ({
  name: `${given_name} ${family_name}`,
  address: address.split("\n").filter(Boolean),
  salutation: say(language, "meetings.letter.hello", { name: given_name }),
})

const letterPaper = async (
  { kind, voting }: Waiting,
  occasion: Occasion,
  language: Language,
  given: Circumstances,
): Promise<ConvocationPaper> => {
  const { meeting, body, items } = occasion
  const agenda = agendaPaper(occasion, language, given.now)
  const { begins } = runningClock(items, meeting)
  const cap = await proxyCap(meeting, given)
  const today = dayOf(given.now, meeting.zone)
  const words = { form: "n", voting: String(voting), body: body.name, title: meeting.title }
  const isOver = kind === "cancellation" || kind === "withdrawal"
  const signs = await signatory(meeting, given)
  return {
    body: body.name,
    title: say(language, `meetings.letter.${kind}.subject`, {
      title: meeting.title,
      day: dayOnly(language, meeting.starts),
    }),
    date: today.toString(),
    lang: language,
    region: body.country,
    sender: given.office.hasSender ? [given.office.from.address] : [],
    place_and_date: writtenIn(body, today, language),
    opening: say(language, `meetings.letter.${kind}.opening`, words),
    facts: factsOf(occasion, language).map(({ label, value }): [string, string] => [label, value]),
    items: isOver
      ? []
      : agenda.items.map(({ number, title, purpose, lead }, index) => ({
          ...(number ? { number } : {}),
          title,
          ...(purpose ? { purpose } : {}),
          ...(lead ? { lead } : {}),
          time: `${hour(language, begins[index]!)}, ${lasting(language, items[index]!.minutes)}`,
        })),
    closing:
      kind === "cancellation"
        ? say(language, "meetings.letter.reason", { reason: meeting.cancel_reason ?? "" })
        : isOver
          ? ""
          : say(language, "meetings.letter.post.closing"),
    signatures: signs ? [signs] : [],
    ...(cap > 0 && voting && !isOver
      ? {
          proxy: {
            title: say(language, "meetings.letter.post.proxy"),
            sentence: say(language, "meetings.letter.post.proxy.sentence", {
              title: meeting.title,
              day: dayOnly(language, meeting.starts),
            }),
            rule: say(language, "meetings.answer.holder.hint", { cap }),
          },
        }
      : {}),
  }
}

/** Who chairs, or else who sends the letters: a convocation is signed by whoever may convene. With their function in the body. */
const signatory = async ({ chair_id, body_id, starts }: Meeting, { actor, db }: Circumstances) => {
  const personId = chair_id ?? actor.personId
  if (!personId) return null
  const { rows } = await sql<{ name: string; role: string | null }>`
    select p.given_name || ' ' || p.family_name as name,
           (select case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end
              from mandates d join functions f on (f.organisation_id, f.id) = (d.organisation_id, d.function_id)
             where d.person_id = p.id and d.body_id = ${body_id} and d.since <= ${starts.toPlainDate()}::date
               and (d.until is null or d.until >= ${starts.toPlainDate()}::date)
             order by d.since, d.id limit 1) as role
      from people p where p.id = ${personId}`.execute(db)
  return rows[0] ? { role: rows[0].role ?? "", name: rows[0].name } : null
}
