import type { Db } from "../../../kernel/db.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { StepKind } from "../tables.ts"

export type Step = { title: string; kind: StepKind; days: number }

const usual = [
  ["contact", "contact", 2],
  ["call", "step", 7],
  ["meeting", "step", 21],
  ["team", "step", 14],
  ["membership", "membership", 30],
  ["welcomed", "step", 14],
] as const

/** What a body starts from. A group of the elected has no members to take. */
export const usualSteps = (profile: string, language: Language): Step[] =>
  usual
    .filter(([, kind]) => kind !== "membership" || profile !== "fr-regional-group")
    .map(([key, kind, days]) => ({ title: say(language, `welcome.step.${key}`), kind, days }))

/** The steps of a body, in order: its own, or those one starts from. */
export const stepsOf = async (
  body: { id: string; profile: string },
  language: Language,
  db: Db,
): Promise<{ steps: Step[]; own: boolean }> => {
  const own = await db
    .selectFrom("welcome_steps")
    .select(["title", "kind", "days"])
    .where("body_id", "=", body.id)
    .orderBy("place")
    .execute()
  return own.length > 0 ? { steps: own, own: true } : { steps: usualSteps(body.profile, language), own: false }
}
