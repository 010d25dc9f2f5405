import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type Step = ReadOf<"designations.list">["rows"][number]["step"]
const kinds = { designated: "good", abandoned: "bad" } as const

/** Where a designation stands. */
export const StepMark = ({ step }: { step: Step }) => {
  const t = useWords()
  return <Mark kind={step in kinds ? kinds[step as keyof typeof kinds] : "info"}>{t(`designations.step.${step}`)}</Mark>
}
