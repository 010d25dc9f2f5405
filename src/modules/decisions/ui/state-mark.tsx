import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type State = "in_force" | "carried_out" | "superseded" | "reopened" | "rejected"

const kinds = { in_force: "info", carried_out: "good", superseded: "wait", reopened: "wait", rejected: "bad" } as const

/** Whether a decision stands, in a word. */
export const StateMark = ({ of }: { of: State }) => {
  const t = useWords()
  return <Mark kind={kinds[of]}>{t(`decisions.state.${of}`)}</Mark>
}
