import type { Operation } from "../../kernel/amending/operation.ts"
import { kindOf, type Paragraph } from "../../kernel/amending/paragraph.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { openStates } from "../texts/contract.ts"
import { settled } from "./kinds.ts"
import { type Base, findVersion } from "./seen.ts"
import { type Amendment, findAmendment } from "./store.ts"

/** What an amendment is written on: a version of the base or, of a sub-amendment, what its amendment puts into the text. */
export type Ground = { version: number; paragraphs: readonly Paragraph[]; amends: Amendment | undefined }

export const groundOf = async (base: Base, amends: Amendment | undefined, given: Circumstances): Promise<Ground> => ({
  amends,
  ...(amends
    ? { version: amends.revision, paragraphs: proposedBy(amends.operations) }
    : { version: base.version, paragraphs: (await findVersion(base, given))?.paragraphs ?? [] }),
})

/** The paragraphs an amendment puts into the text, one after the other. */
export const proposedBy = (operations: readonly Operation[]): Paragraph[] =>
  operations.flatMap(({ put }) => asParagraphs(put))

export const asParagraphs = (texts: readonly string[]): Paragraph[] => texts.map((text) => ({ is: kindOf(text), text }))

/** What is kept of its ground beside its operations, and with them. */
export const rowOn = ({ version, amends }: Ground) => ({ version, amends_id: amends?.id ?? null })
export const docOn = ({ amends, paragraphs }: Ground, operations: Operation[]) =>
  amends ? { operations, on: paragraphs.map(({ text }) => text) } : { operations }

/** How an amendment is called where it is amended: "n° 7 (Les Crêtes)". */
export const nameOf = ({ group_name, number, title }: Pick<Amendment, "group_name" | "number" | "title">): string =>
  group_name && number ? `n° ${number} (${group_name})` : (group_name ?? number ?? title ?? "")

/** The paragraphs it was written on, as they stood then. */
export const groundThen = async (
  base: Base,
  { on, version }: Pick<Amendment, "on" | "version">,
  given: Circumstances,
): Promise<readonly Paragraph[]> =>
  on ? asParagraphs(on) : ((await findVersion(base, given, version))?.paragraphs ?? [])

/** The amendment that a sub-amendment amends. */
export const findAmended = (
  { amends_id }: Pick<Amendment, "amends_id">,
  given: Circumstances,
): Promise<Amendment | undefined> => (amends_id ? findAmendment(amends_id, given) : Promise.resolve(undefined))

/** Why an amendment takes no sub-amendment, or undefined. One of ours that is still being written is simply changed. */
export const whyNotAmended = ({ amends_id, operations, state, text_id }: Amendment) =>
  amends_id
    ? "amendments.one_level"
    : proposedBy(operations).length === 0
      ? "amendments.nothing_proposed"
      : text_id && openStates.includes(state as never)
        ? "amendments.still_written"
        : settled.includes(state ?? "")
          ? "amendments.settled"
          : undefined

/** The amendment one wants to sub-amend, on this base. */
export const findToAmend = async (
  base: Base,
  amendsId: string | null | undefined,
  given: Circumstances,
): Promise<Amendment | undefined> => {
  if (!amendsId) return undefined
  const amends = (await findAmendment(amendsId, given)) ?? refuse("not_found", {}, 404)
  if (amends.base_id !== base.id) refuse("not_found", {}, 404)
  const why = whyNotAmended(amends)
  if (why) refuse(why)
  return amends
}
