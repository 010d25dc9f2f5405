import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { noteOutcome } from "../items/note-outcome.ts"
import { takePosition } from "../items/take-position.ts"
import type { Outcome, Stance, Tint } from "../kinds.ts"
import { attendancesOf } from "../prepare/attendances-of.ts"
import { speakingTimeOf } from "../prepare/speaking-time.ts"
import { findSeenSitting, type Sitting } from "../seen.ts"
import { callItem, endDebate } from "./call-item.ts"
import { closeSitting, reopenSitting } from "./close.ts"
import { noteGroupVote } from "./note-group-vote.ts"
import { noteVotes } from "./note-votes.ts"
import { noticesOf } from "./notices.ts"
import { startSpeech, stopSpeech } from "./speak.ts"
import type { MemberVote } from "./tables.ts"
import { type Count, countOf, isApartFromPosition } from "./vote.ts"

export type LiveItem = {
  id: string
  number: string | null
  title: string
  stance: Stance | null
  stance_condition: string | null
  stance_note: string | null
  proposed: boolean
  outcome: Outcome | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  reader_name: string | null
  reader_id: string | null
  /** When it was called first; it is debated now when `is_now`. */
  called_at: Temporal.Instant | null
  is_now: boolean
}

/** A sitting as it is sat: what is debated, who speaks and for how long, how each votes, what changed in between. */
export const readLive = read({
  name: "sittings.live",
  input: z.object({ sittingId: z.uuid(), itemId: z.uuid().optional() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input, subject: sitting, ...given }) {
    const { actor, now } = given
    const items = await itemsOf(sitting.id, given)
    const shown =
      items.find(({ id }) => id === input.itemId) ??
      items.find(({ is_now }) => is_now) ??
      items.find(({ called_at, outcome }) => !called_at && !outcome) ??
      items[0]
    const groups = await groupsOf(sitting, given)
    const attendances = await attendancesOf(sitting, given)
    return {
      /** By the server's clock, from which the page counts seconds. */
      now,
      me: actor.personId,
      sitting: {
        id: sitting.id,
        title: sitting.title,
        body_id: sitting.body_id,
        starts: sitting.starts,
        zone: sitting.zone,
        ended_at: sitting.ended_at,
        is_today: sitting.starts.toPlainDate().equals(dayOf(now, sitting.zone)),
        has_come: Temporal.PlainDate.compare(sitting.starts.toPlainDate(), dayOf(now, sitting.zone)) <= 0,
      },
      items,
      shown_id: shown?.id ?? null,
      speech: await speechOf(sitting, shown?.id, given),
      attendances: attendances.map(({ person_id, name, state, holder }) => ({ person_id, name, state, holder })),
      groups,
      votes: shown ? await votesOf(sitting, shown, groups, given) : null,
      notices: await noticesOf(sitting.id, given),
      may: {
        ...(await may(sitting, [endDebate, closeSitting, reopenSitting] as const, given)),
        ...(shown
          ? await may(
              { ...shown, body_id: sitting.body_id, person_id: "" } as never,
              [callItem, startSpeech, stopSpeech, noteGroupVote, noteVotes, noteOutcome, takePosition] as const,
              given,
            )
          : {}),
      } as Record<string, boolean>,
    }
  },
})

const itemsOf = async (sittingId: string, { db }: Circumstances): Promise<LiveItem[]> => {
  const { rows } = await sql<LiveItem>`
    select i.id, i.number, i.title, i.stance, i.stance_condition, i.stance_note, i.reader_id,
           i.stance is not null and i.stance_decided_at is null as proposed, i.outcome, i.votes_for, i.votes_against, i.abstentions,
           p.given_name || ' ' || p.family_name as reader_name, d.called_at, coalesce(d.is_now, false) as is_now
      from sitting_items i
      left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
      left join lateral (select min(b.began_at) as called_at, bool_or(b.ended_at is null) as is_now from sitting_debates b
                          where (b.organisation_id, b.item_id) = (i.organisation_id, i.id)) d on true
     where i.sitting_id = ${sittingId} and i.removed_at is null order by i.place, i.id`.execute(db)
  return rows
}

type Speaker = { person_id: string; name: string; minutes: number | null; seconds: number; is_now: boolean }

