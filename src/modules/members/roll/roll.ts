/** Who may vote in a body on a day, and why: computed from memberships and functions as they were or will be that day. */
export type RollRule = {
  /** Members; members whose dues are paid; holders of functions, by their keys. */
  who: "members" | "members_up_to_date" | "holders"
  functions: string[]
  /** Months of membership before one votes; 0: at once. */
  waiting_months: number
  /** Years from which one votes, of members whose day of birth is kept: the others are of age. 0: no age is asked. */
  age_years: number
  /** Days after the end of what was paid in which one still votes. */
  grace_days: number
}

type Day = Temporal.PlainDate

export type RollPerson = {
  person_id: string
  name: string
  left_on: Day | null
  born_on: Day | null
  memberships: { ring: string; since: Day; until: Day | null; dues_until: Day | null }[]
  functions: { key: string; name: string; since: Day; until: Day | null }[]
}

/** A reason, as ids of words with their days: `members.roll.why.<is>`. */
export type RollReason = { is: string; day?: string; words?: string; months?: number }

export type RollLine = { person_id: string; name: string; entitled: boolean; reasons: RollReason[] }

/** One person on a day: may they vote, and each reason for or against. All reasons against are said, not only the first. */
export const rollLineOn = (person: RollPerson, rule: RollRule, on: Day): RollLine => {
  const { person_id, name } = person
  const against: RollReason[] = []
  const inFavour: RollReason[] = []
  if (person.left_on && isBefore(person.left_on, on)) against.push({ is: "left", day: iso(person.left_on) })
  if (rule.who === "holders") {
    const held = person.functions.filter(({ key, ...days }) => rule.functions.includes(key) && isInForce(days, on))
    for (const one of held) inFavour.push({ is: "holds", words: one.name, day: iso(one.since) })
    if (held.length === 0) against.push(endOfFunctions(person, rule, on))
  } else memberReasons(person, rule, on, { against, inFavour })
  return { person_id, name, entitled: against.length === 0, reasons: against.length ? against : inFavour }
}

const memberReasons = (
  { memberships, born_on }: RollPerson,
  rule: RollRule,
  on: Day,
  { against, inFavour }: { against: RollReason[]; inFavour: RollReason[] },
) => {
  const members = memberships.filter(({ ring }) => ring === "member")
  const current = members.find((one) => isInForce(one, on))
  if (!current) {
    against.push(notMember(memberships, members, on))
    return
  }
  const since = beginning(members, current)
  inFavour.push({ is: "member_since", day: iso(since) })
  const votesFrom = since.add({ months: rule.waiting_months })
  if (isBefore(on, votesFrom)) against.push({ is: "waiting", day: iso(votesFrom), months: rule.waiting_months })
  const ofAge = born_on?.add({ years: rule.age_years })
  if (ofAge && isBefore(on, ofAge)) against.push({ is: "too_young", day: iso(ofAge), words: String(rule.age_years) })
  if (rule.who !== "members_up_to_date") return
  const paid = current.dues_until
  if (!paid) against.push({ is: "dues_never" })
  else if (isBefore(paid.add({ days: rule.grace_days }), on)) against.push({ is: "dues_late", day: iso(paid) })
  else inFavour.push({ is: isBefore(paid, on) ? "dues_grace" : "dues_paid", day: iso(paid) })
}

/** Since when without a break: a correction, or a change of ring and back the same day, does not begin the waiting anew. */
const beginning = (members: RollPerson["memberships"], current: RollPerson["memberships"][number]): Day => {
  let { since } = current
  for (;;) {
    const before = members.find(
      ({ until, since: began }) => until && until.add({ days: 1 }).equals(since) && isBefore(began, since),
    )
    if (!before) return since
    since = before.since
  }
}

const notMember = (all: RollPerson["memberships"], members: RollPerson["memberships"], on: Day): RollReason => {
  const ended = members.filter(({ until }) => until && isBefore(until, on)).map(({ until }) => until!)
  const other = all.find((one) => one.ring !== "member" && isInForce(one, on))
  if (other) return { is: "ring", words: other.ring }
  if (ended.length) return { is: "ended", day: iso(ended.reduce((a, b) => (isBefore(a, b) ? b : a))) }
  const begins = members.filter(({ since }) => isBefore(on, since)).map(({ since }) => since)
  if (begins.length) return { is: "not_yet", day: iso(begins.reduce((a, b) => (isBefore(a, b) ? a : b))) }
  return { is: "never_member" }
}

const endOfFunctions = ({ functions }: RollPerson, rule: RollRule, on: Day): RollReason => {
  const ended = functions.filter(({ key, until }) => rule.functions.includes(key) && until && isBefore(until, on))
  const last = ended.reduce<(typeof ended)[number] | null>((a, b) => (a && isBefore(b.until!, a.until!) ? a : b), null)
  return last ? { is: "function_ended", words: last.name, day: iso(last.until!) } : { is: "no_function" }
}

/** Both ends included: `until` is the last day. */
const isInForce = ({ since, until }: { since: Day; until: Day | null }, on: Day) =>
  !isBefore(on, since) && !(until && isBefore(until, on))
const isBefore = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0
const iso = (day: Day) => day.toString()
