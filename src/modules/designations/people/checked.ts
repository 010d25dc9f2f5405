import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { broughtBy, heldThere } from "../../offices/contract.ts"
import { closedElection } from "../../votes/contract.ts"
import { type Designation, seatsOf } from "../designation.ts"
import { type Candidate, type Check, checksOf } from "./checks.ts"

type Put = { person_id: string; seat: "full" | "substitute"; component: string | null }

/** What is to be known of a list, with what the law and the party have against each of it. The caller has seen them. */
export const checkedList = async (
  designation: Designation,
  put: readonly Put[],
  given: Circumstances,
): Promise<{ people: Candidate[]; checks: Check[] }> => {
  const { since, until, role, origin, institution_kind: kind, country, body_id } = designation
  const people = await known(designation, put, given)
  const { ours, components } = seatsOf(designation)
  const names = designation.components_key?.lines.map(({ name }) => name)
  const asked = {
    seats: ours,
    substitutes: designation.substitutes,
    components: components && names ? names.map((name, at) => ({ name, seats: components.seats[at]! })) : null,
    parity: designation.parity,
    first: designation.first_form,
  }
  const brought = await broughtBy(
    people.map(({ person_id, seat }) => ({
      person_id,
      kind,
      country,
      role: seat === "full" ? role : "substitute",
      origin,
      since,
      until,
    })),
    body_id,
    given,
  )
  return {
    people,
    checks: [
      ...checksOf(asked, people),
      ...(await elected(designation, people, given)),
      ...brought.map((one) => ({
        key: "incompatible" as const,
        weight: "reason" as const,
        person_id: one.person_id,
        facts: {
          name: people.find(({ person_id }) => person_id === one.person_id)!.name,
          rule: one.rule,
          with: one.with.join(", "),
          basis: one.basis,
          source: one.source,
          confidence: one.confidence,
        },
      })),
    ],
  }
}

/** Those whom the vote elected and who are no full members of the list. */
const elected = async (
  { decided_how, ballot_id }: Designation,
  people: readonly Candidate[],
  given: Circumstances,
): Promise<Check[]> => {
  const vote = decided_how === "ballot" && ballot_id ? await closedElection(ballot_id, given) : undefined
  const full = people.filter(({ seat }) => seat === "full").map(({ person_id }) => person_id)
  const missing = (vote?.elected ?? []).filter(({ person_id }) => !person_id || !full.includes(person_id))
  if (missing.length === 0) return []
  return [{ key: "elected_differ", weight: "reason", facts: { names: missing.map(({ name }) => name).join(", ") } }]
}

const known = async (
  { id, body_id, institution_id, since }: Designation,
  put: readonly Put[],
  { db, now }: Circumstances,
): Promise<Candidate[]> => {
  if (put.length === 0) return []
  // Who is a member today may not be one on a day that has passed, and the other way round.
  const on = Temporal.PlainDate.compare(since, dayOf(now)) > 0 ? since : dayOf(now)
  const { rows } = await sql<{ id: string; name: string; form: "m" | "f" | "n"; is_member: boolean }>`
    select p.id, trim(p.given_name || ' ' || p.family_name) as name, p.form,
           exists (select from memberships s where s.person_id = p.id and s.body_id = ${body_id} and s.ring = 'member'
              and s.since <= ${on}::date and (s.until is null or s.until >= ${on}::date))
           or exists (select from mandates s where s.person_id = p.id and s.body_id = ${body_id}
              and s.since <= ${on}::date and (s.until is null or s.until >= ${on}::date)) as is_member
      from people p where p.id = any(${put.map(({ person_id }) => person_id)}::uuid[])`.execute(db)
  const there = await heldThere(institution_id, since, db)
  const own = await db.selectFrom("designation_people").select("office_id").where("designation_id", "=", id).execute()
  return put.flatMap(({ person_id, seat, component }) => {
    const one = rows.find((row) => row.id === person_id)
    if (!one) return []
    const sits = there.some(
      (office) => office.person_id === person_id && !own.some(({ office_id }) => office_id === office.id),
    )
    return [{ person_id, name: one.name, form: one.form, seat, component, isMember: one.is_member, sits }]
  })
}
