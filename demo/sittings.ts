import { answerAssemblyRules } from "../src/modules/sittings/assemblies/answer-rules.ts"
import { addGroup } from "../src/modules/sittings/assemblies/groups/add.ts"
import { addAssemblyMember } from "../src/modules/sittings/assemblies/members/add.ts"
import { explainApart } from "../src/modules/sittings/follow/explain-apart.ts"
import { noteOutcomes } from "../src/modules/sittings/follow/note-outcomes.ts"
import { notePromise } from "../src/modules/sittings/follow/note-promise.ts"
import { addSittingItem } from "../src/modules/sittings/items/add.ts"
import { assignItem } from "../src/modules/sittings/items/assign.ts"
import { attachItem } from "../src/modules/sittings/items/attach.ts"
import { noteOutcome } from "../src/modules/sittings/items/note-outcome.ts"
import { takePosition } from "../src/modules/sittings/items/take-position.ts"
import { writeSheet } from "../src/modules/sittings/items/write-sheet.ts"
import { makeBook } from "../src/modules/sittings/book/ask.ts"
import { closeSitting } from "../src/modules/sittings/live/close.ts"
import { noteGroupVote } from "../src/modules/sittings/live/note-group-vote.ts"
import { noteVotes } from "../src/modules/sittings/live/note-votes.ts"
import { noteAttendance } from "../src/modules/sittings/prepare/note-attendance.ts"
import { shareSpeech } from "../src/modules/sittings/prepare/share-speech.ts"
import { recordSitting } from "../src/modules/sittings/record.ts"
import { type ReportTold, reportsOf } from "./reports.ts"
import type { Days } from "./calendar.ts"
import type { Manner } from "./played.ts"
import type { Scene, Stage } from "./stage.ts"
import type { Cast } from "./story.ts"

export type AssemblyTold = {
  name: string
  kind: string
  seats: number
  /** Whose group is ours: the members named are those of the cast. */
  ours: { name: string; short: string; side: string; tint: string; members: string[] }
  others: { name: string; short: string; side: string; tint: string; members: string[] }[]
  /** What their rules of procedure say, and where. */
  rules: Record<string, number>
  basis: string
  sittings: SittingTold[]
}

export type SittingTold = {
  title: string
  /** Weeks before today; a negative number is to come. */
  weeks: number
  weekday: number
  at: string
  place: string
  items: SittingItemTold[]
  away?: { who: string; state: string; proxyTo?: string; note?: string }[]
}

type SittingItemTold = {
  number: string
  title: string
  reader?: string
  matter?: string
  sheet?: { what: string; gains?: string; line?: string; risk?: string; questions?: string; ready?: true }
  stance?: string
  condition?: string
  /** The reader proposes it; the office has not decided yet. */
  proposed?: true
  speakers?: [who: string, minutes: number][]
  outcome?: string
  /** Whoever of ours voted otherwise than the group. */
  apart?: [who: string, vote: string][]
  /** How ours voted in fact, and why where it was otherwise. */
  voted?: string
  why?: string
  promise?: { who: string; what: string; owner?: string }
  /** The report as the institution sent it, with what was noted in its margin. */
  report?: ReportTold
}

