import { sql } from "kysely"
import { type Confided, keepConfided } from "../../kernel/confide.ts"
import type { Event } from "../../kernel/event.ts"
import { after } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { sealBytes } from "../documents/contract.ts"
import { papersTurned } from "./events.ts"

const isMeeting = sql<boolean>`exists (select from meetings m
  where (m.organisation_id, m.id) = (t.organisation_id, t.meeting_id) and m.confidential)`

/** Of a confidential meeting, all its words; of an open one, those of its confidential items and what was composed of them. */
export const confided: readonly Confided[] = [
  {
    table: "agenda_items",
    key: "id",
    columns: { description: "doc", proposed_decision: "text", notes: "doc", refused_reason: "text" },
    isConfidential: sql<boolean>`(t.confidential or ${isMeeting})`,
  },
  {
    table: "minutes",
    key: "meeting_id",
    columns: { opening: "doc", closing: "doc" },
    isConfidential: isMeeting,
  },
  {
    table: "minutes",
    key: "meeting_id",
    columns: { content: "doc" },
    isConfidential: sql<boolean>`(${isMeeting} or exists (select from agenda_items i
      where (i.organisation_id, i.meeting_id) = (t.organisation_id, t.meeting_id) and i.confidential))`,
  },
  {
    table: "minutes_corrections",
    key: "id",
    columns: { text: "text", answer: "text" },
    isConfidential: sql<boolean>`(${isMeeting} or exists (select from agenda_items i
      where (i.organisation_id, i.id) = (t.organisation_id, t.item_id) and i.confidential))`,
  },
  // Read from the papers, for search.
  {
    table: "files",
    key: "id",
    columns: { text: "text" },
    isConfidential: sql<boolean>`(t.confidential or exists (select from item_papers k
      join agenda_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
      join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
      where (k.organisation_id, k.file_id) = (t.organisation_id, t.id) and (i.confidential or m.confidential)))`,
  },
]

const isPaperOf = (meetingId: string) => sql<boolean>`t.id in (
  select k.file_id from item_papers k join agenda_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
   where i.meeting_id = ${meetingId})`

/**
 * Puts the words of a meeting right after papers came, or after it or an item of it was marked confidential or opened to all.
 * The bytes of its papers follow once that is committed: what is to be recorded for it.
 */
export const keepMeetingConfided = async (meetingId: string, given: Circumstances): Promise<Event[]> => {
  const ofMeeting = sql<boolean>`t.meeting_id = ${meetingId}`
  for (const table of ["agenda_items", "minutes", "minutes_corrections"]) await keepConfided(table, given, ofMeeting)
  await keepConfided("files", given, isPaperOf(meetingId))
  const { rows } = await sql`select from files t where ${isPaperOf(meetingId)} limit 1`.execute(given.db)
  return rows.length > 0 ? [papersTurned({ meetingId })] : []
}

export const sealPapers = after(papersTurned, "seal the bytes of its confidential papers", ({ meetingId }, given) =>
  sealBytes(given, isPaperOf(meetingId)),
)
