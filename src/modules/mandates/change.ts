import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { day, line } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { mandateChanged } from "./events.ts"
import { inOrder } from "./memberships/dates.ts"
import { shareADay } from "./memberships/store.ts"
import { holds } from "./rights.ts"
import { findMandateToChange, seatsOf } from "./store.ts"

/** Corrects the days of a mandate, or prolongs it, with the reason. The days it had stay written beside it. */
export const changeMandate = command({
  name: "mandates.change",
  input: z.object({ mandateId: z.uuid(), since: day(), until: day().nullish(), reason: line() }),
  find: ({ mandateId }, { db }) => findMandateToChange(mandateId, db),
  allow: holds("mandates.manage"),
  async run({ input, subject: before, actor, db, now }) {
    const { id, person_id, function_id, body_id } = before
    const { since, until = null } = inOrder(input)
    if (isSame(before, { since, until })) return invalid(["since"], "nothing_changed")
    await mustBeInUse(function_id, db)
    const { seats } = await seatsOf(body_id, db)
    const others = seats.filter(
      (seat) => seat.id !== id && seat.person_id === person_id && seat.function_id === function_id,
    )
    if (others.some((seat) => shareADay(seat, { since, until }))) refuse("mandates.already")
    await db
      .insertInto("mandate_corrections")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        mandate_id: id,
        since: before.since,
        until: before.until,
        reason: input.reason,
        corrected_by: actor.personId,
        corrected_at: now,
      })
      .execute()
    await db.updateTable("mandates").set({ since, until }).where("id", "=", id).execute()
    return mandateChanged({
      mandateId: id,
      personId: person_id,
      functionId: function_id,
      bodyId: body_id,
      since: String(since),
      until: until && String(until),
      beforeSince: String(before.since),
      beforeUntil: before.until && String(before.until),
    })
  },
})

type Days = { since: Temporal.PlainDate; until: Temporal.PlainDate | null }

const isSame = (one: Days, other: Days) => one.since.equals(other.since) && String(one.until) === String(other.until)

// A function out of use, or a body that has closed, lends no power again by the dates of an old mandate.
const mustBeInUse = async (functionId: string, db: Parameters<typeof findMandateToChange>[1]) => {
  const one = await db
    .selectFrom("functions as f")
    .innerJoin("bodies as b", (join) =>
      join.onRef("b.organisation_id", "=", "f.organisation_id").onRef("b.id", "=", "f.body_id"),
    )
    .select(["f.ended_on", "b.closed_on"])
    .where("f.id", "=", functionId)
    .executeTakeFirstOrThrow()
  if (one.ended_on || one.closed_on) refuse("mandates.function_ended")
}
