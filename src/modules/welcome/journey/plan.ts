import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { stepPlanned } from "../events.ts"
import { doesStep } from "../permissions.ts"
import { standing, stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange, stepsOfNewcomer } from "./store.ts"

/** Another day for the open step. The first contact has the hours of the rulebook: no day moves them. */
export const planStep = command({
  name: "newcomers.planStep",
  input: z.object({ newcomerId: z.uuid(), due: day() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: doesStep,
  async run({ input: { due }, subject, db, now }) {
    const newcomer = stillOnTheWay(subject)
    const { open } = standing(await stepsOfNewcomer(newcomer.id, db))
    if (!open) return refuse("newcomers.not_open")
    if (open.kind === "contact") refuse("newcomers.contact_has_hours")
    const today = dayOf(now)
    if (Temporal.PlainDate.compare(due, today) < 0) invalid(["due"], "in_the_past")
    if (Temporal.PlainDate.compare(due, today.add({ years: 2 })) > 0) invalid(["due"], "too_far")
    await db
      .updateTable("newcomer_steps")
      .set({ due })
      .where("newcomer_id", "=", newcomer.id)
      .where("place", "=", open.place)
      .execute()
    return stepPlanned({
      newcomerId: newcomer.id,
      bodyId: newcomer.body_id,
      place: open.place,
      due: due.toString(),
    })
  },
})
