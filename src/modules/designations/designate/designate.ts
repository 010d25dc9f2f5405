import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { ids, text } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { allOf, type Circumstances } from "../../../kernel/rule.ts"
import { findBallotDecision } from "../../decisions/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { endOfficeRow, findOfficeToChange, institutionOf, writeOffice } from "../../offices/contract.ts"
import { electionDecided } from "../../votes/contract.ts"
import { type Designation, stillPrepared } from "../designation.ts"
import { designated } from "../events.ts"
import { checkedList } from "../people/checked.ts"
import { peopleOf } from "../people/store.ts"
import { findDesignationToChange } from "../seen.ts"
import { endingWith } from "./ends.ts"
import { tellDesignated } from "./tell.ts"

/**
 * Designates: the external mandates of each, the end of those they replace, the decision of the vote where it was not written yet, and
 * the letters, in one act. It takes the right to keep the register and the right to decide: the one lends nothing of the other.
 */
export const designate = command({
  name: "designations.designate",
  input: z.object({
    designationId: z.uuid(),
    /** Mandates there that end the day before. Those of whoever is designated again always do. */
    ends: ids(200).default([]),
    /** Why, in spite of what the checks say. */
    despite: text(2000).min(1).nullish(),
    /** The decision that a vote made, as the register will read, where it was not written yet. */
    text: text(10_000).min(1).nullish(),
    /** What is written to those designated; null, nothing is. */
    letter: text(5000).min(1).nullish(),
  }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: allOf<Designation>(holds("offices.manage"), holds("decisions.manage")),
  async run({ input, subject: designation, ...given }) {
    const { actor, db, now } = given
    const { id, body_id: bodyId, since } = stillPrepared(designation)
    if (!designation.decided_at) refuse("designations.not_decided")
    const people = await peopleOf(id, given)
    const { checks } = await checkedList(designation, people, given)
    if (checks.some(({ weight }) => weight === "stops")) refuse("designations.does_not_add_up")
    const against = checks.filter(({ weight }) => weight === "reason")
    const despite = against.length > 0 ? (input.despite ?? invalid(["despite"], "designations.why")) : null
    const { decisionId, taken } = await decisionOf(designation, input.text, given)
    const events: Event[] = [...taken]
    for (const { id: officeId } of await endingWith(designation, people, input.ends, given))
      events.push(await endOfficeRow((await findOfficeToChange(officeId, db))!, since.subtract({ days: 1 }), db))
    for (const one of people)
      events.push(await sitFrom(designation, { ...one, since, until: designation.until, decisionId }, given))
    await db
      .updateTable("designations")
      .set({
        designated_by: actor.personId,
        designated_at: now,
        decision_id: decisionId,
        despite,
        letter: input.letter ?? null,
      })
      .where("id", "=", id)
      .execute()
    const told = input.letter ? await tellDesignated(designation, people, given) : 0
    const keys = [...new Set(against.map(({ key }) => key))]
    return [designated({ designationId: id, bodyId, people: people.length, checks: keys, told }), ...events]
  },
})

/** The decision it comes of: as it was named, as the vote was written, or written now from the vote. */
const decisionOf = async (
  { decided_how, ballot_id, decision_id }: Designation,
  text: string | null | undefined,
  given: Circumstances,
): Promise<{ decisionId: string | null; taken: Event[] }> => {
  if (decided_how !== "ballot") return { decisionId: decision_id, taken: [] }
  const written = await findBallotDecision(ballot_id!, given.db)
  if (written) return { decisionId: written, taken: [] }
  const taken = await electionDecided.write(ballot_id!, text ?? invalid(["text"], "required"), given)
  return { decisionId: taken.facts.decisionId, taken: [taken] }
}

/** Writes the mandate of one of the list, from a day; as a full member or as a substitute. */
export const sitFrom = async (
  designation: Designation,
  one: {
    person_id: string
    seat: "full" | "substitute"
    since: Temporal.PlainDate
    until: Temporal.PlainDate | null
    decisionId: string | null
  },
  given: Circumstances,
) => {
  const { db } = given
  const { id, body_id, institution_id, role, title, origin, sent_by, basis } = designation
  const institution = await institutionOf(institution_id, body_id, db)
  if (institution.closed_on) refuse("institutions.closed")
  const recorded = await writeOffice(
    {
      personId: one.person_id,
      institution,
      role: one.seat === "full" ? role : "substitute",
      title: one.seat === "full" ? title : null,
      since: one.since,
      until: one.until,
      origin,
      sentBy: sent_by,
      decisionId: origin === "body" ? one.decisionId : null,
      originNote: basis,
      listed: true,
    },
    { id: body_id },
    given,
  )
  await db
    .updateTable("designation_people")
    .set({ office_id: recorded.facts.officeId })
    .where("designation_id", "=", id)
    .where("person_id", "=", one.person_id)
    .execute()
  return recorded
}
