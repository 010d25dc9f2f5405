import { dayOf } from "../../../kernel/clock.ts"
import { inWords } from "../../../kernel/law/in-words.ts"
import type { MajorityResult } from "../../../kernel/law/majority.ts"
import type { Attendance, MinutesItem, MinutesPaper } from "../../../kernel/typeset/minutes-paper.ts"
import type { PaperDecision } from "../../../kernel/typeset/paper-head.ts"
import { empty, type RichText } from "../../../kernel/rich-text/schema.ts"
import { dayOnly, hour, wallTime } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type DecisionOfMeeting, decisionNumber } from "../../decisions/contract.ts"
import type { Material } from "./material.ts"
import {
  awaySentences,
  convocationSentence,
  presentSentence,
  quorumSentence,
  representedPairs,
  representedSentence,
  whenAndWhere,
} from "./sentences.ts"

/** Everything, for those concerned; without the confidential items, for everybody else. */
export type Version = "full" | "open"

/**
 * The minutes as they stand: composed from what happened, with the scribe's words. Pure: the same material gives the same
 * paper. `fingerprint`: the head of the journal when they are closed.
 */
export const composeMinutes = (
  material: Material,
  {
    version,
    language,
    now,
    fingerprint,
  }: { version: Version; language: Language; now: Temporal.Instant; fingerprint?: string },
): MinutesPaper => {
  const { meeting, body, minutes, nameOf } = material
  const represented = representedSentence(material, language)
  const isWithheld = version === "open" && meeting.confidential
  const opening = (minutes?.opening as RichText | null) ?? undefined
  const afterword = (minutes?.closing as RichText | null) ?? undefined
  return {
    body: body.name,
    title: meeting.title,
    ...(minutes?.reference ? { reference: minutes.reference } : {}),
    date: dayOf(minutes?.circulated_at ?? now, meeting.zone).toString(),
    lang: language,
    region: body.country,
    when: whenAndWhere(meeting, language),
    ...(minutes?.state === "approved"
      ? {}
      : { stamp: say(language, `meetings.minutes.stamp.${minutes?.state ?? "draft"}`) }),
    facts: {
      ...(meeting.chair_id ? { presides: nameOf(meeting.chair_id) } : {}),
      ...(meeting.scribe_id ? { secretary: nameOf(meeting.scribe_id) } : {}),
      convocation: convocationSentence(material, language),
      present: presentSentence(material, language),
      ...(represented ? { represented } : {}),
      ...awaySentences(material, language),
      quorum: quorumSentence(material, language),
    },
    ...(opening && !isWithheld ? { opening } : {}),
    items: [
      ...material.items.map((item, index) => itemOf(item, index, material, { version, language })),
      ...votesOf(material, { version, language }),
    ],
    ...(meeting.closed_at
      ? {
          closing: say(language, "meetings.minutes.closed", {
            at: hour(language, wallTime(meeting.closed_at, meeting.zone)),
          }),
        }
      : {}),
    ...(afterword && !isWithheld ? { afterword } : {}),
    signatures: signaturesOf(material, language),
    attendance: attendanceOf(material, language),
    ...(fingerprint ? { fingerprint } : {}),
  }
}

const itemOf = (
  item: Material["items"][number],
  index: number,
  { meeting, decisions, tasks, nameOf }: Material,
  { version, language }: { version: Version; language: Language },
): MinutesItem => {
  const number = String(index + 1)
  if (version === "open" && (item.confidential || meeting.confidential))
    return {
      number,
      title: say(language, "meetings.item.hidden"),
      notes: "",
      lead: say(language, "meetings.minutes.hidden"),
    }
  const own = decisions.filter(({ item_id }) => item_id === item.id)
  const lead = [
    item.presenter ? say(language, "meetings.minutes.presented", { name: item.presenter }) : null,
    item.confidential ? say(language, "meetings.item.confidential") : null,
    item.outcome === "postponed" ? say(language, "meetings.minutes.postponed") : null,
  ].filter(Boolean)
  return {
    number,
    title: item.title,
    ...(item.opened_at ? { time: hour(language, wallTime(item.opened_at, meeting.zone)) } : {}),
    ...(lead.length > 0 ? { lead: lead.join(" · ") } : {}),
    notes: item.notes ?? empty(),
    decisions: own.map((decision) => decisionOf(decision, nameOf, language)),
    tasks: tasks
      // A confidential task of an item that is not stays with those who see it; minutes are for everybody there.
      .filter(
        ({ item_id, confidential }) =>
          item_id === item.id && (!confidential || item.confidential || meeting.confidential),
      )
      .map(({ what, owner_name, due }) => ({
        what,
        ...(owner_name ? { who: owner_name } : {}),
        ...(due ? { by: dayOnly(language, due) } : {}),
      })),
  }
}

