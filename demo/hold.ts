import { arrive } from "../src/modules/meetings/attendance/arrive.ts"
import { charge } from "../src/modules/meetings/attendance/charge.ts"
import { closeMeeting } from "../src/modules/meetings/attendance/close.ts"
import { finishItem, startItem } from "../src/modules/meetings/attendance/hold-item.ts"
import { noteItem } from "../src/modules/meetings/attendance/note-item.ts"
import { openMeeting } from "../src/modules/meetings/attendance/open.ts"
import { takeDecision } from "../src/modules/meetings/attendance/take-decision.ts"
import { circulateMinutes } from "../src/modules/meetings/minutes/circulate.ts"
import { answerCorrection, askCorrection } from "../src/modules/meetings/minutes/corrections.ts"
import { setReview } from "../src/modules/decisions/register/set-review.ts"
import { dropTasks } from "../src/modules/tasks/drop.ts"
import { finishTasks } from "../src/modules/tasks/finish.ts"
import type { Days } from "./calendar.ts"
import { doc } from "./paper.ts"
import { agendaOf, type Manner, type Played } from "./played.ts"
import { takenByTheRelay } from "./relay.ts"
import type { Scene, Stage } from "./stage.ts"
import type { ItemTold, TaskTold } from "./story.ts"

/** The evening itself, and what follows from it: tasks done, late or left. */
export const hold = (played: Played, stage: Stage, manner: Manner, days: Days): Scene[] => {
  const { told, day } = played
  const opening = days.at(day, told.at).add({ minutes: 4 })
  const scribe = told.scribe ?? manner.secretary
  const given = new Map<TaskTold, string>()
  const tasks = (told.items ?? []).flatMap((item) => item.tasks ?? [])
  const later = (count: number) => days.at(day.add({ days: count }), "21:10")
  return [
    { at: opening, play: () => open(played, stage, scribe) },
    ...(told.late ?? []).map(([who, minutes]) => ({
      at: opening.add({ minutes }),
      play: () => stage.act(scribe, arrive, { meetingId: played.meetingId, personIds: [stage.person(who)] }),
    })),
    { at: opening.add({ minutes: 96 }), play: () => goThrough(played, stage, manner, { scribe, given, opening }) },
    ...minutesOf(played, stage, scribe, later),
    ...tasks.flatMap((task): Scene[] => {
      const taskIds = () => [given.get(task)!]
      if (task.dropped)
        return [
          { at: later(task.by), play: () => stage.act(scribe, dropTasks, { taskIds: taskIds(), word: task.dropped }) },
        ]
      return task.done === undefined
        ? []
        : [
            {
              at: later(task.done),
              play: () => stage.act(task.who, finishTasks, { taskIds: taskIds(), word: task.word }),
            },
          ]
    }),
  ]
}

const isQuorate = (items: ItemTold[]) => items.length === 0 || items.some(({ postponed }) => !postponed)

/** Sent round two days later; somebody may ask for a correction, answered the next day. */
const minutesOf = (
  played: Played,
  stage: Stage,
  scribe: string,
  later: (count: number) => Temporal.Instant,
): Scene[] => {
  const { correction } = played.told
  const round: Scene = {
    at: later(2),
    play: async () => {
      await stage.act(scribe, circulateMinutes, { meetingId: played.meetingId })
      await takenByTheRelay(stage)
    },
  }
  if (!correction) return [round]
  let correctionId = ""
  return [
    round,
    {
      at: later(4),
      play: async () => {
        const { meetingId } = played
        correctionId = (await stage.act(correction.by, askCorrection, { meetingId, text: correction.text }))
          .correctionId
      },
    },
    {
      at: later(5),
      play: () =>
        stage.act(scribe, answerCorrection, { correctionId, taken: !correction.answer, answer: correction.answer }),
    },
  ]
}

const open = async ({ told, meetingId }: Played, stage: Stage, scribe: string) => {
  const chairId = stage.person(told.chair ?? scribe)
  await stage.act(scribe, openMeeting, { meetingId, chairId, scribeId: stage.person(scribe) })
  const late = new Set((told.late ?? []).map(([who]) => who))
  const personIds = (told.present ?? []).filter((name) => !late.has(name)).map((name) => stage.person(name))
  await stage.act(scribe, arrive, { meetingId, personIds })
}

type Evening = { scribe: string; given: Map<TaskTold, string>; opening: Temporal.Instant }

