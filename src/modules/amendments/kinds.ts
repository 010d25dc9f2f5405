import type { NoText } from "../../kernel/file/extract/extract.ts"

/** What is amended. */
export const baseKinds = ["deliberation", "report", "regulation", "budget", "other"] as const
export type BaseKind = (typeof baseKinds)[number]

/** Why a file gave no paragraphs. */
export type Trouble = NoText | "scanned" | "empty"

/** What an amendment does to the budget: it adds spending, or takes income away; then it says what balances it. */
export const effects = ["none", "spending", "income"] as const
export type Effect = (typeof effects)[number]

/** What became of an amendment of another group. */
export const otherOutcomes = ["adopted", "amended", "rejected", "withdrawn", "fallen"] as const
export type OtherOutcome = (typeof otherOutcomes)[number]

/** Where nothing more is to be done with an amendment, ours or another's. */
export const settled: readonly string[] = [...otherOutcomes, "inadmissible", "dropped"]

/** An amendment of which this became takes its sub-amendments along: they have nothing left to amend. */
export const fell: readonly string[] = ["rejected", "withdrawn", "fallen", "inadmissible", "dropped"]

/** A sub-amendment whose amendment fell. */
export const isMoot = ({ amends_state }: { amends_state: string | null }): boolean => fell.includes(amends_state ?? "")

/** What stands in the text from then on. */
export const adopted: readonly string[] = ["adopted", "amended"]

/** More paragraphs than any text holds that people amend by hand. */
export const MOST_PARAGRAPHS = 20_000
