import type { Outcome, Voted } from "../kinds.ts"
import type { TheirLine } from "./tables.ts"

type OurItem = {
  id: string
  title: string
  outcome: Outcome | null
  voted: Voted | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
}

export type Difference =
  /** Ours is not in their minutes; theirs is not in our list. */
  | { kind: "absent" | "unknown"; title: string; itemId: string | null }
  | { kind: "outcome"; title: string; itemId: string; ours: Outcome; theirs: Outcome }
  | { kind: "figures"; title: string; itemId: string; ours: string; theirs: string }
  /** One of ours is not where the vote of ours says. */
  | { kind: "name_lacks" | "name_wrong"; title: string; itemId: string; name: string; vote: "against" | "abstain" }

/**
 * Where their minutes say otherwise than we noted. What we did not note is no difference. The minutes of a Walloon council name those
 * against and those abstaining (CDLD L1122-27), so each of ours who sat is looked for there by family name.
 */
export const differencesOf = (
  ours: readonly OurItem[],
  theirs: readonly TheirLine[],
  names: readonly string[],
): Difference[] => {
  const lineOf = new Map(theirs.map((line) => [line.item_id, line]))
  return [
    ...ours.flatMap((item): Difference[] => {
      const line = lineOf.get(item.id)
      return line ? between(item, line, names) : [{ kind: "absent", title: item.title, itemId: item.id }]
    }),
    ...theirs
      .filter(({ item_id }) => item_id === null)
      .map(({ title }): Difference => ({ kind: "unknown", title, itemId: null })),
  ]
}

const between = (item: OurItem, line: TheirLine, names: readonly string[]): Difference[] => {
  const about = { title: item.title, itemId: item.id }
  const isOther =
    differs(item.votes_for, line.votes_for) ||
    differs(item.votes_against, line.votes_against) ||
    differs(item.abstentions, line.abstentions)
  return [
    ...(item.outcome && line.outcome && item.outcome !== line.outcome
      ? [{ ...about, kind: "outcome" as const, ours: item.outcome, theirs: line.outcome }]
      : []),
    ...(isOther ? [{ ...about, kind: "figures" as const, ours: figures(item), theirs: figures(line) }] : []),
    ...(item.voted && item.voted !== "split" ? named(item.voted, line, names, about) : []),
  ]
}

const named = (
  voted: Exclude<Voted, "split">,
  line: TheirLine,
  names: readonly string[],
  about: { title: string; itemId: string },
): Difference[] =>
  (["against", "abstain"] as const).flatMap((vote) => {
    const list = vote === "against" ? line.against : line.abstaining
    return names.flatMap((name): Difference[] => {
      const stands = list !== null && holdsName(list, name)
      if (voted === vote && list !== null && !stands) return [{ ...about, kind: "name_lacks", name, vote }]
      return voted !== vote && stands ? [{ ...about, kind: "name_wrong", name, vote }] : []
    })
  })

/** Whole words, without accents or capitals: "Lambot" is not in "Lamb, Bottin". */
const holdsName = (list: string, name: string): boolean => ` ${folded(list)} `.includes(` ${folded(name)} `)

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()

const differs = (a: number | null, b: number | null) => a !== null && b !== null && a !== b

const figures = ({
  votes_for,
  votes_against,
  abstentions,
}: Pick<TheirLine, "votes_for" | "votes_against" | "abstentions">) =>
  [votes_for, votes_against, abstentions].map((one) => one ?? "?").join(" / ")
