import type { ReadOf } from "../../../shell/api.ts"
import { Mark } from "../../../shell/sheet.tsx"
import { useWords } from "../../../shell/use-words.ts"

type State = ReadOf<"texts.read">["text"]["state"]

/** Where a text stands, in words. */
export const StateMark = ({ of }: { of: State }) => {
  const t = useWords()
  const kind = kinds[of]
  return <Mark {...(kind ? { kind } : {})}>{t(`texts.state.${of}`)}</Mark>
}

/** A number that stays on its line: its hyphens hold. */
export const held = (reference: string) => reference.replaceAll("-", "\u2011")

const kinds: Partial<Record<State, "good" | "wait" | "bad" | "info">> = {
  given: "wait",
  read: "wait",
  validated: "info",
  signed: "info",
  lodged: "info",
  sent: "info",
  admissible: "info",
  defended: "info",
  scheduled: "info",
  asked: "info",
  referred: "info",
  adopted: "good",
  amended: "good",
  answered: "good",
  followed: "good",
  published: "good",
  delivered: "good",
  rejected: "bad",
  inadmissible: "bad",
  fallen: "bad",
}
