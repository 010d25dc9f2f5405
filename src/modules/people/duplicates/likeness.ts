/** A person as two are compared. Names are folded by the database: no accent, no capital, no hyphen. */
export type Likened = {
  given: string
  family: string
  form: "m" | "f" | "n"
  email: string | null
  /** The last nine figures. */
  phone: string | null
  /** Folded. */
  street: string | null
  postcode: string | null
  created_at: Temporal.Instant
}

/** Why two are thought one, or not: put in words (`people.likeness.<code>`). */
export type LikenessReason =
  | "same_name"
  | "swapped"
  | "one_letter"
  | "part_of_name"
  | "same_email"
  | "same_phone"
  | "same_address"
  | "same_postcode"
  | "same_day"
  | "shared_email"
  | "shared_phone"
  | "other_postcode"
  | "other_email"
  | "other_phone"
  | "other_form"

export type Likeness = { likeness: number; reasons: LikenessReason[] }

/** Below, nothing is proposed; from there to `LIKELY`, it is shown to whoever asks for unlikely pairs too. */
export const POSSIBLE = 30
export const LIKELY = 50

/**
 * How much two records look like one person, from 0 to 100, and why. A name is needed: two people at one address, one telephone
 * or one mailbox are a couple, a parent and a child, and stay two whatever they share.
 */
export const likenessOf = (one: Likened, other: Likened): Likeness => {
  const name = nameOf(one, other)
  const shared = sharing(one, other)
  if (!name) {
    const reasons = shared.flatMap(([code]) =>
      code === "same_email" ? ["shared_email" as const] : code === "same_phone" ? ["shared_phone" as const] : [],
    )
    return { likeness: reasons.includes("shared_email") ? POSSIBLE : 0, reasons }
  }
  const said = [name, ...shared, ...against(one, other), ...together(one, other)]
  const sum = said.reduce((all, [, points]) => all + points, 0)
  return { likeness: Math.max(0, Math.min(100, sum)), reasons: said.map(([code]) => code) }
}

type Said = readonly [LikenessReason, number]

const nameOf = (one: Likened, other: Likened): Said | undefined => {
  const [a, b] = [whole(one), whole(other)]
  if (one.given === other.given && one.family === other.family) return ["same_name", 60]
  if (sorted(a) === sorted(b)) return ["swapped", 60]
  if (isOneLetterApart(a, b) || isOneLetterApart(sorted(a), sorted(b))) return ["one_letter", 45]
  if (one.family === other.family && isPartOf(one.given, other.given)) return ["part_of_name", 35]
  return undefined
}

const sharing = (one: Likened, other: Likened): Said[] => {
  const said: Said[] = []
  if (isSame(one.email, other.email)) said.push(["same_email", 30])
  if (isSame(one.phone, other.phone)) said.push(["same_phone", 25])
  if (isSame(one.postcode, other.postcode))
    said.push(isSame(one.street, other.street) ? ["same_address", 20] : ["same_postcode", 10])
  return said
}

const against = (one: Likened, other: Likened): Said[] => {
  const said: Said[] = []
  if (isOther(one.postcode, other.postcode)) said.push(["other_postcode", -25])
  if (isOther(one.email, other.email)) said.push(["other_email", -10])
  if (isOther(one.phone, other.phone)) said.push(["other_phone", -10])
  if (one.form !== other.form && one.form !== "n" && other.form !== "n") said.push(["other_form", -20])
  return said
}

// Written at the very same instant, they come from one file: that says nothing.
const together = (one: Likened, other: Likened): Said[] => {
  const hours = Math.abs(one.created_at.since(other.created_at).total("hours"))
  return hours > 0 && hours < 24 ? [["same_day", 10]] : []
}

const isSame = (one: string | null, other: string | null) => Boolean(one) && one === other
const isOther = (one: string | null, other: string | null) => Boolean(one && other) && one !== other

const whole = ({ given, family }: Likened) => `${family} ${given}`.trim()
const sorted = (name: string) => name.split(/ +/).toSorted().join(" ")

// "Jean" of "Jean-Pierre", "J" of "Jean".
const isPartOf = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === "" || short === "—") return false
  const [words, all] = [short.split(/ +/), long.split(/ +/)]
  return words.every((word) => all.includes(word) || (word.length === 1 && all.some((each) => each.startsWith(word))))
}

/** A letter wrong, missing, added, or two neighbours swapped. */
export const isOneLetterApart = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
