import { extractText } from "../../../../kernel/file/extract/extract.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { bytesOf, type KeptFile, tableIn } from "../../read-table.ts"
import type { AgendaEntry } from "./entry.ts"
import { agendaOfOparl } from "./of-oparl.ts"
import { agendaOfTable } from "./of-table.ts"
import { agendaOfText } from "./of-text.ts"

const MOST = 1000

/** The items of a file: a table, an OParl answer, or a text. Refuses with a sentence what holds none. */
export const agendaIn = async (file: KeptFile, given: Circumstances): Promise<AgendaEntry[]> => {
  const entries = isTable(file.type)
    ? (agendaOfTable(await tableIn(file, given)) ?? refuse("sittings.agenda_no_title"))
    : await writtenIn(file, given)
  if (entries.length === 0) refuse("sittings.agenda_empty")
  if (entries.length > MOST) refuse("sittings.agenda_too_long", { most: MOST })
  return entries
}

const isTable = (type: string) => /csv|spreadsheet/.test(type)

const writtenIn = async (file: KeptFile, given: Circumstances): Promise<AgendaEntry[]> => {
  const bytes = await bytesOf(file, given)
  if (/json/.test(file.type)) {
    const text = new TextDecoder().decode(bytes)
    return agendaOfOparl(text.replace(/^\ufeff/, "")) ?? refuse("sittings.agenda_not_oparl")
  }
  const { text, scanned, reason } = await extractText(bytes, file.type, { seconds: 15 })
  if (reason === "encrypted") refuse("sittings.agenda_encrypted")
  if (scanned || (text.trim() === "" && !reason)) refuse("sittings.agenda_scanned")
  if (text.trim() === "") refuse("sittings.agenda_unreadable")
  return agendaOfText(text)
}
