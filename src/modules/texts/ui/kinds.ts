import type { ReadOf } from "../../../shell/api.ts"

type Kind = ReadOf<"texts.list">["rows"][number]["kind"]

/** The kinds in the order in which one looks for them. */
export const kinds = [
  "wish",
  "motion",
  "amendment",
  "sub_amendment",
  "deliberation",
  "oral_question",
  "written_question",
  "topical_question",
  "interpellation",
  "speech",
  "argument_sheet",
  "letter",
  "note",
  "op_ed",
  "release",
] as const satisfies readonly Kind[]
