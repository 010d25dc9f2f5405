import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { answerAssemblyRules } from "./assemblies/answer-rules.ts"
import { deadlinesOf } from "./deadlines/deadlines-of.ts"
import { shownDeadline } from "./deadlines/shown.ts"
import { changeSitting } from "./change.ts"
import { addSittingItem } from "./items/add.ts"
import type { LineState, Outcome, Stance } from "./kinds.ts"
import { takeAgenda } from "./receive/agenda/take.ts"
import { receivePapers } from "./receive/receive.ts"
import { findSeenSitting } from "./seen.ts"
import { attendancesOf } from "./prepare/attendances-of.ts"
import { setSpeakingTime, speakingTimeOf } from "./prepare/speaking-time.ts"
import { sayWishes } from "./share/say-wishes.ts"
import { shareOut } from "./share/share-out.ts"
import { stepOf } from "./step-of.ts"
import { cameSincePosition, cameSinceSheet } from "./versions/since-reading.ts"

export type ItemLine = {
  id: string
  number: string | null
  title: string
  commission: string | null
  rapporteur: string | null
  amount_cents: string | null
  reader_id: string | null
  reader_name: string | null
  stance: Stance | null
  stance_condition: string | null
  /** Proposed by its reader, not decided yet. */
  proposed: boolean
  /** Minutes given to its speakers. */
  minutes: number
  outcome: Outcome | null
  papers: number
  pages: number
  /** The reading sheet: begun, or ready for the others. */
  sheet: "begun" | "ready" | null
  /** A paper came since the sheet was written, or since the position was said. */
  since_sheet: boolean
  since_position: boolean
  /** It came with a later sending than the first. */
  is_late: boolean
  /** The worst of what became of its papers: whether one could not be read. */
  states: LineState[]
}

/** A sitting, its order of business, what arrived for it, and the step it is at. */
export const readSitting = read({
  name: "sittings.read",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: { sittingId }, subject, ...given }) {
    const { db, now } = given
    const { organisation_id: _, ...sitting } = subject
    const assembly = await db
      .selectFrom("assemblies")
      .select(["id", "name", "kind"])
      .where("id", "=", sitting.assembly_id)
      .executeTakeFirstOrThrow()
    const { rows: items } = await sql<ItemLine>`
      select i.id, i.number, i.title, i.commission, i.rapporteur, i.amount_cents::text as amount_cents, i.reader_id,
             p.given_name || ' ' || p.family_name as reader_name, i.stance, i.stance_condition, i.outcome,
             i.stance is not null and i.stance_decided_at is null as proposed,
             (select coalesce(sum(k.minutes), 0)::int from sitting_speakers k
               where (k.organisation_id, k.item_id) = (i.organisation_id, i.id)) as minutes,
             n.papers, n.pages, n.states, case when h.ready_at is not null then 'ready' when h.item_id is not null then 'begun' end as sheet,
             ${cameSinceSheet} as since_sheet, ${cameSincePosition} as since_position,
             coalesce(n.first_at > (select min(r.received_at) from receipts r where r.sitting_id = ${sittingId}), false) as is_late
        from sitting_items i
        left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
        left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id)
        cross join lateral (
          select count(*)::int as papers, coalesce(sum(f.pages), 0)::int as pages,
                 coalesce(array_agg(distinct l.state), '{}') as states, min(r.received_at) as first_at
            from receipt_lines l join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
            left join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
           where (l.organisation_id, l.item_id) = (i.organisation_id, i.id)) n
       where i.sitting_id = ${sittingId} and i.removed_at is null
       order by i.place, i.id`.execute(db)
    const { rows: receipts } = await sql<{
      id: string
      received_at: Temporal.Instant
      done_at: Temporal.Instant | null
      lines: { id: string; path: string; state: LineState; reason: string | null; item_id: string | null }[]
    }>`
      select r.id, r.received_at, r.done_at,
             coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'path', l.path, 'state', l.state, 'reason', l.reason, 'item_id', l.item_id) order by l.place)
                from receipt_lines l where (l.organisation_id, l.receipt_id) = (r.organisation_id, r.id)), '[]') as lines
        from receipts r where r.sitting_id = ${sittingId} order by r.received_at desc, r.id desc`.execute(db)
    const deadlines = (await deadlinesOf([sittingId], given)).get(sittingId) ?? []
    const removed = await db
      .selectFrom("sitting_items")
      .select(["id", "number", "title"])
      .where("sitting_id", "=", sittingId)
      .where("removed_at", "is not", null)
      .orderBy("place")
      .execute()
    return {
      sitting,
      assembly,
      items,
      removed,
      speaking: await speakingTimeOf(subject, given),
      attendances: await attendancesOf(subject, given),
      receipts,
      deadlines: deadlines.map((one) => shownDeadline(one, given.actor.language)),
      step: stepOf({ ...sitting, items }, dayOf(now, sitting.zone)),
      may: await may(
        subject,
        [
          receivePapers,
          takeAgenda,
          shareOut,
          sayWishes,
          setSpeakingTime,
          addSittingItem,
          answerAssemblyRules,
          changeSitting,
        ],
        given,
      ),
    }
  },
})
