import type { Quorum } from "../../../kernel/law/quorum.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day, daysBetween, dayOnly, hour, hours, wallTime } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { DecisionOfMeeting, FrozenQuorum } from "../../decisions/contract.ts"
import { secondSentence } from "../attendance/second-convocation.ts"
import type { ConvenedPerson } from "../attendance/convened.ts"
import type { Meeting } from "../meeting.ts"
import type { Material } from "./material.ts"

/** Above so many, names go to the annexed list and the heading gives numbers. */
const mostNames = 15

/** "jeudi 21 mai 2026, de 19 h 34 à 21 h 52 · salle des Tanneurs, Valmont" */
export const whenAndWhere = (meeting: Meeting, language: Language): string => {
  const at = (instant: Temporal.Instant) => wallTime(instant, meeting.zone)
  const { opened_at, closed_at } = meeting
  const time = opened_at
    ? closed_at
      ? language === "fr"
        ? `de ${hour(language, at(opened_at))} à ${hour(language, at(closed_at))}`
        : hours(language, at(opened_at), at(closed_at))
      : hour(language, at(opened_at))
    : hour(language, meeting.starts)
  return [`${day(language, opened_at ? at(opened_at) : meeting.starts)}, ${time}`, meeting.place ?? meeting.link]
    .filter(Boolean)
    .join(" · ")
}

/** How many were convened, when, by what means, and whether it was in time by the rule of notice. */
export const convocationSentence = ({ meeting, room, convoked }: Material, language: Language): string => {
  if (!convoked || !meeting.convened_at) return say(language, "meetings.minutes.convocation.none")
  const sent = dayOf(meeting.convened_at, meeting.zone)
  const notice = room.law.notice
  const isCounted =
    notice !== null && (notice.unit === "days" || notice.unit === "clear_days") && typeof notice.value === "number"
  const article = notice?.legal_basis ?? notice?.overridden_by
  return say(language, "meetings.minutes.convocation", {
    day: dayOnly(language, sent),
    ...convoked,
    days: daysBetween(sent, meeting.starts),
    required: isCounted ? (notice.value as number) : -1,
    kind: meeting.irregular_reason ? "irregular" : meeting.urgency_reason ? "urgent" : "regular",
    reason: meeting.irregular_reason ?? meeting.urgency_reason ?? "",
    article: article ? ` (${article})` : "",
  })
}

/** Names while they are few; else how many at the opening and as it changed. */
export const presentSentence = (material: Material, language: Language): string => {
  const { room, nameOf, meeting } = material
  const voters = [...new Set(room.stays.filter(({ voting }) => voting).map(({ person_id }) => person_id))]
  const guests = [...new Set(room.stays.filter(({ voting }) => !voting).map(({ person_id }) => person_id))]
  const invited = guests.length
    ? ` ${say(language, "meetings.minutes.guests", { count: guests.length, names: guests.map(nameOf).join(", ") })}`
    : ""
  if (voters.length === 0) return `${say(language, "meetings.minutes.nobody")}${invited}`
  if (voters.length <= mostNames) return `${voters.map(nameOf).join(", ")}${invited}`
  const counts = changes(sinceOpening(material).map(({ at, present }) => ({ at, count: present.length })))
  const first = say(language, "meetings.minutes.present", { count: counts[0]?.count ?? voters.length })
  const then = counts
    .slice(1)
    .map(({ at, count }) =>
      say(language, "meetings.minutes.present.then", { count, at: hour(language, wallTime(at, meeting.zone)) }),
    )
  const told = then.length > 5 ? [say(language, "meetings.minutes.present.range", range(counts))] : then
  return `${[first, ...told].join(", ")} ${say(language, "meetings.minutes.annexed")}${invited}`
}

/** "G. Lemmens par K. Aït-Saïd ; …": those whose proxy counted at some moment. */
export const representedSentence = (material: Material, language: Language): string | undefined => {
  const { nameOf } = material
  const pairs = representedPairs(material)
  return pairs.length > 0
    ? pairs
        .map(({ from, to }) =>
          say(language, "meetings.minutes.represented", { giver: nameOf(from), holder: nameOf(to) }),
        )
        .join(between(language))
    : undefined
}

export const representedPairs = (material: Material): { from: string; to: string }[] => {
  const pairs = new Map<string, { from: string; to: string }>()
  for (const { represented } of sinceOpening(material))
    for (const pair of represented) pairs.set(`${pair.from} ${pair.to}`, pair)
  return [...pairs.values()]
}