/** Who speaks now, who comes next on this item, and what the group has used of its time in the whole sitting. Running turns are counted by the page. */
const speechOf = async (sitting: Sitting, itemId: string | undefined, given: Circumstances) => {
  const { db } = given
  const seconds = sql`coalesce(sum(extract(epoch from t.ended_at - t.began_at)) filter (where t.ended_at is not null), 0)::int`
  const { rows: speakers } = await sql<Speaker>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, k.minutes, ${seconds} as seconds,
           coalesce(bool_or(t.id is not null and t.ended_at is null), false) as is_now
      from (select person_id from sitting_speakers where item_id = ${itemId ?? null}
            union select person_id from sitting_turns where item_id = ${itemId ?? null} and person_id is not null) w
      join people p on p.id = w.person_id
      left join sitting_speakers k on (k.organisation_id, k.person_id) = (p.organisation_id, p.id) and k.item_id = ${itemId ?? null}
      left join sitting_turns t on (t.organisation_id, t.person_id) = (p.organisation_id, p.id) and t.item_id = ${itemId ?? null}
     group by p.organisation_id, p.id, k.place, k.minutes order by k.place nulls last, min(t.began_at)`.execute(db)
  const { rows: totals } = await sql<{ seconds: number }>`
    select ${seconds} as seconds from sitting_turns t where t.sitting_id = ${sitting.id} and t.person_id is not null`.execute(
    db,
  )
  const { rows: running } = await sql<{
    item_id: string
    person_id: string | null
    name: string
    group_id: string | null
    began_at: Temporal.Instant
  }>`
    select t.item_id, t.person_id, t.group_id, t.began_at, coalesce(p.given_name || ' ' || p.family_name, g.name) as name
      from sitting_turns t
      left join people p on (p.organisation_id, p.id) = (t.organisation_id, t.person_id)
      left join assembly_groups g on (g.organisation_id, g.id) = (t.organisation_id, t.group_id)
     where t.sitting_id = ${sitting.id} and t.ended_at is null`.execute(db)
  const { minutes } = await speakingTimeOf(sitting, given)
  return {
    now: running[0] ?? null,
    speakers,
    /** Of ours in the whole sitting, without whoever speaks now. */
    used: totals[0]!.seconds,
    budget: minutes === null ? null : minutes * 60,
  }
}

export type LiveGroup = { id: string; name: string; short: string; tint: Tint; is_ours: boolean; seats: number }

/** The groups as they sat that day, ours first, then the largest. */
const groupsOf = async ({ assembly_id, starts }: Sitting, { db }: Circumstances): Promise<LiveGroup[]> => {
  const day = starts.toPlainDate()
  const { rows } = await sql<LiveGroup>`
    select g.id, g.name, g.short, g.tint, g.is_ours,
           (select count(*)::int from assembly_members m where (m.organisation_id, m.group_id) = (g.organisation_id, g.id)
              and (m.until is null or m.until >= ${day}::date) and (m.since is null or m.since <= ${day}::date)) as seats
      from assembly_groups g
     where g.assembly_id = ${assembly_id} and (g.ended_on is null or g.ended_on >= ${day}::date)
     order by g.is_ours desc, seats desc, g.name, g.id`.execute(db)
  return rows
}

/** How each of ours voted on an item and how each group did; ours is counted out of its names once one is known. */
const votesOf = async (
  { assembly_id, starts, id: sittingId }: Sitting,
  item: LiveItem,
  groups: readonly LiveGroup[],
  { db }: Circumstances,
) => {
  const day = starts.toPlainDate()
  const { rows: members } = await sql<{
    id: string
    name: string
    person_id: string | null
    group_id: string
    vote: MemberVote | null
    by_proxy: boolean
    holder: string | null
    is_away: boolean
  }>`
    select m.id, m.given_name || ' ' || m.family_name as name, m.person_id, m.group_id, v.vote, coalesce(v.by_proxy, false) as by_proxy,
           h.given_name || ' ' || h.family_name as holder, coalesce(a.state <> 'present', false) as is_away
      from assembly_members m
      join assembly_groups g on (g.organisation_id, g.id) = (m.organisation_id, m.group_id) and g.is_ours
      left join sitting_member_votes v on (v.organisation_id, v.member_id) = (m.organisation_id, m.id) and v.item_id = ${item.id}
      left join sitting_attendances a on (a.organisation_id, a.person_id) = (m.organisation_id, m.person_id) and a.sitting_id = ${sittingId}
      left join people h on (h.organisation_id, h.id) = (a.organisation_id, a.proxy_to)
     where m.assembly_id = ${assembly_id} and (m.until is null or m.until >= ${day}::date) and (m.since is null or m.since <= ${day}::date)
     order by m.folded collate "C", m.id`.execute(db)
  const { rows: noted } = await sql<Count & { group_id: string }>`
    select group_id, votes_for as "for", votes_against as against, abstentions as abstain, apart
      from sitting_group_votes where item_id = ${item.id}`.execute(db)
  return {
    members: members.map((one) => ({
      ...one,
      differs: one.vote !== null && !item.proposed && isApartFromPosition(one.vote, item.stance),
    })),
    groups: groups.map(({ id }) => {
      const named = members.flatMap(({ group_id, vote }) => (group_id === id && vote ? [vote] : []))
      const { group_id: _, ...count } = noted.find(({ group_id }) => group_id === id) ?? {
        group_id: id,
        ...countOf([]),
      }
      return {
        group_id: id,
        noted: named.length > 0 || noted.some(({ group_id }) => group_id === id),
        by_name: named.length > 0,
        ...(named.length > 0 ? countOf(named) : count),
      }
    }),
  }
}
