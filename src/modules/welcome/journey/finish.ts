import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { newcomerWelcomed, stepFinished } from "../events.ts"
import { doesStep } from "../permissions.ts"
import { type JourneyStep, type Newcomer, standing, stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange, stepsOfNewcomer } from "./store.ts"

/** Marks the open step done, with a word; the next one opens with its own last day. `place` says which was on the screen. */
export const finishStep = command({
  name: "newcomers.finishStep",
  input: z.object({
    newcomerId: z.uuid(),
    place: z.int().min(1).max(50),
    word: text(1000).nullish(),
    /** It is not for this person: the journey goes on without it. */
    skipped: z.boolean().default(false),
  }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: doesStep,
  async run({ input: { place, word, skipped }, subject, ...given }) {
    const newcomer = stillOnTheWay(subject)
    const { open } = standing(await stepsOfNewcomer(newcomer.id, given.db))
    if (!open || open.place !== place) return refuse("newcomers.not_open")
    if (open.kind === "membership" && !skipped) refuse("newcomers.needs_application")
    if (open.kind === "contact" && skipped) refuse("newcomers.contact_needed")
    return finish(newcomer, open, { word: word || null, skipped }, given)
  },
})

/** Closes a step and opens the one that comes; whoever has none left is welcomed. */
export const finish = async (
  newcomer: Newcomer,
  step: JourneyStep,
  { word, skipped }: { word: string | null; skipped: boolean },
  { actor, db, now }: Circumstances,
): Promise<[ReturnType<typeof stepFinished>, ...Event[]]> => {
  const { id: newcomerId, body_id: bodyId } = newcomer
  await db
    .updateTable("newcomer_steps")
    .set({ done_at: now, done_by: actor.personId, word, skipped })
    .where("newcomer_id", "=", newcomerId)
    .where("place", "=", step.place)
    .execute()
  const { open } = standing(await stepsOfNewcomer(newcomerId, db))
  if (open && !open.due)
    await db
      .updateTable("newcomer_steps")
      .set({ due: dayOf(now).add({ days: open.days }) })
      .where("newcomer_id", "=", newcomerId)
      .where("place", "=", open.place)
      .execute()
  const after = {
    // Whoever does something for them has not left them on pause.
    ...(newcomer.state === "paused" && { state: "open" as const, paused_until: null, paused_why: null }),
    ...(step.kind === "contact" && { contacted_at: now }),
    ...(!open && { state: "welcomed" as const, ended_at: now, ended_by: actor.personId }),
  }
  if (Object.keys(after).length > 0) await db.updateTable("newcomers").set(after).where("id", "=", newcomerId).execute()
  return [
    stepFinished({ newcomerId, bodyId, place: step.place, skipped }),
    ...(open ? [] : [newcomerWelcomed({ newcomerId, bodyId })]),
  ]
}
