import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { inOrderOfDiscussion } from "../discussion.ts"
import { findAmended, groundThen } from "../ground.ts"
import type { Shown } from "../read-amendment.ts"
import type { Base } from "../seen.ts"
import { type Amendment, amendmentsOf } from "../store.ts"
import { saidOrPublished, sayFor } from "../words-of-text.ts"
import { akomaNtoso, type Marked } from "./akoma-ntoso.ts"

/** One amendment as Akoma Ntoso. */
export const markedAlone = async ({ amendment, base }: Shown, given: Circumstances): Promise<string> => {
  const amends = await findAmended(amendment, given)
  const mark = await marker(base, amends ? [amendment, amends] : [amendment], given)
  return akomaNtoso(await mark(amendment), sayFor(given, amendment))
}

/** All that the actor sees of a base, in the order of discussion. */
export const markedListOf = async (base: Base, given: Circumstances) => {
  const amendments = await amendmentsOf(base.id, given)
  const mark = await marker(base, amendments, given)
  const all: { marked: Marked; say: ReturnType<typeof sayFor> }[] = []
  for (const amendment of inOrderOfDiscussion(amendments, "place"))
    all.push({ marked: await mark(amendment), say: sayFor(given, amendment) })
  return { all, list: { ...(await placeOf(base, given)), on: dayOf(base.brought_at).toString() } }
}

const placeOf = async (base: Base, { actor, db }: Circumstances) => {
  const body = (await findBody(base.body_id, db))!
  return {
    baseId: base.id,
    baseTitle: base.title,
    country: body.country === "BE" ? ("be" as const) : ("fr" as const),
    language: actor.language === "en" ? ("eng" as const) : ("fra" as const),
    group: body.name,
  }
}

// What all of them need is read once.
const marker = async (base: Base, known: readonly Amendment[], given: Circumstances) => {
  const place = await placeOf(base, given)
  const byId = new Map(known.map((one) => [one.id, one]))
  const ids = known.flatMap(({ text_id }) => text_id ?? [])
  const texts = ids.length
    ? await given.db.selectFrom("texts").select(["id", "fields"]).where("id", "in", ids).execute()
    : []
  const grounds = new Map(texts.map(({ id, fields }) => [id, fields.grounds]))
  const versions = new Map<number, Marked["paragraphs"]>()
  const paragraphsOf = async (one: Amendment) => {
    if (one.on) return groundThen(base, one, given)
    if (!versions.has(one.version)) versions.set(one.version, await groundThen(base, one, given))
    return versions.get(one.version)!
  }
  return async (one: Amendment): Promise<Marked> => {
    const paragraphs = await paragraphsOf(one)
    const amends = one.amends_id ? byId.get(one.amends_id) : undefined
    return {
      ...place,
      id: one.id,
      baseVersion: one.version,
      // The day it was written, not that of the export: it is in its name, which must stay.
      on: dayOf(one.written_at).toString(),
      number: one.number,
      group: one.group_name ?? place.group,
      authors: one.author ? [one.author] : [],
      amends: amends ? { id: amends.id, name: one.amends_name ?? "", on: dayOf(amends.written_at).toString() } : null,
      operations: one.operations,
      paragraphs,
      says: saidOrPublished(one, paragraphs, sayFor(given, one)).phrases,
      grounds: (one.text_id && grounds.get(one.text_id)) || one.object,
    }
  }
}
