import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { mustSee } from "../../mandates/contract.ts"
import { stepGiven } from "../events.ts"
import { writeStepGiven } from "../letters/step.ts"
import { welcomes } from "../permissions.ts"
import { mustBeOfBody } from "./give.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange, stepsOfNewcomer } from "./store.ts"

/** One step in the hands of somebody else, with its day if it has one; nobody named: whoever welcomes does it. */
export const giveStep = command({
  name: "newcomers.giveStep",
  input: z.object({
    newcomerId: z.uuid(),
    place: z.int().min(1).max(50),
    personId: z.uuid().nullable(),
    due: day().nullish(),
  }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ input: { place, personId, due }, subject, ...given }) {
    const newcomer = stillOnTheWay(subject)
    const { db, now } = given
    const step = (await stepsOfNewcomer(newcomer.id, db)).find((one) => one.place === place)
    if (!step || step.done_at) return refuse("newcomers.not_open")
    if (step.kind === "contact" && due) refuse("newcomers.contact_has_hours")
    if (due) {
      const today = dayOf(now)
      if (Temporal.PlainDate.compare(due, today) < 0) invalid(["due"], "in_the_past")
      if (Temporal.PlainDate.compare(due, today.add({ years: 2 })) > 0) invalid(["due"], "too_far")
    }
    const named = personId === newcomer.welcomer_id ? null : personId
    if (named && named !== step.person_id) {
      await mustSee([named], given)
      await mustBeOfBody(named, newcomer.body_id, given)
    }
    await db
      .updateTable("newcomer_steps")
      .set({ person_id: named, due: due ?? step.due })
      .where("newcomer_id", "=", newcomer.id)
      .where("place", "=", place)
      .execute()
    if (named && named !== step.person_id) await writeStepGiven(newcomer, { place, personId: named }, given)
    return stepGiven({ newcomerId: newcomer.id, bodyId: newcomer.body_id, place, personId: named })
  },
})
