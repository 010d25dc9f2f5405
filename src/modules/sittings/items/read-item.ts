import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findNamedDecision } from "../../decisions/contract.ts"
import { whereaboutsOf } from "../../meetings/contract.ts"
import { cameSincePosition, cameSinceSheet, readBy } from "../versions/since-reading.ts"
import { withVersions } from "../versions/version-of.ts"
import { isMatterSeen, programmeLike } from "../../matters/contract.ts"
import { bringToMeeting } from "../prepare/bring-to-meeting.ts"
import { noteLine } from "../prepare/note-line.ts"
import { shareSpeech } from "../prepare/share-speech.ts"
import { speakingTimeOf } from "../prepare/speaking-time.ts"
import type { LineState, Stance } from "../kinds.ts"
import { type SittingItem, isSittingSeen } from "../seen.ts"
import { assignItem } from "./assign.ts"
import { attachItem } from "./attach.ts"
import { noteOutcome } from "./note-outcome.ts"
import { relatedTo } from "./related.ts"
import { takePosition } from "./take-position.ts"
import { writeSheet } from "./write-sheet.ts"

export type ItemPaper = {
  file_id: string
  name: string
  bytes: string
  pages: number | null
  state: LineState
  received_at: Temporal.Instant
}

type Shown = SittingItem & {
  sitting_title: string
  starts: Temporal.PlainDateTime
  zone: string
  reader_name: string | null
  matter_title: string | null
  assembly_id: string
  speaking_minutes: number | null
  stance_by_name: string | null
  /** When the actor last wrote of it, and whether a paper came since. */
  read_at: Temporal.Instant | null
  since_sheet: boolean
  since_position: boolean
}

/** One item, with its papers: each one before those whose later version it is, in the order in which the first of them came. */
export const readSittingItem = read({
  name: "sittings.readItem",
  input: z.object({ itemId: z.uuid() }),
  find: ({ itemId }, given) => findShown(itemId, given),
  allow: isSignedIn,
  async run({ input: { itemId }, subject, ...given }) {
    const { organisation_id: _, amount_cents, ...item } = subject
    const { rows: papers } = await sql<ItemPaper>`
      select f.id as file_id, f.name, f.bytes::text as bytes, f.pages, l.state, r.received_at
        from receipt_lines l
        join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
        join receipts r on (r.organisation_id, r.id) = (l.organisation_id, l.receipt_id)
       where l.item_id = ${itemId} order by r.received_at, l.place`.execute(given.db)
    return {
      item: { ...item, amount_cents: amount_cents?.toString() ?? null },
      me: given.actor.personId,
      papers: withVersions(papers),
      sheet: await sheetOf(itemId, given),
      related: await relatedTo(subject, given),
      /** What we promised that this may be about. */
      programme: await programmeLike(
        { bodyId: subject.body_id, title: subject.title, matterId: subject.matter_id },
        given.db,
      ),
      brought: item.agenda_item_id ? ((await whereaboutsOf(item.agenda_item_id, given)) ?? null) : null,
      decision: item.decision_id ? ((await findNamedDecision(item.decision_id, given)) ?? null) : null,
      lines: await linesOf(subject, given),
      speakers: await speakersOf(itemId, given),
      speaking: await speakingTimeOf({ ...subject, id: subject.sitting_id }, given),
      may: await may(
        subject,
        [assignItem, writeSheet, takePosition, bringToMeeting, noteLine, shareSpeech, attachItem, noteOutcome],
        given,
      ),
    }
  },
})

/** The sensibilities of the body, each with its own line where it has one. */
const linesOf = async ({ id, body_id }: Shown, { db }: Circumstances) => {
  const { rows } = await sql<{ affiliation_id: string; name: string; stance: Stance | null; note: string | null }>`
    select a.id as affiliation_id, a.name, l.stance, l.note from affiliations a
      left join sitting_lines l on (l.organisation_id, l.affiliation_id) = (a.organisation_id, a.id) and l.item_id = ${id}
     where a.body_id = ${body_id} and (a.ended_on is null or l.stance is not null) order by a.name, a.id`.execute(db)
  return rows
}

const speakersOf = async (itemId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ person_id: string; name: string; minutes: number }>`
    select k.person_id, p.given_name || ' ' || p.family_name as name, k.minutes
      from sitting_speakers k join people p on (p.organisation_id, p.id) = (k.organisation_id, k.person_id)
     where k.item_id = ${itemId} order by k.place`.execute(db)
  return rows
}

const sheetOf = async (itemId: string, { db }: Circumstances) =>
  (await db
    .selectFrom("reading_sheets")
    .select(["what", "gains", "line", "risk", "questions", "ready_at", "written_at", "written_by"])
    .where("item_id", "=", itemId)
    .executeTakeFirst()) ?? null

const findShown = async (itemId: string, { actor, db, now }: Circumstances): Promise<Shown | undefined> => {
  const { rows } = await sql<Shown>`
    select i.*, s.body_id, s.title as sitting_title, s.starts, s.zone, s.assembly_id, s.speaking_minutes,
           y.given_name || ' ' || y.family_name as stance_by_name,
           ${readBy(actor.personId!)} as read_at, ${cameSinceSheet} as since_sheet, ${cameSincePosition} as since_position,
           p.given_name || ' ' || p.family_name as reader_name, case when ${isMatterSeen(actor.personId!, dayOf(now))} then x.title end as matter_title
      from sitting_items i
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
      left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id)
      left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
      left join people y on (y.organisation_id, y.id) = (i.organisation_id, i.stance_by)
      left join matters x on (x.organisation_id, x.id) = (i.organisation_id, i.matter_id)
     where i.id = ${itemId} and i.removed_at is null and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}