/** An assembly where ours sit: its groups, its rules, the last sitting with what it decided, and the next one half prepared. */
export const sittingsOf = (told: AssemblyTold, cast: Cast, stage: Stage, manner: Manner, days: Days): Scene[] => {
  const { secretary, bodyId } = manner
  let assemblyId = ""
  const record = async (sitting: SittingTold) => {
    const on = days.weekday(sitting.weeks, sitting.weekday)
    const answer = await stage.act(secretary, recordSitting, {
      bodyId,
      ...(assemblyId ? { assemblyId } : { assembly: { name: told.name, kind: told.kind, seats: told.seats } }),
      title: sitting.title,
      day: on.toString(),
      at: sitting.at,
      place: sitting.place,
    })
    const isFirst = assemblyId === ""
    assemblyId ||= String(answer.assemblyId)
    if (isFirst) await begin()
    for (const item of sitting.items) await play(item, String(answer.sittingId))
    await reportsOf(sitting.items, String(answer.sittingId), stage, manner)
    if (sitting.weeks > 0) await sat(sitting, String(answer.sittingId))
    else await stage.act(secretary, makeBook, { sittingId: answer.sittingId, readerId: null })
    for (const { who, state, proxyTo, note } of sitting.away ?? [])
      await stage.act(secretary, noteAttendance, {
        sittingId: answer.sittingId,
        personId: stage.person(who),
        state,
        ...(proxyTo && { proxyToId: stage.person(proxyTo) }),
        ...(note && { note }),
      })
  }
  const groups = new Map<string, { groupId: string; isOurs: boolean; side: string; memberIds: Map<string, string> }>()
  /** What was noted from the bench: ours by name, the others by group, and that the assembly rose. */
  const sat = async (sitting: SittingTold, sittingId: string) => {
    for (const { number, stance, voted, outcome, apart = [] } of sitting.items) {
      if (!stance || !outcome) continue
      const itemId = itemIds.get(number)
      const position = voted ?? (stance === "free" ? "for" : stance)
      for (const { groupId, isOurs, side, memberIds } of groups.values()) {
        const otherwise = new Map(apart)
        const votes = [...memberIds].map(([who, memberId]) => ({ memberId, vote: otherwise.get(who) ?? position }))
        if (isOurs) await stage.act(secretary, noteVotes, { itemId, votes })
        else {
          const counts = { for: 0, against: 0, abstain: 0, [side === "majority" ? "for" : "abstain"]: memberIds.size }
          await stage.act(secretary, noteGroupVote, { itemId, groupId, ...counts })
        }
      }
    }
    await stage.act(secretary, closeSitting, { sittingId })
  }
  const itemIds = new Map<string, string>()
  const begin = async () => {
    for (const { members, ...group } of [told.ours, ...told.others]) {
      const isOurs = group.short === told.ours.short
      const { groupId } = await stage.act(secretary, addGroup, { assemblyId, ...group, isOurs })
      const memberIds = new Map<string, string>()
      groups.set(group.short, { groupId: String(groupId), isOurs, side: group.side, memberIds })
      for (const member of members) {
        const one = isOurs ? cast[member] : undefined
        const [given = "", ...family] = member.split(" ")
        const { memberId } = await stage.act(secretary, addAssemblyMember, {
          assemblyId,
          groupId,
          givenName: one?.given_name ?? given,
          familyName: one?.family_name ?? family.join(" "),
          ...(one && { personId: stage.person(member) }),
        })
        memberIds.set(member, String(memberId))
      }
    }
    const answers = Object.entries(told.rules).map(([key, value]) => ({ key, value }))
    await stage.act(secretary, answerAssemblyRules, { assemblyId, answers, basis: told.basis })
  }
  const play = async (item: SittingItemTold, sittingId: string) => {
    const { number, title, reader, matter, sheet, stance, condition, speakers, outcome } = item
    const { itemId } = await stage.act(secretary, addSittingItem, { sittingId, number, title })
    itemIds.set(number, String(itemId))
    if (reader) await stage.act(secretary, assignItem, { itemId, readerId: stage.person(reader) })
    if (matter) await stage.act(secretary, attachItem, { itemId, matterId: manner.matters.get(matter) })
    if (sheet && reader) await stage.act(reader, writeSheet, { itemId, ...sheet })
    if (stance)
      await stage.act(item.proposed && reader ? reader : secretary, takePosition, {
        itemId,
        stance,
        ...(condition && { condition }),
      })
    if (speakers)
      await stage.act(secretary, shareSpeech, {
        itemId,
        speakers: speakers.map(([who, minutes]) => ({ personId: stage.person(who), minutes })),
      })
    if (outcome) await stage.act(secretary, noteOutcome, { itemId, outcome })
    if (item.voted)
      await stage.act(secretary, noteOutcomes, { sittingId, items: [{ itemId, outcome, voted: item.voted }] })
    if (item.why) await stage.act(secretary, explainApart, { itemId, reason: item.why })
    if (item.promise) {
      const { who, what, owner } = item.promise
      const ownerId = owner ? stage.person(owner) : null
      await stage.act(secretary, notePromise, { sittingId, itemId, who, what, ownerId })
    }
  }
  return told.sittings.map((sitting) => ({
    // Those that were are told as they ended; those to come, as they stand today.
    at: days.at(days.weekday(sitting.weeks > 0 ? sitting.weeks - 1 : 1, 2), "15:30"),
    play: () => record(sitting),
  }))
}
