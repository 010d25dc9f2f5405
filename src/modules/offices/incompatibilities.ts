import type { InstitutionKind, Origin, Role } from "./kinds.ts"

/** Offices by the institution where they are held, and by what one is there; without `roles`, any. */
export type Which = { kinds: readonly InstitutionKind[]; roles?: readonly Role[] }

/**
 * A rule against holding several offices, dated and sourced. `pair`: one of each is one too many; `at_most`: so many of them;
 * `in_a_row`: so many terms one after the other. What it says in words is `offices.rule.<key>`.
 */
export type IncompatibilityRule = {
  key: string
  country: string | null
  against: { pair: readonly [Which, Which] } | { of: Which; at_most: number } | { of: Which; in_a_row: number }
  basis: string
  source: string
  read_on: string | null
  valid_from: string | null
  valid_to: string | null
  confidence: "V" | "V-" | "M+" | "M"
}

/** An office as the rules see it. First and last day included; a null last day lasts. */
export type Held = {
  id: string
  person_id: string
  kind: InstitutionKind
  country: string
  role: Role
  origin: Origin
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** Shown with its article, never a refusal: exceptions exist, and there is time to choose. */
export type Incompatibility = {
  rule: string
  person_id: string
  /** Those that do not go together, the oldest first. */
  offices: string[]
  basis: string
  source: string
  read_on: string | null
  confidence: IncompatibilityRule["confidence"]
}

/** What the rules in force on a day have against the offices held that day. */
export const incompatibilitiesOn = (
  offices: readonly Held[],
  rules: readonly IncompatibilityRule[],
  on: Temporal.PlainDate,
): Incompatibility[] => {
  const inForce = rules.filter((rule) => isInForce(rule, on))
  return [...Map.groupBy(offices, ({ person_id }) => person_id)].flatMap(([person_id, theirs]) =>
    inForce.flatMap((rule) =>
      foundBy(rule, theirs.toSorted(byDay), on).map((found) => ({
        rule: rule.key,
        person_id,
        offices: found.map(({ id }) => id),
        basis: rule.basis,
        source: rule.source,
        read_on: rule.read_on,
        confidence: rule.confidence,
      })),
    ),
  )
}

/** What an office would bring on its first day, or today when it has begun, and would not be there without it. */
export const incompatibilitiesBroughtBy = (
  office: Held,
  others: readonly Held[],
  rules: readonly IncompatibilityRule[],
  today: Temporal.PlainDate,
): Incompatibility[] => {
  const on = Temporal.PlainDate.compare(office.since, today) > 0 ? office.since : today
  return incompatibilitiesOn([...others, office], rules, on).filter(({ offices }) => offices.includes(office.id))
}

const foundBy = (rule: IncompatibilityRule, all: readonly Held[], on: Temporal.PlainDate): Held[][] => {
  const applies = all.filter(({ country }) => rule.country === null || rule.country === country)
  const { against } = rule
  if ("in_a_row" in against) {
    const row = inARow(
      applies.filter((office) => is(against.of, office) && office.origin === "elected"),
      on,
    )
    return row.length > against.in_a_row ? [row] : []
  }
  const held = applies.filter((office) => isInOffice(office, on))
  if ("at_most" in against) {
    const of = held.filter((office) => is(against.of, office))
    return of.length > against.at_most ? [of] : []
  }
  const [one, other] = against.pair.map((which) => held.filter((office) => is(which, office))) as [Held[], Held[]]
  const first = one[0]
  const second = other.find(({ id }) => id !== first?.id)
  return first && second ? [[first, second].toSorted(byDay)] : []
}

// Assemblies are not installed the day the last ones end: a council elected in October sits in December.
const BETWEEN_TWO_TERMS = { months: 3 }

/** The terms that lead to the one of that day, each begun after the last one ended. What is held beside them is no other term. */
const inARow = (terms: readonly Held[], on: Temporal.PlainDate): Held[] => {
  const before = (term: Held): Held[] => {
    const previous = terms.findLast(
      ({ until }) =>
        until &&
        Temporal.PlainDate.compare(until, term.since) < 0 &&
        Temporal.PlainDate.compare(until.add(BETWEEN_TWO_TERMS), term.since) >= 0,
    )
    return previous ? [...before(previous), term] : [term]
  }
  return terms
    .filter((term) => isInOffice(term, on))
    .map(before)
    .reduce<Held[]>((longest, row) => (row.length > longest.length ? row : longest), [])
}

const is = ({ kinds, roles }: Which, { kind, role }: Held) => kinds.includes(kind) && (!roles || roles.includes(role))

const isInOffice = ({ since, until }: Held, on: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(since, on) <= 0 && (until === null || Temporal.PlainDate.compare(on, until) <= 0)

const isInForce = ({ valid_from, valid_to }: IncompatibilityRule, on: Temporal.PlainDate) =>
  (valid_from === null || valid_from <= on.toString()) && (valid_to === null || on.toString() <= valid_to)

const byDay = (a: Held, b: Held) => Temporal.PlainDate.compare(a.since, b.since) || a.id.localeCompare(b.id)
