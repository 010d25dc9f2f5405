import { type Carried, carryOver, fatesOf } from "../../../kernel/amending/carry-over.ts"
import type { ReadOf } from "../../../shell/api.ts"
import { type Deeds, operationsOf } from "./operations-field.tsx"
import type { Paragraph } from "./mend-list.tsx"

const textsOf = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text)

/** Operations of one version as they would be on another, those whose paragraph is gone left out. */
const carried = (
  operations: readonly { from: number; to: number; put: string[] }[],
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  version: number,
): Deeds => {
  const [was, is] = [textsOf(before), textsOf(after)]
  const fates = fatesOf(was, is)
  const list = operations
    .map((one): Carried => carryOver({ ...one, was: was.slice(one.from, one.to) }, fates, is))
    .filter(({ snag }) => snag !== "gone" && snag !== "apart")
    .map(({ operation: { from, to, put } }) => ({ from, to, text: put.join("\n") }))
  return { version, list }
}

/** What an amendment asked for, where it belongs on the version of today. */
export const takenUp = ({ amendment, ground, paragraphs, current }: ReadOf<"amendments.read">): Deeds =>
  carried(amendment.operations, paragraphs, current, ground)

/** What was being typed when the base was replaced. */
export const typedOver = (
  deeds: Deeds,
  before: readonly Paragraph[],
  of: { version: number; paragraphs: readonly Paragraph[] },
): Deeds => carried(operationsOf(deeds), before, of.paragraphs, of.version)
