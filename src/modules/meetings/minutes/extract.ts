import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { head } from "../../../kernel/seal.ts"
import type { PaperFact } from "../../../kernel/typeset/paper-head.ts"
import { attendanceSheetPdf, type ExtractPaper, extractPdf } from "../../../kernel/typeset/papers.ts"
import { day, dayAndHour, dayOnly, wallTime } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { decisionNumber, isDecisionSeen } from "../../decisions/contract.ts"
import { mayHold } from "../attendance/may-hold.ts"
import { roomOf } from "../attendance/room-of.ts"
import { findSeenMeeting } from "../seen.ts"
import { findMeeting } from "../store.ts"
import { decisionOf, signaturesOf } from "./compose.ts"
import { type Material, materialOf } from "./material.ts"
import { writtenIn } from "../written-in.ts"
import { quorumOfDecision, whenAndWhere } from "./sentences.ts"
import { officialLanguage } from "./store.ts"

/** One decision, certified to be as it stands in the register; 404 to who may not read it. */
export const extractOf = async (decisionId: string, given: Circumstances): Promise<ExtractPaper> => {
  const { actor, db, now } = given
  const { rows } = await sql<{ meeting_id: string | null }>`
    select d.meeting_id from decisions d where d.id = ${decisionId} and ${isDecisionSeen(actor.personId!, dayOf(now))}`.execute(
    db,
  )
  const meeting = rows[0]?.meeting_id ? await findMeeting(rows[0].meeting_id, db) : undefined
  if (!meeting) return refuse("not_found", {}, 404)
  const material = await materialOf(meeting, given)
  const language = await officialLanguage(given)
  const decision = material.decisions.find(({ id }) => id === decisionId)!
  const fingerprint = (await head(db))?.hash
  const today = dayOf(now, meeting.zone)
  return {
    body: material.body.name,
    title: decision.title,
    reference: `${material.body.code}-${decisionNumber(decision)}`,
    date: today.toString(),
    lang: language,
    region: material.body.country,
    when: whenAndWhere(meeting, language),
    facts: [
      [say(language, "meetings.extract.meeting"), meeting.title],
      // A vote of its own was not taken by those in the room at a moment.
      ...(decision.quorum
        ? [[say(language, "meetings.paper.quorum"), quorumOfDecision(decision, material, language)] as PaperFact]
        : []),
      [say(language, "meetings.extract.minutes"), minutesSentence(material, language)],
    ],
    decision: decisionOf(decision, material.nameOf, language),
    tasks: tasksOf(material, decisionId, language),
    certified: say(language, "meetings.extract.certified"),
    place_and_date: writtenIn(material.body, today, language),
    signatures: signaturesOf(material, language),
    ...(fingerprint ? { fingerprint } : {}),
  }
}

// An extract may leave before the minutes are approved, if it says so.
const minutesSentence = ({ minutes, meeting }: Material, language: Language) =>
  say(language, `meetings.extract.minutes.${minutes?.state ?? "draft"}`, {
    reference: minutes?.reference ?? "",
    day: minutes?.approved_at ? dayOnly(language, wallTime(minutes.approved_at, meeting.zone)) : "",
  })

const tasksOf = ({ tasks }: Material, decisionId: string, language: Language) =>
  tasks
    .filter((task) => task.decision_id === decisionId && !task.confidential)
    .map(({ what, owner_name, due }) => ({
      what,
      ...(owner_name ? { who: owner_name } : {}),
      ...(due ? { by: dayOnly(language, due) } : {}),
    }))

export const makeExtract = extractPdf

/** The sheet that goes round and is signed by hand: everyone convened, with the proxies known so far. */
export const sheetOf = async (meetingId: string, given: Circumstances) => {
  const meeting = given.actor.personId ? await findSeenMeeting(meetingId, given) : undefined
  if (!meeting || !(await mayHold(meeting, given))) return refuse("not_found", {}, 404)
  const room = await roomOf(meeting, given)
  const language = await officialLanguage(given)
  const nameOf = new Map(
    room.convened.map(({ person_id, given_name, family_name }) => [person_id, `${given_name} ${family_name}`]),
  )
  return {
    body: meeting.body_name,
    title: meeting.title,
    date: dayOf(given.now, meeting.zone).toString(),
    lang: language,
    when: [dayAndHour(language, meeting.starts), meeting.place].filter(Boolean).join(" · "),
    people: room.convened.map(({ person_id, given_name, family_name, functions, voting }) => {
      const proxy = room.proxies.find(({ giver_id, withdrawn_at }) => giver_id === person_id && !withdrawn_at)
      const holder = proxy && nameOf.get(proxy.holder_id)
      const quality = functions.join(", ") || (voting ? "" : say(language, "meetings.minutes.guest"))
      return {
        name: `${family_name} ${given_name}`,
        ...(quality ? { quality } : {}),
        ...(holder ? { proxy: holder } : {}),
      }
    }),
    blank: 6,
    closing: say(language, "meetings.sheet.closing", { day: day(language, meeting.starts) }),
    signatures: (["chair", "scribe"] as const).map((role) => ({
      role: say(language, `meetings.minutes.signature.${role}`, { form: "n" }),
      name: nameOf.get(meeting[`${role}_id`] ?? "") ?? "",
    })),
  }
}

export const makeSheet = attendanceSheetPdf