/** The agenda from top to bottom, each item at its hour. Without the number, nothing is decided. */
const goThrough = async (played: Played, stage: Stage, manner: Manner, { scribe, given, opening }: Evening) => {
  const { told, meetingId } = played
  const agenda = await agendaOf(meetingId, stage)
  const of = new Map((told.items ?? []).map((item) => [item.title, item]))
  const hasNumber = isQuorate(told.items ?? [])
  const share = 88 / agenda.length
  for (const [index, { id: itemId, title, automatic, about_meeting_id }] of agenda.entries()) {
    const moment = opening.add({ minutes: Math.round(1 + index * share) })
    const at = moment.toZonedDateTimeISO(stage.zone).toPlainTime().toString({ smallestUnit: "minute" })
    const item = of.get(title)
    if (item?.postponed) {
      await stage.act(scribe, noteItem, { itemId, notes: doc(item.notes ?? ""), base: null })
      await stage.act(scribe, finishItem, { itemId, outcome: "postponed" })
      continue
    }
    await stage.act(scribe, startItem, { itemId, at })
    if (item) await discuss(item, itemId, at, { stage, scribe, given, played })
    else if (
      automatic === "approve-minutes" &&
      about_meeting_id &&
      hasNumber &&
      (await circulated(about_meeting_id, stage)) &&
      // A worker may have put the minutes of the first time on the agenda since, or not yet.
      (!told.again || (await wasAsked(about_meeting_id, meetingId, stage)))
    )
      await stage.act(scribe, takeDecision, {
        itemId,
        at,
        how: "consent",
        text: "Le procès-verbal est approuvé sans changement.",
      })
    else {
      const note = manner.usual(title)
      if (note) await stage.act(scribe, noteItem, { itemId, notes: doc(note), base: null })
    }
  }
  await stage.act(scribe, closeMeeting, { meetingId })
}

type Discussed = { stage: Stage; scribe: string; given: Map<TaskTold, string>; played: Played }

const discuss = async (item: ItemTold, itemId: string, at: string, { stage, scribe, given, played }: Discussed) => {
  if (item.notes) await stage.act(scribe, noteItem, { itemId, notes: doc(item.notes), base: null })
  const decisionId = item.decision && (await decide(item.decision, itemId, at, { stage, scribe, played }))
  for (const task of item.tasks ?? []) {
    const { taskId } = await stage.act(scribe, charge, {
      itemId,
      decisionId,
      what: task.what,
      ownerId: stage.person(task.who),
      due: played.day.add({ days: task.by }).toString(),
    })
    given.set(task, taskId!)
  }
}

const decide = async (
  { text, votes, review }: NonNullable<ItemTold["decision"]>,
  itemId: string,
  at: string,
  { stage, scribe, played }: Omit<Discussed, "given">,
) => {
  const told = votes === "secret" ? { for: 0, against: 3, abstained: 0, blank: 2 } : votes
  // Everyone in the room votes, latecomers from their arrival: what is not told otherwise is a vote for.
  const figures = told && {
    ...told,
    for: (await voters(played, at, stage)) - told.against - told.abstained - ("blank" in told ? told.blank : 0),
  }
  const how = votes === "secret" ? "ballot" : votes ? "show_of_hands" : "consent"
  const { decisionId } = await stage.act(scribe, takeDecision, { itemId, at, text, how, votes: figures })
  if (review) await stage.act(scribe, setReview, { decisionId, on: played.day.add({ days: review }).toString() })
  return decisionId
}

const voters = ({ meetingId, day }: Played, hour: string, stage: Stage) =>
  stage.within(async ({ db }) => {
    const at = day.toPlainDateTime(Temporal.PlainTime.from(hour)).toZonedDateTime(stage.zone).toInstant()
    const present = await db
      .selectFrom("attendances")
      .select("person_id")
      .where("meeting_id", "=", meetingId)
      .where("voting", "=", true)
      .where("arrived_at", "<=", at)
      .execute()
    const here = present.map(({ person_id }) => person_id)
    const proxies = db.selectFrom("proxies").select("giver_id").where("meeting_id", "=", meetingId)
    const represented = here.length
      ? await proxies.where("holder_id", "in", here).where("giver_id", "not in", here).execute()
      : []
    return here.length + represented.length
  })

const circulated = (meetingId: string, stage: Stage) =>
  stage.within(async ({ db }) => {
    const minutes = await db
      .selectFrom("minutes")
      .select("state")
      .where("meeting_id", "=", meetingId)
      .executeTakeFirst()
    return minutes?.state === "circulated"
  })

/** Another meeting had these minutes to approve. */
const wasAsked = (aboutId: string, meetingId: string, stage: Stage) =>
  stage.within(async ({ db }) => {
    const before = await db
      .selectFrom("agenda_items")
      .select("id")
      .where("about_meeting_id", "=", aboutId)
      .where("automatic", "=", "approve-minutes")
      .where("meeting_id", "!=", meetingId)
      .where("state", "=", "accepted")
      .executeTakeFirst()
    return before !== undefined
  })