/** What was voted on in the meeting beside its items. */
const votesOf = (
  { meeting, items, decisions, nameOf }: Material,
  { version, language }: { version: Version; language: Language },
): MinutesItem[] => {
  const own = decisions.filter(({ item_id }) => item_id === null)
  if (own.length === 0 || (version === "open" && meeting.confidential)) return []
  return [
    {
      number: String(items.length + 1),
      title: say(language, "meetings.minutes.votes"),
      notes: "",
      decisions: own.map((decision) => decisionOf(decision, nameOf, language)),
    },
  ]
}

/** A decision with what came out of it, in words. */
export const decisionOf = (
  decision: DecisionOfMeeting,
  nameOf: (id: string) => string,
  language: Language,
): PaperDecision => {
  const { how, adopted, roll } = decision
  const { result } = (decision.majority ?? {}) as { result?: MajorityResult | null }
  if (how === "consent")
    return { number: decisionNumber(decision), text: decision.text, result: say(language, "meetings.minutes.consent") }
  const named = (["for", "against", "abstained", "blank"] as const).flatMap((vote) => {
    const names = roll.filter((one) => one.vote === vote).map(({ person_id }) => nameOf(person_id))
    return names.length ? [say(language, `meetings.minutes.roll.${vote}`, { names: names.join(", ") })] : []
  })
  const decided = {
    number: decisionNumber(decision),
    text: decision.text,
    how: say(language, `meetings.minutes.how.${how}`),
  }
  // An election has no votes for and against: its text says who has how many.
  if (decision.votes_for === null) return decided
  const counted = say(language, "meetings.minutes.result", {
    adopted: String(adopted),
    for: decision.votes_for ?? 0,
    against: decision.votes_against ?? 0,
    abstained: decision.abstentions ?? 0,
    blank: decision.blank ?? 0,
  })
  const rule = result?.explanation.filter(({ key }) => /majority_(simple|absolute|fraction)|tie_/.test(key)) ?? []
  return {
    ...decided,
    ...(named.length > 0 ? { roll: named } : {}),
    result: [counted, ...inWords(language, rule)].join(" "),
  }
}

export const signaturesOf = ({ meeting, nameOf, room }: Material, language: Language) =>
  (["chair", "scribe"] as const).flatMap((role) => {
    const id = role === "chair" ? meeting.chair_id : meeting.scribe_id
    if (!id) return []
    const form = room.convened.find(({ person_id }) => person_id === id)?.form ?? "n"
    return [{ role: say(language, `meetings.minutes.signature.${role}`, { form }), name: nameOf(id) }]
  })

/** The annexed list: everyone convened, then the guests. */
const attendanceOf = (material: Material, language: Language): Attendance[] => {
  const { room, nameOf, meeting } = material
  const at = (instant: Temporal.Instant) => hour(language, wallTime(instant, meeting.zone))
  const pairs = representedPairs(material)
  const guests = [...new Set(room.stays.map(({ person_id }) => person_id))]
    .filter((id) => !room.convened.some(({ person_id }) => person_id === id))
    .map((person_id) => ({ person_id, voting: false, form: "n", answer: null, functions: [] as string[] }))
  return [...room.convened, ...guests].map(({ person_id, voting, form, answer, functions }) => {
    const stays = room.stays.filter((stay) => stay.person_id === person_id)
    const holder = pairs.find(({ from }) => from === person_id)?.to
    const here = stays.length === 0 ? (holder ? "represented" : answer === "excused" ? "excused" : "absent") : "present"
    const quality = functions.join(", ") || (voting ? "" : say(language, "meetings.minutes.guest"))
    const arrived = stays.map(({ arrived_at }) => at(arrived_at)).join(", ")
    const left = stays.flatMap(({ left_at }) => (left_at ? [at(left_at)] : [])).join(", ")
    return {
      name: nameOf(person_id),
      ...(quality ? { quality } : {}),
      status: say(language, `meetings.minutes.status.${here}`, {
        form,
        remote: String(stays.some(({ remote }) => remote)),
      }),
      ...(arrived ? { arrived } : {}),
      ...(left ? { left } : {}),
      ...(holder ? { proxy: nameOf(holder) } : {}),
    }
  })
}