/** Those who said they would not come, and did not; then those of whom nothing was heard. */
export const awaySentences = (material: Material, language: Language): { excused?: string; absent?: string } => {
  const { room, nameOf } = material
  const represented = new Set(representedPairs(material).map(({ from }) => from))
  const away = room.convened.filter(
    ({ person_id, voting }) =>
      voting && !represented.has(person_id) && !room.stays.some((stay) => stay.person_id === person_id),
  )
  const named = (people: ConvenedPerson[]) =>
    people.length === 0
      ? undefined
      : people.length <= mostNames
        ? people.map(({ person_id }) => nameOf(person_id)).join(", ")
        : say(language, "meetings.minutes.count", { count: people.length })
  const excused = named(away.filter(({ answer }) => answer === "excused"))
  const absent = named(away.filter(({ answer }) => answer !== "excused"))
  return { ...(excused ? { excused } : {}), ...(absent ? { absent } : {}) }
}

/** Whether the number was there at the opening, and each time that changed. */
export const quorumSentence = (material: Material, language: Language): string => {
  const { meeting, room, second } = material
  if (room.law.quorum.asked) return say(language, "meetings.minutes.quorum.unknown")
  if (!room.law.quorum.value || room.law.quorum.value.of === "nobody")
    return say(language, "meetings.minutes.quorum.none")
  const [first, ...later] = sinceOpening(material)
  const told = (quorum: Quorum, at: string) =>
    say(language, "meetings.minutes.quorum", {
      reached: String(quorum.reached),
      counted: quorum.counted,
      required: quorum.required,
      at,
    })
  let was = first!.reached
  const turns = later.flatMap((quorum) => {
    if (quorum.reached === was) return []
    was = quorum.reached
    return [
      told(quorum, say(language, "meetings.minutes.at", { at: hour(language, wallTime(quorum.at, meeting.zone)) })),
    ]
  })
  const opening = told(first!, say(language, "meetings.minutes.at_opening"))
  if ([first!, ...later].every(({ reached }) => reached)) return [opening, ...turns].join(between(language))
  const waivers = [
    ...(second ? [secondSentence(second, language)] : []),
    ...(meeting.quorum_waiver
      ? [say(language, "meetings.minutes.quorum.waived", { reason: meeting.quorum_waiver })]
      : []),
  ]
  return [opening, ...turns, ...waivers].join(between(language))
}

/** Whether the number was there when a decision was taken, as it was frozen into it. */
export const quorumOfDecision = (
  { quorum, taken_at }: Pick<DecisionOfMeeting, "quorum" | "taken_at">,
  { meeting, room }: Material,
  language: Language,
): string => {
  const { reached, counted, required, waiver, irregular } = quorum as FrozenQuorum
  if (required === 0) return say(language, `meetings.minutes.quorum.${room.law.quorum.asked ? "unknown" : "none"}`)
  const at = say(language, "meetings.minutes.at", { at: hour(language, wallTime(taken_at, meeting.zone)) })
  const told = say(language, "meetings.minutes.quorum", { reached: String(reached), counted, required, at })
  if (!waiver || reached) return told
  const why = irregular === false ? waiver : say(language, "meetings.minutes.quorum.waived", { reason: waiver })
  return [told, why].join(between(language))
}

/** The quorum at the opening, then after each change until the end. */
export const sinceOpening = ({ meeting, room }: Material): Quorum[] => {
  const opened = meeting.opened_at ?? room.stays[0]?.arrived_at ?? meeting.created_at
  const later = room
    .quorumOverTime()
    .filter(
      ({ at }) =>
        Temporal.Instant.compare(at, opened) > 0 &&
        (!meeting.closed_at || Temporal.Instant.compare(at, meeting.closed_at) <= 0),
    )
  return [room.quorumAt(opened), ...later]
}

// A narrow space before the semicolon, as French is set.
const between = (language: Language) => (language === "fr" ? "\u202f; " : "; ")

const changes = (counts: { at: Temporal.Instant; count: number }[]) =>
  counts.filter(({ count }, index) => index === 0 || count !== counts[index - 1]!.count)

const range = (counts: { count: number }[]) => ({
  least: Math.min(...counts.map(({ count }) => count)),
  most: Math.max(...counts.map(({ count }) => count)),
})
