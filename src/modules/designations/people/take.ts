import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { closedCall, findCall } from "../../calls/contract.ts"
import { closedElection } from "../../votes/contract.ts"
import { type Designation, seatsOf, stillPrepared } from "../designation.ts"
import { designationDecided, peopleListed } from "../events.ts"
import { findDesignationToChange, prepares } from "../seen.ts"
import { peopleOf, writePeople } from "./store.ts"

/**
 * Takes onto the list those who stand in a closed call, after who is there already; or those whom a closed vote elected, who are then
 * the list, and the vote is what decided.
 */
export const takePeople = command({
  name: "designations.take",
  input: z.object({ designationId: z.uuid(), callId: z.uuid().nullish(), ballotId: z.uuid().nullish() }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { callId, ballotId }, subject: designation, ...given }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    if (!callId && !ballotId) invalid(["callId"], "required")
    const before = await peopleOf(id, given)
    const taken = callId ? await standing(callId, bodyId, given) : await elected(ballotId!, bodyId, given)
    const components = await affiliationsOf(designation, taken, given)
    const put = (personId: string, seat: "full" | "substitute") => ({
      personId,
      seat,
      component: before.find(({ person_id }) => person_id === personId)?.component ?? components.get(personId) ?? null,
    })
    const others = taken.filter((one) => !before.some(({ person_id }) => person_id === one))
    const stay = before.map(({ person_id, seat }) => put(person_id, seat))
    const room = Math.max(0, (seatsOf(designation).ours ?? 0) - before.filter(({ seat }) => seat === "full").length)
    const people = callId
      ? [...stay, ...others.map((one, at) => put(one, at < room ? "full" : "substitute"))]
      : [
          ...taken.map((one) => put(one, "full")),
          ...stay.filter(({ personId, seat }) => seat === "substitute" && !taken.includes(personId)),
        ]
    await writePeople(id, people, given)
    const listed = peopleListed({ designationId: id, bodyId, people: people.length })
    if (!ballotId || callId) return listed
    await given.db
      .updateTable("designations")
      .set({
        decided_how: "ballot",
        ballot_id: ballotId,
        decision_id: null,
        told_by: null,
        told_on: null,
        decided_by: given.actor.personId,
        decided_at: given.now,
      })
      .where("id", "=", id)
      .execute()
    return [listed, designationDecided({ designationId: id, bodyId, how: "ballot", ballotId, decisionId: null })]
  },
})

const standing = async (callId: string, bodyId: string, given: Circumstances): Promise<string[]> => {
  const seen = await findCall(callId, given)
  const call = seen?.body_id === bodyId ? await closedCall(callId, given) : undefined
  return (call ?? invalid(["callId"], "unknown")).candidates.map(({ person_id }) => person_id)
}

const elected = async (ballotId: string, bodyId: string, given: Circumstances): Promise<string[]> => {
  const found = await closedElection(ballotId, given)
  const election = found?.body_id === bodyId ? found : invalid(["ballotId"], "unknown")
  const people = election.elected.flatMap(({ person_id }) => person_id ?? [])
  return people.length < election.elected.length ? invalid(["ballotId"], "designations.not_in_file") : people
}

/** The sensibility each is of, where the key between our components counts it. */
export const affiliationsOf = async (
  { body_id, components_key }: Designation,
  people: readonly string[],
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<Map<string, string>> => {
  const names = components_key?.lines.map(({ name }) => name) ?? []
  if (names.length === 0 || people.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; name: string }>`
    select t.person_id, a.name from affiliates t
      join affiliations a on (a.organisation_id, a.id) = (t.organisation_id, t.affiliation_id)
     where t.body_id = ${body_id} and t.person_id = any(${[...people]}::uuid[]) and a.name = any(${names}::text[])
       and t.since <= ${dayOf(now)}::date and (t.until is null or t.until >= ${dayOf(now)}::date)`.execute(db)
  return new Map(rows.map(({ person_id, name }) => [person_id, name]))
}
