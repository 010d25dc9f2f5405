import type { Form } from "./tables.ts"

/** What the rulebook asks of a function: how many hold it, for how many terms, what it excludes, parity. */
export type FunctionRules = {
  id: string
  key: string
  holders_min: number
  holders_max: number | null
  /** How long a mandate usually lasts; null: nobody says. */
  term_months: number | null
  consecutive_max: number | null
  excludes: readonly string[]
  parity: boolean
}

/** A mandate as the rules see it. `until` is the last day; null lasts. */
export type Seat = {
  person_id: string
  form: Form
  function_id: string
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** `code` is put in words (`mandates.warning.<code>`): shown, never a refusal, because the body may know better. */
export type Warning = {
  code: "too_many" | "nobody" | "too_few" | "excluded" | "consecutive" | "parity" | "term_over"
  function_id: string
  person_id: string | null
  held: number
  asked: number
  /** The other function, when two exclude each other. */
  other_id: string | null
}

/** Where a body falls short of its own rules on a day. */
export const warningsOn = (
  functions: readonly FunctionRules[],
  seats: readonly Seat[],
  on: Temporal.PlainDate,
): Warning[] => functions.flatMap((one) => warningsOf(one, functions, seats, on))

const warningsOf = (
  one: FunctionRules,
  functions: readonly FunctionRules[],
  seats: readonly Seat[],
  on: Temporal.PlainDate,
): Warning[] => {
  const held = holdersOn(one, seats, on)
  const warning = (code: Warning["code"], asked: number, more: Partial<Warning> = {}): Warning => ({
    code,
    function_id: one.id,
    person_id: null,
    held: held.length,
    asked,
    other_id: null,
    ...more,
  })
  return [
    ...(one.holders_max !== null && held.length > one.holders_max ? [warning("too_many", one.holders_max)] : []),
    ...(held.length < one.holders_min ? [warning(held.length === 0 ? "nobody" : "too_few", one.holders_min)] : []),
    ...(one.parity && !isEven(held) ? [warning("parity", 1)] : []),
    ...exclusionsOf(one, functions, seats, on).map(({ person_id, other_id }) =>
      warning("excluded", 1, { person_id, other_id }),
    ),
    ...held
      .filter(({ since }) => one.term_months !== null && isBefore(since.add({ months: one.term_months }), on))
      .map(({ person_id }) => warning("term_over", one.term_months!, { person_id })),
    ...held.flatMap(({ person_id }) => {
      const terms = termsInARow(one.id, person_id, seats, on)
      return one.consecutive_max !== null && terms > one.consecutive_max
        ? [warning("consecutive", one.consecutive_max, { person_id, held: terms })]
        : []
    }),
  ]
}

/** How many mandates of one function somebody has held without a day between them, the one of that day included. */
export const termsInARow = (
  functionId: string,
  personId: string,
  seats: readonly Seat[],
  on: Temporal.PlainDate,
): number => {
  // One that was taken back before it began ended on the eve of its first day: it would follow itself for ever.
  const mine = seats.filter(
    (seat) =>
      seat.function_id === functionId &&
      seat.person_id === personId &&
      (seat.until === null || Temporal.PlainDate.compare(seat.since, seat.until) <= 0),
  )
  const before = (since: Temporal.PlainDate): number => {
    const previous = mine.find(({ until }) => until && until.add({ days: 1 }).equals(since))
    return previous ? 1 + before(previous.since) : 0
  }
  const current = mine.find((seat) => isInOffice(seat, on))
  return current ? 1 + before(current.since) : 0
}

/** First and last day included. */
export const isInOffice = ({ since, until }: Pick<Seat, "since" | "until">, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(since, on) <= 0 && (until === null || Temporal.PlainDate.compare(on, until) <= 0)

const holdersOn = ({ id }: FunctionRules, seats: readonly Seat[], on: Temporal.PlainDate) =>
  seats.filter((seat) => seat.function_id === id && isInOffice(seat, on))

// The day after the usual last one is the first that is too many.
const isBefore = (over: Temporal.PlainDate, on: Temporal.PlainDate) => Temporal.PlainDate.compare(over, on) <= 0

// As many women as men, or one apart when they are an odd number. Who is neither counts on neither side.
const isEven = (held: readonly Seat[]) => {
  const count = (form: Form) => held.filter((seat) => seat.form === form).length
  return Math.abs(count("f") - count("m")) <= 1
}

// Each pair is said once, by the function that comes first.
const exclusionsOf = (
  one: FunctionRules,
  functions: readonly FunctionRules[],
  seats: readonly Seat[],
  on: Temporal.PlainDate,
) => {
  const others = functions.filter(
    (other) => other.key > one.key && (one.excludes.includes(other.key) || other.excludes.includes(one.key)),
  )
  return others.flatMap((other) => {
    const theirs = new Set(holdersOn(other, seats, on).map(({ person_id }) => person_id))
    return holdersOn(one, seats, on)
      .filter(({ person_id }) => theirs.has(person_id))
      .map(({ person_id }) => ({ person_id, other_id: other.id }))
  })
}
