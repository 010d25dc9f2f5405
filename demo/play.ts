import { changeItem } from "../src/modules/meetings/agenda/change.ts"
import { addItem } from "../src/modules/meetings/agenda/add.ts"
import { acceptItem } from "../src/modules/meetings/agenda/accept.ts"
import { orderAgenda } from "../src/modules/meetings/agenda/order.ts"
import { proposeItem } from "../src/modules/meetings/agenda/propose.ts"
import { refuseItem } from "../src/modules/meetings/agenda/refuse.ts"
import { cancelMeeting } from "../src/modules/meetings/cancel.ts"
import { changeMeeting } from "../src/modules/meetings/change.ts"
import { answerInvitation } from "../src/modules/meetings/convocation/answer.ts"
import { conveneMeeting } from "../src/modules/meetings/convocation/convene.ts"
import { giveProxy } from "../src/modules/meetings/convocation/give-proxy.ts"
import { prepareMeeting } from "../src/modules/meetings/prepare.ts"
import type { Days } from "./calendar.ts"
import { hold } from "./hold.ts"
import { doc } from "./paper.ts"
import { takenByTheRelay } from "./relay.ts"
import { agendaOf, type Manner, type Played } from "./played.ts"
import type { Scene, Stage } from "./stage.ts"
import type { MeetingTold } from "./story.ts"

/** Days before, with those the post takes. */
const notices: Record<string, number> = { "statutory-assembly": 22, "ordinary-assembly": 15 }

/** The scenes of a meeting: prepared, convened, answered, held and written up, or as far as it has come today. */
export const scenesOf = (told: MeetingTold, stage: Stage, manner: Manner, days: Days): Scene[] => {
  const day = days.weekday(told.weeks, told.weekday)
  const played: Played = { told, meetingId: "", day }
  const { secretary } = manner
  const before = (count: number, hour: string) => days.at(day.subtract({ days: count }), hour)
  const notice = notices[told.type] ?? manner.convene_days
  const preparing =
    told.weeks < 0
      ? { at: days.at(days.today.subtract({ days: 6 }), "18:40") }
      : { at: before(Math.max(manner.prepare_days, notice + 5), "18:40") }
  const scenes: Scene[] = [{ ...preparing, play: () => prepare(played, stage, manner) }]
  for (const [index, proposal] of (told.proposals ?? []).entries())
    scenes.push({
      at: preparing.at.add({ minutes: 160 + index * 47 }),
      play: async () => {
        const { itemId } = await stage.act(proposal.by, proposeItem, {
          meetingId: played.meetingId,
          title: proposal.title,
          description: proposal.about ? doc(proposal.about) : null,
        })
        if (proposal.refused) await stage.act(secretary, refuseItem, { itemId, reason: proposal.refused })
        else if (!proposal.waiting) await stage.act(secretary, acceptItem, { itemId })
      },
    })
  if (told.weeks < 0) return scenes
  scenes.push({
    at: before(notice, "20:15"),
    play: async () => {
      await stage.act(secretary, conveneMeeting, { meetingId: played.meetingId })
      await takenByTheRelay(stage)
    },
  })
  if (told.cancelled)
    return [
      ...scenes,
      {
        at: before(1, "12:05"),
        play: () => stage.act(secretary, cancelMeeting, { meetingId: played.meetingId, reason: told.cancelled }),
      },
    ]
  return [
    ...scenes,
    { at: before(2, "19:30"), play: () => answer(played, stage) },
    ...hold(played, stage, manner, days),
  ]
}

const prepare = async (played: Played, stage: Stage, { bodyId, secretary, matters }: Manner) => {
  const { told, day } = played
  const typeId = await stage.within(async ({ db }) => {
    const type = await db
      .selectFrom("meeting_types")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("key", "=", told.type)
      .executeTakeFirst()
    return type?.id
  })
  const { meetingId } = await stage.act(secretary, prepareMeeting, {
    bodyId,
    typeId,
    title: told.title?.replace("{saison}", seasons[Math.floor((day.month % 12) / 3)]!),
    day: day.toString(),
    at: told.at,
    place: told.place,
  })
  played.meetingId = meetingId
  await stage.act(secretary, changeMeeting, {
    meetingId,
    chairId: told.chair ? stage.person(told.chair) : undefined,
    scribeId: told.scribe ? stage.person(told.scribe) : undefined,
  })
  const standing = await agendaOf(meetingId, stage)
  const told_items: string[] = []
  for (const item of told.items ?? []) {
    const { itemId } = await stage.act(secretary, addItem, {
      meetingId,
      title: item.title,
      purpose: item.purpose ?? (item.decision ? "decide" : "discuss"),
      minutes: item.minutes ?? 15,
      presenterId: item.by ? stage.person(item.by) : null,
      confidential: item.confidential ?? false,
      matterId: item.matter ? matters.get(item.matter) : null,
      description: item.about ? doc(item.about) : null,
      proposedDecision: item.decision?.proposed ? item.decision.text : null,
    })
    told_items.push(itemId)
  }
  // What is particular to this meeting comes before the last of what is usual: any other business.
  const usual = standing.map(({ id }) => id)
  await stage.act(secretary, orderAgenda, { meetingId, itemIds: usual.toSpliced(-1, 0, ...told_items) })
  for (const { id: itemId, title, purpose, automatic } of told.weeks < 0 ? standing : [])
    if (purpose === "decide" && !automatic && toDecide[title])
      await stage.act(secretary, changeItem, { itemId, proposedDecision: toDecide[title] })
}

/** Most answer; those who say nothing come all the same. */
const answer = async ({ told, meetingId }: Played, stage: Stage) => {
  const invitations = await stage.within(({ db }) =>
    db.selectFrom("invitations").select(["id", "person_id"]).where("meeting_id", "=", meetingId).execute(),
  )
  const names = new Map([...stage.people].map(([name, id]) => [id, name]))
  // In the order of the cast: that of the database is nobody's, and who answers hangs on it.
  const places = new Map([...names.keys()].map((id, index) => [id, index]))
  const inOrder = invitations.toSorted((a, b) => (places.get(a.person_id) ?? -1) - (places.get(b.person_id) ?? -1))
  const proxies = new Map(told.proxies ?? [])
  for (const [index, { id: invitationId, person_id }] of inOrder.entries()) {
    const name = names.get(person_id) ?? ""
    const holder = proxies.get(name)
    if (holder) await stage.act(name, giveProxy, { invitationId, holderId: stage.person(holder) })
    else if (told.present?.includes(name) && (told.weeks > 12 ? index % 6 === 1 : index % 5 !== 0))
      await stage.act(name, answerInvitation, { invitationId, answer: "present" })
    else if (index % 3 === 0 && !told.present?.includes(name))
      await stage.act(name, answerInvitation, {
        invitationId,
        answer: "excused",
        note: excuses[index % excuses.length],
      })
  }
}

const seasons = ["d’hiver", "du printemps", "d’été", "d’automne"]

/** What the usual items of an agenda ask to be decided, before the meeting says better. */
const toDecide: Record<string, string> = {
  "Désignation de la présidence de séance et des scrutateurs":
    "Élodie Van den Broeck-Delattre préside ; Agnès Dubois et René Collard comptent les voix.",
}

const excuses = ["De garde ce soir-là.", null, "En déplacement.", null, "Enfant malade, désolée.", null, null]
