import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartKept } from "../events.ts"
import { findCounterpartToChange } from "../store.ts"

/** Says why somebody outside is not to be forgotten yet, and until when: a journalist of every campaign, a file still open. */
export const keepCounterpart = command({
  name: "counterparts.keep",
  input: z.object({ counterpartId: z.uuid(), until: day(), reason: line(500) }),
  find: ({ counterpartId }, given) => findCounterpartToChange(counterpartId, given),
  allow: holds("counterparts.manage"),
  async run({ input: { counterpartId, until, reason }, subject: { body_id, nature }, actor, db, now }) {
    if (nature !== "person") refuse("counterparts.erase_people_only")
    const today = dayOf(now)
    if (Temporal.PlainDate.compare(until, today) <= 0) invalid(["until"], "in_the_past")
    if (Temporal.PlainDate.compare(until, today.add({ years: 10 })) > 0) invalid(["until"], "too_far")
    await db
      .updateTable("counterparts")
      .set({ forget_on: null, kept_until: until, kept_reason: reason, kept_by: actor.personId })
      .where("id", "=", counterpartId)
      .execute()
    return counterpartKept({ counterpartId, bodyId: body_id, until: until.toString() })
  },
})
