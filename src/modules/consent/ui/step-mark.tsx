import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Step = ReadOf<"consent.list">["rows"][number]["step"]
const kinds = { role: undefined, elected: "good", closed: "bad" } as const

/** Where an election without candidate stands. */
export const StepMark = ({ step }: { step: Step }) => {
  const t = useWords()
  const kind = step in kinds ? kinds[step as keyof typeof kinds] : "info"
  return <Mark {...(kind ? { kind } : {})}>{t(`consent.step.${step}`)}</Mark>
}
