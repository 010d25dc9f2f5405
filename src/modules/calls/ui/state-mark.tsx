import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

const kinds = { draft: undefined, open: "info", ended: "wait", closed: "good", cancelled: "bad" } as const

/** Where a call stands. */
export const StateMark = ({ state }: { state: ReadOf<"calls.list">["rows"][number]["state"] }) => {
  const t = useWords()
  const kind = kinds[state]
  return <Mark {...(kind ? { kind } : {})}>{t(`calls.state.${state}`)}</Mark>
}
