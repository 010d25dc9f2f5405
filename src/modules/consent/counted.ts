import type { Nomination } from "./said.ts"

export type Counted = {
  person_id: string
  name: string
  /** By whom they are named now, and by whom they were at first. */
  by: number
  at_first: number
  reasons: { by: string; reasons: string; changed: boolean; noted_by: string | null }[]
}

type Said = Pick<
  Nomination,
  "name" | "nominee_id" | "nominee" | "reasons" | "noted_by" | "to_id" | "to" | "to_reasons" | "turn_noted_by"
>

/** All that was said of each person named, with counts. By name, not by count: it is for the reasons that somebody is proposed. */
export const countedBy = (said: readonly Said[]): Counted[] => {
  const found = new Map<string, Counted>()
  const of = (person_id: string, name: string) => {
    const one = found.get(person_id) ?? { person_id, name, by: 0, at_first: 0, reasons: [] }
    found.set(person_id, one)
    return one
  }
  for (const one of said) {
    const first = of(one.nominee_id, one.nominee)
    first.at_first++
    first.reasons.push({ by: one.name, reasons: one.reasons, changed: false, noted_by: one.noted_by })
    const last = one.to_id ? of(one.to_id, one.to!) : first
    last.by++
    if (one.to_id)
      last.reasons.push({ by: one.name, reasons: one.to_reasons!, changed: true, noted_by: one.turn_noted_by })
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, "fr"))
}
