import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { endOfficeRow, findOfficeToChange } from "../../offices/contract.ts"
import { seatFollowed } from "../events.ts"
import { peopleOf } from "../people/store.ts"
import { findDesignationToChange, prepares } from "../seen.ts"
import { sitFrom } from "./designate.ts"
import { vacanciesIn } from "./vacancies.ts"

/** A substitute follows somebody who leaves before the end, for the rest of the term: their mandate as a substitute ends the day before. */
export const followSeat = command({
  name: "designations.follow",
  input: z.object({ designationId: z.uuid(), leaverId: z.uuid(), followerId: z.uuid(), since: day() }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { leaverId, followerId, since }, subject: designation, ...given }) {
    const { db } = given
    const { id, body_id: bodyId, until } = designation
    const people = await peopleOf(id, given)
    const vacancy = vacanciesIn(designation, people).find(({ person_id }) => person_id === leaverId)
    if (!vacancy) return refuse("designations.no_vacancy")
    if (!vacancy.followers.some(({ person_id }) => person_id === followerId))
      return refuse("designations.no_substitute")
    if (Temporal.PlainDate.compare(since, vacancy.left_on) <= 0) invalid(["since"], "designations.before_end")
    if (until && Temporal.PlainDate.compare(since, until) > 0) invalid(["since"], "designations.after_term")
    const { office_id } = people.find(({ person_id }) => person_id === followerId)!
    const office = (await findOfficeToChange(office_id!, db))!
    if (Temporal.PlainDate.compare(since, office.since) <= 0) invalid(["since"], "designations.before_substitute")
    const ended = await endOfficeRow(office, since.subtract({ days: 1 }), db)
    await db
      .updateTable("designation_people")
      .set({ seat: "full", follows_id: leaverId, follows_on: since })
      .where("designation_id", "=", id)
      .where("person_id", "=", followerId)
      .execute()
    const { decision_id: decisionId } = designation
    const recorded = await sitFrom(
      designation,
      { person_id: followerId, seat: "full", since, until, decisionId },
      given,
    )
    return [seatFollowed({ designationId: id, bodyId, personId: followerId, leaverId }), ended, recorded]
  },
})
