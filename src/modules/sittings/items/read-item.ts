import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import type { LineState } from "../kinds.ts"
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
}

/** One item, with its papers, the newest arrival last. */
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
      papers,
      sheet: await sheetOf(itemId, given),
      related: await relatedTo(subject, given),
      may: await may(subject, [assignItem, writeSheet, takePosition, attachItem, noteOutcome], given),
    }
  },
})

const sheetOf = async (itemId: string, { db }: Circumstances) =>
  (await db
    .selectFrom("reading_sheets")
    .select(["what", "gains", "line", "risk", "questions", "ready_at", "written_at"])
    .where("item_id", "=", itemId)
    .executeTakeFirst()) ?? null

const findShown = async (itemId: string, { actor, db, now }: Circumstances): Promise<Shown | undefined> => {
  const { rows } = await sql<Shown>`
    select i.*, s.body_id, s.title as sitting_title, s.starts, s.zone,
           p.given_name || ' ' || p.family_name as reader_name, case when ${isMatterSeen(actor.personId!, dayOf(now))} then x.title end as matter_title
      from sitting_items i
      join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
      left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
      left join matters x on (x.organisation_id, x.id) = (i.organisation_id, i.matter_id)
     where i.id = ${itemId} and i.removed_at is null and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}
