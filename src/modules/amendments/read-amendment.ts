import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findSeenText } from "../texts/contract.ts"
import type { Paragraph } from "../../kernel/amending/paragraph.ts"
import { collisionsOf } from "./collisions.ts"
import { settled } from "./kinds.ts"
import { noteOtherOutcome } from "./note-outcome.ts"
import { type Base, findSeenBase, findVersion } from "./seen.ts"
import { type Amendment, amendmentsOf, findAmendment } from "./store.ts"
import { saidOf, sayFor } from "./words-of-text.ts"
import { writeAmendment } from "./write.ts"

export type Shown = { amendment: Amendment; base: Base }

export const findShown = async (id: string, given: Circumstances): Promise<Shown | undefined> => {
  const amendment = await findAmendment(id, given)
  const base = amendment && (await findSeenBase(amendment.base_id, given))
  return amendment && base && { amendment, base }
}

/** One amendment: what it does, said as it is lodged, why, what it costs, what it meets, and where it could not follow. */
export const readAmendment = read({
  name: "amendments.read",
  input: z.object({ amendmentId: z.uuid() }),
  find: ({ amendmentId }, given) => findShown(amendmentId, given),
  allow: isSignedIn,
  async run({ subject, ...given }) {
    const { amendment, base } = subject
    const text = amendment.text_id ? await findSeenText(amendment.text_id, given) : undefined
    const [on, now] = [
      await paragraphsOf(base, amendment.version, given),
      await paragraphsOf(base, base.version, given),
    ]
    const { place, phrases } = saidOf(amendment.operations, on, sayFor(given))
    const others = (await amendmentsOf(base.id, given)).filter(
      (one) => one.id === amendment.id || (one.version === base.version && !settled.includes(one.state ?? "")),
    )
    const meets =
      amendment.version === base.version
        ? collisionsOf(others)
            .filter(({ one, other }) => one === amendment.id || other === amendment.id)
            .map(({ one, other, how }) => {
              const met = others.find(({ id }) => id === (one === amendment.id ? other : one))!
              return { id: met.id, number: met.number, group_name: met.group_name, author: met.author, how }
            })
        : []
    const { amount_cents, ...shown } = amendment
    return {
      amendment: { ...shown, amount_cents: amount_cents?.toString() ?? null },
      base: { id: base.id, title: base.title, reference: base.reference, version: base.version, body_id: base.body_id },
      place,
      phrases,
      grounds: text?.fields.grounds ?? null,
      balance: text?.fields.balance ?? null,
      /** The paragraphs it strikes as they stood, and as they stand in the version of today. */
      paragraphs: on,
      current: now,
      meets,
      missing: missingOf(amendment, text?.fields.balance),
      may: await may({ amendment, base, text }, [writeAmendment, noteOtherOutcome], given),
    }
  },
})

/** What must be supplied before somebody answers for it: words of keys. */
export const missingOf = (
  { snags, effect, text_id }: Pick<Amendment, "snags" | "effect" | "text_id">,
  balance: string | null | undefined,
): ("amendments.missing.balance" | "amendments.missing.take_up")[] => [
  ...(snags.length ? (["amendments.missing.take_up"] as const) : []),
  ...(text_id && effect !== "none" && !balance?.trim() ? (["amendments.missing.balance"] as const) : []),
]

const paragraphsOf = async (base: Base, number: number, given: Circumstances): Promise<Paragraph[]> =>
  (await findVersion(base, given, number))?.paragraphs ?? []
