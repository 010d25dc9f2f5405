import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { collisionsOf, type HowTheyMeet } from "./collisions.ts"
import { fallsWith, inOrderOfDiscussion, numbersInOrder, type Order, orders } from "./discussion.ts"
import { asParagraphs } from "./ground.ts"
import { isMoot, settled } from "./kinds.ts"
import { deedOf } from "../../kernel/amending/operation.ts"
import { phrasesOf, placeInWords } from "../../kernel/amending/phrase.ts"
import { placesOf } from "../../kernel/amending/place.ts"
import { type Base, findSeenBase, findVersion } from "./seen.ts"
import { type Amendment, amendmentsOf } from "./store.ts"
import { sayFor } from "./words-of-text.ts"

export type TableLine = {
  id: string
  /** Its place in the order: 3, then 3.1 for a sub-amendment. */
  n: string
  /** Of a sub-amendment, the amendment it amends. */
  amends_id: string | null
  amends_name: string | null
  /** Its amendment fell: nothing is left to amend. */
  moot: boolean
  text_id: string | null
  number: string | null
  group_name: string | null
  author: string | null
  state: string | null
  place: string
  deed: ReturnType<typeof deedOf>
  says: string
  effect: Amendment["effect"]
  amount_cents: string | null
  snagged: boolean
  meets: { id: string; how: HowTheyMeet }[]
  /** Those that fall if this one is adopted. */
  fells: string[]
}

/** The amendments of a base in the order they would be discussed, with what each meets. */
export const readTable = read({
  name: "amendments.table",
  input: z.object({ baseId: z.uuid(), order: z.enum(orders).default("place") }),
  find: ({ baseId }, given) => findSeenBase(baseId, given),
  allow: isSignedIn,
  run: async ({ input: { order }, subject: base, ...given }) => ({
    title: base.title,
    reference: base.reference,
    ...(await tableOf(base, order, given)),
  }),
})

export const tableOf = async (base: Base, order: Order, given: Circumstances): Promise<{ rows: TableLine[] }> => {
  const amendments = await amendmentsOf(base.id, given)
  const paragraphs = (await findVersion(base, given))?.paragraphs ?? []
  const places = placesOf(paragraphs)
  const plain = sayFor(given)
  const open = amendments.filter(isOnTheTable)
  const meets = new Map<string, { id: string; how: HowTheyMeet }[]>()
  const fells = new Map<string, string[]>()
  const byId = new Map(open.map((one) => [one.id, one]))
  const meet = (one: string, other: string, how: HowTheyMeet) => {
    meets.set(one, [...(meets.get(one) ?? []), { id: other, how }])
    if (fallsWith(byId.get(one)!, byId.get(other)!)) fells.set(one, [...(fells.get(one) ?? []), other])
  }
  // Those on the base among themselves, and the sub-amendments of each: they count other paragraphs.
  for (const group of Map.groupBy(open, ({ amends_id }) => amends_id).values())
    for (const { one, other, how } of collisionsOf(group)) {
      meet(one, other, how)
      meet(other, one, how)
    }
  const ordered = inOrderOfDiscussion(amendments, order)
  const numbers = numbersInOrder(ordered)
  const rows = ordered.map((one, index): TableLine => {
    const [first] = one.operations
    const isHere = one.stands
    const ground = one.on ? asParagraphs(one.on) : paragraphs
    const there = one.on ? placesOf(ground) : places
    const say = one.amends_name === null ? plain : sayFor(given, one)
    return {
      id: one.id,
      n: numbers[index]!,
      amends_id: one.amends_id,
      amends_name: one.amends_name,
      moot: isMoot(one),
      text_id: one.text_id,
      number: one.number,
      group_name: one.group_name,
      author: one.author,
      state: one.state,
      place: first && isHere ? placeInWords(first, there, say) : first ? "" : (one.place ?? ""),
      deed: first ? deedOf(first) : "replace",
      says: !first
        ? inShort(one.says ?? "")
        : isHere
          ? inShort(phrasesOf(one.operations, ground, say, there).join(" "))
          : "",
      effect: one.effect,
      amount_cents: one.amount_cents?.toString() ?? null,
      snagged: !isHere,
      meets: meets.get(one.id) ?? [],
      fells: fells.get(one.id) ?? [],
    }
  })
  return { rows }
}

const isOnTheTable = (one: Amendment) => one.stands && !isMoot(one) && !settled.includes(one.state ?? "")

// Who wrote an article anew reads it on its own page.
const inShort = (text: string) => (text.length > 600 ? `${text.slice(0, 600).replace(/\s+\S*$/, "")} …` : text)
