import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findSeenText } from "../texts/contract.ts"
import { collisionsOf } from "./collisions.ts"
import { inOrderOfDiscussion } from "./discussion.ts"
import { isMoot, settled } from "./kinds.ts"
import { noteOtherOutcome } from "./note-outcome.ts"
import { beginAmendment } from "./begin.ts"
import { findAmended, groundOf, groundThen, nameOf, proposedBy, whyNotAmended } from "./ground.ts"
import { noteOther } from "./note-other.ts"
import { type Base, findSeenBase } from "./seen.ts"
import { type Amendment, amendmentsOf, findAmendment } from "./store.ts"
import { saidOrPublished, sayFor } from "./words-of-text.ts"
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
    const amends = await findAmended(amendment, given)
    const on = await groundThen(base, amendment, given)
    const ground = await groundOf(base, amends, given)
    const { place, phrases } = saidOrPublished(amendment, on, sayFor(given, amendment))
    const all = await amendmentsOf(base.id, given)
    const others = all.filter(
      (one) =>
        one.id === amendment.id ||
        (one.amends_id === amendment.amends_id && one.stands && !settled.includes(one.state ?? "")),
    )
    const meets = amendment.stands
      ? collisionsOf(others)
          .filter(({ one, other }) => one === amendment.id || other === amendment.id)
          .map(({ one, other, how }) => {
            const met = others.find(({ id }) => id === (one === amendment.id ? other : one))!
            return { ...named(met), how }
          })
      : []
    const { amount_cents, ...shown } = amendment
    return {
      amendment: { ...shown, amount_cents: amount_cents?.toString() ?? null },
      base: { id: base.id, title: base.title, reference: base.reference, version: base.version, body_id: base.body_id },
      place,
      phrases,
      grounds: text?.fields.grounds ?? amendment.object,
      balance: text?.fields.balance ?? null,
      /** The paragraphs it strikes as they stood, and as they stand in the version of today. */
      paragraphs: on,
      /** What it is written on today, and under which number that is known. */
      current: ground.paragraphs,
      ground: ground.version,
      amends: amends ? { ...named(amends), amends_id: null, state: amends.state } : null,
      subs: inOrderOfDiscussion(
        all.filter(({ amends_id }) => amends_id === amendment.id),
        "place",
      ).map((sub) => ({ ...named(sub), state: sub.state, stands: sub.stands })),
      /** It may be sub-amended: it was lodged, it puts words into the text, and nobody has decided on it. */
      amendable: whyNotAmended(amendment) === undefined,
      /** What a sub-amendment is written on, and how it calls this amendment. */
      proposed: proposedBy(amendment.operations),
      name: nameOf(amendment),
      meets,
      missing: missingOf(amendment, text?.fields.balance),
      may: {
        ...(await may({ amendment, base, text }, [writeAmendment, noteOtherOutcome], given)),
        ...(await may(base, [beginAmendment, noteOther], given)),
      },
    }
  },
})

/** What must be supplied before somebody answers for it: words of keys. */
export const missingOf = (
  { snags, effect, text_id, amends_state }: Pick<Amendment, "snags" | "effect" | "text_id" | "amends_state">,
  balance: string | null | undefined,
): ("amendments.missing.balance" | "amendments.missing.take_up" | "amendments.missing.moot")[] => [
  ...(isMoot({ amends_state }) ? (["amendments.missing.moot"] as const) : []),
  ...(snags.length ? (["amendments.missing.take_up"] as const) : []),
  ...(text_id && effect !== "none" && !balance?.trim() ? (["amendments.missing.balance"] as const) : []),
]

const named = ({ id, number, group_name, author, amends_id, amends_name }: Amendment) => ({
  id,
  number,
  group_name,
  author,
  amends_id,
  amends_name,
})
