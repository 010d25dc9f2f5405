import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { lawOf } from "./law-of.ts"
import { isTooSoon, type SecondConvocation, takenUpAgain, takesUpAgain } from "./second-convocation.ts"

/** A meeting on its way that takes up again what another could not decide, and from when it counts as a second convocation. */
export type SecondAhead = SecondConvocation & { is_too_soon: boolean; items: number }

/** Null when no number lacked before it, or when it takes up again nothing to decide. */
export const secondAhead = async (meeting: Meeting, given: Circumstances): Promise<SecondAhead | null> => {
  if (meeting.state !== "preparing" && meeting.state !== "convened") return null
  const second = await takesUpAgain(meeting, await lawOf(meeting, given.db), given)
  const again = second ? [...(await takenUpAgain(meeting, second, given)).values()] : []
  const items = again.filter((purpose) => purpose === "decide").length
  return second && items > 0 ? { ...second, is_too_soon: isTooSoon(meeting, second), items } : null
}

/** The same for a page: days and rules in words, with the article. */
export const secondTold = (second: SecondAhead | null, { actor }: Pick<Circumstances, "actor">) =>
  second && {
    nth: second.firsts.length,
    first_id: second.firsts[0]!.id,
    lacked_on: second.firsts.map(({ starts }) => starts.toPlainDate()).toReversed(),
    items: second.items,
    article: second.rule.legal_basis ?? second.rule.overridden_by,
    is_too_soon: second.is_too_soon,
    /** Null: nobody has said how long must lie between the two. */
    earliest: second.earliest,
    interval: second.interval && second.earliest ? valueInWords(actor.language, second.interval) : null,
    interval_article: second.interval && (second.interval.legal_basis ?? second.interval.overridden_by),
  }
