import type { Designation } from "../designation.ts"
import type { Listed } from "../people/store.ts"

type Substitute = { person_id: string; name: string }
export type Vacancy = {
  person_id: string
  name: string
  /** The last day of who leaves. */
  left_on: Temporal.PlainDate
  /** Who may follow, the first one proposed: of the same component where the list has components, then in the order of the list. */
  followers: Substitute[]
}

/** The seats that somebody leaves before the end of the term, and that nobody has followed in. */
export const vacanciesIn = (
  { until, designated_at }: Pick<Designation, "until" | "designated_at">,
  people: readonly Listed[],
): Vacancy[] => {
  if (!designated_at) return []
  const left = people.filter(
    (one) =>
      one.seat === "full" &&
      one.office_id &&
      one.until &&
      (!until || Temporal.PlainDate.compare(one.until, until) < 0) &&
      !people.some(({ follows_id }) => follows_id === one.person_id),
  )
  const substitutes = people.filter(
    (one) =>
      one.seat === "substitute" &&
      one.office_id &&
      // Who sits no more as a substitute waits for no seat.
      (!one.until || (until !== null && Temporal.PlainDate.compare(one.until, until) >= 0)),
  )
  return left.map(({ person_id, name, component, until: last }) => ({
    person_id,
    name,
    left_on: last!,
    followers: [
      ...substitutes.filter((one) => one.component === component),
      ...substitutes.filter((one) => one.component !== component),
    ].map((one) => ({ person_id: one.person_id, name: one.name })),
  }))
}
