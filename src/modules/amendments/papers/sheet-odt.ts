import { changesIn, facts, heading, odtOf, paragraph, signatures } from "../../../kernel/typeset/odt.ts"
import { say } from "../../../words.ts"
import type { Sheet } from "./sheet.ts"

/** The sheet of one amendment as an OpenDocument; what it changes stands in it as tracked changes, as in the one for Word. */
export const sheetOdt = (sheet: Sheet): Uint8Array => {
  const { lang, kind, title, body, phrases, changes: rows, grounds, cost, signature } = sheet
  const changes = changesIn(`${sheet.date}T00:00:00`)
  const section = (key: "says" | "changes" | "grounds" | "cost") => heading(2, say(lang, `amendments.paper.${key}`))
  const lines = (text: string) => text.split(/\n+/).map((line) => paragraph(line))
  return odtOf(
    sheet,
    [
      paragraph(body, "Body"),
      paragraph(kind, "Soft"),
      heading(1, title),
      facts(sheet.facts),
      section("says"),
      ...phrases.flatMap(lines),
      section("changes"),
      ...rows.map((pieces) => changes.paragraph(pieces, body)),
      ...(grounds ? [section("grounds"), ...lines(grounds)] : []),
      ...(cost ? [section("cost"), ...lines(cost)] : []),
      signatures([signature]),
    ],
    changes,
  )
}
