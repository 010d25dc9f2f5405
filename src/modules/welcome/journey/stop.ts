import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { endAllOf } from "../../mandates/contract.ts"
import { newcomerStopped } from "../events.ts"
import { writeStopped } from "../letters/stopped.ts"
import { welcomes } from "../permissions.ts"
import { isKnownOtherwise } from "./forget.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/** They do not wish to go on. The journey ends, and is kept for the figures of the year; what it says of them goes with the person. */
export const stopNewcomer = command({
  name: "newcomers.stop",
  input: z.object({ newcomerId: z.uuid(), reason: text(500).nullish(), tell: z.boolean().default(true) }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ input: { reason, tell }, subject, ...given }) {
    const newcomer = stillOnTheWay(subject)
    const { actor, db, now } = given
    await db
      .updateTable("newcomers")
      .set({
        state: "stopped",
        ended_at: now,
        ended_by: actor.personId,
        reason: reason || null,
        message: null,
        paused_until: null,
        paused_why: null,
      })
      .where("id", "=", newcomer.id)
      .execute()
    // From now on nothing holds them: the rules of conservation count from this day.
    if (newcomer.person_id && newcomer.made_person && !(await isKnownOtherwise(newcomer.person_id, given)))
      await endAllOf(newcomer.person_id, dayOf(now), db)
    const told = tell && (await writeStopped(newcomer, given))
    return newcomerStopped({ newcomerId: newcomer.id, bodyId: newcomer.body_id, told })
  },
})
