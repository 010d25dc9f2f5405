import { sql } from "kysely"
import { record } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { paperRead } from "../events.ts"
import type { LineState } from "../kinds.ts"
import { reportOfText } from "./report-of.ts"

/** The text of a file was read: its line says so, and the item learns what the report says of itself and nobody typed. */
export const readPaper = async (fileId: string, given: Circumstances): Promise<void> => {
  const { db } = given
  const line = await db
    .selectFrom("receipt_lines as l")
    .innerJoin("files as f", "f.id", "l.file_id")
    .select(["l.id", "l.item_id", "f.text", "f.pages"])
    .where("l.file_id", "=", fileId)
    .executeTakeFirst()
  if (!line?.item_id || line.text === null) return
  const { text } = line
  await db
    .updateTable("receipt_lines")
    .set({ state: stateOf(text, line.pages) })
    .where("id", "=", line.id)
    .execute()
  await record([paperRead({ fileId, itemId: line.item_id })], given)
  const said = reportOfText(text)
  const isFirst = await sql<{ first: boolean }>`
    select not exists (select from receipt_lines o where o.item_id = ${line.item_id} and o.id < ${line.id}) as first`.execute(
    db,
  )
  if (!isFirst.rows[0]!.first) return
  await sql`
    update sitting_items set
           number = coalesce(number, ${said.number ?? null}),
           title = coalesce(${said.title ?? null}, title),
           rapporteur = coalesce(rapporteur, ${said.rapporteur ?? null}),
           commission = coalesce(${said.commission ?? null}, commission),
           amount_cents = coalesce(amount_cents, ${said.amount_cents ?? null})
     where id = ${line.item_id}`.execute(db)
}

// Pages and no words: a scan. Neither: what cannot be read, under a password or broken.
const stateOf = (text: string, pages: number | null): LineState =>
  text.trim() !== "" ? "read" : pages ? "scanned" : "unreadable"
