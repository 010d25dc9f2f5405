import { brokenAlternation } from "../../../kernel/counting/apportionment.ts"
import type { Facts } from "../../../kernel/refusal.ts"

/** Somebody put forward, with what is known of them. */
export type Candidate = {
  person_id: string
  name: string
  form: "m" | "f" | "n"
  seat: "full" | "substitute"
  component: string | null
  isMember: boolean
  /** Sits there already when it begins, as the same or otherwise. */
  sits: boolean
}

export type Asked = {
  /** Null: they hang on equals between whom nobody decided. */
  seats: number | null
  substitutes: number
  components: { name: string; seats: number | null }[] | null
  parity: "none" | "balance" | "alternation"
  first: "f" | "m" | null
}

/** What is to be known of a list. `stops`: it cannot be, by its numbers; `reason`: it can, for a reason in words; `told`: only so that one knows. */
export type Check = {
  key: CheckKey
  weight: "stops" | "reason" | "told"
  facts: Facts
  person_id?: string
}

export type CheckKey =
  | "open"
  | "nobody"
  | "too_many"
  | "too_many_substitutes"
  | "too_few"
  | "component_over"
  | "component_under"
  | "component_unknown"
  | "component_missing"
  | "alternation"
  | "first"
  | "balance"
  | "not_member"
  | "sits"
  | "incompatible"
  | "elected_differ"

/** What the numbers, the key and the parity have against a list, each in one place. What a rule of law has is added by who knows it. */
export const checksOf = (asked: Asked, people: readonly Candidate[]): Check[] => {
  const full = people.filter(({ seat }) => seat === "full")
  return [
    ...numbers(asked, full, people.length - full.length),
    ...(asked.components ? shares(asked.components, full) : []),
    ...parity(asked, full),
    ...people.flatMap(({ person_id, name, isMember, sits }): Check[] => [
      ...(isMember ? [] : [{ key: "not_member" as const, weight: "reason" as const, facts: { name }, person_id }]),
      ...(sits ? [{ key: "sits" as const, weight: "told" as const, facts: { name }, person_id }] : []),
    ]),
  ]
}

const numbers = ({ seats, substitutes }: Asked, full: readonly Candidate[], others: number): Check[] => {
  if (seats === null) return [{ key: "open", weight: "stops", facts: {} }]
  if (full.length + others === 0) return [{ key: "nobody", weight: "stops", facts: { seats } }]
  const of = { have: full.length, seats }
  return [
    ...(full.length > seats ? [{ key: "too_many" as const, weight: "stops" as const, facts: of }] : []),
    ...(full.length < seats ? [{ key: "too_few" as const, weight: "reason" as const, facts: of }] : []),
    ...(others > substitutes
      ? [
          {
            key: "too_many_substitutes" as const,
            weight: "stops" as const,
            facts: { have: others, seats: substitutes },
          },
        ]
      : []),
  ]
}

const shares = (components: NonNullable<Asked["components"]>, full: readonly Candidate[]): Check[] => {
  const known = new Set(components.map(({ name }) => name))
  return [
    ...components.flatMap(({ name, seats }): Check[] => {
      const have = full.filter(({ component }) => component === name).length
      if (seats === null || have === seats) return []
      return [
        { key: have > seats ? "component_over" : "component_under", weight: "reason", facts: { name, have, seats } },
      ]
    }),
    ...full.flatMap(({ person_id, name, component }): Check[] => {
      if (component === null) return [{ key: "component_missing", weight: "reason", facts: { name }, person_id }]
      return known.has(component)
        ? []
        : [{ key: "component_unknown", weight: "reason", facts: { name, component }, person_id }]
    }),
  ]
}

const parity = ({ parity: asked, first }: Asked, full: readonly Candidate[]): Check[] => {
  if (asked === "none" || full.length === 0) return []
  const forms = full.map(({ form }) => form)
  if (asked === "balance") {
    const [women, men] = (["f", "m"] as const).map((form) => forms.filter((one) => one === form).length) as [
      number,
      number,
    ]
    const others = forms.length - women - men
    // Who is written as neither may stand on either side.
    return Math.abs(women - men) - others > 1 ? [{ key: "balance", weight: "reason", facts: { women, men } }] : []
  }
  const head = full[0]!
  const at = brokenAlternation(forms)
  return [
    ...(first && head.form !== "n" && head.form !== first
      ? [{ key: "first" as const, weight: "reason" as const, facts: { name: head.name, first } }]
      : []),
    ...(at === null
      ? []
      : [
          {
            key: "alternation" as const,
            weight: "reason" as const,
            facts: { place: at + 1, name: full[at]!.name, before: full[at - 1]!.name, form: full[at]!.form },
          },
        ]),
  ]
}
