import { blocksOf, headData } from "../../../kernel/typeset/paper-head.ts"
import { typeset } from "../../../kernel/typeset/typeset.ts"
import { say } from "../../../words.ts"
import type { Sheet } from "./sheet.ts"

export const sheetPdf = (sheet: Sheet): Promise<Uint8Array> => {
  const { lang, kind, facts, phrases, changes, grounds, cost, signature } = sheet
  const section = (key: "says" | "changes" | "grounds" | "cost") => say(lang, `amendments.paper.${key}`)
  return typeset({
    template: "amendment",
    data: {
      ...headData(sheet),
      kind,
      facts,
      says: { title: section("says"), blocks: blocksOf(phrases.join("\n\n")) },
      changes: { title: section("changes"), rows: changes },
      more: [
        ...(grounds ? [{ title: section("grounds"), blocks: blocksOf(grounds) }] : []),
        ...(cost ? [{ title: section("cost"), blocks: blocksOf(cost) }] : []),
      ],
      signatures: [[signature.role, signature.name]],
    },
    standard: "a-2a",
  })
}
