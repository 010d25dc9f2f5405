import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { occasionDismissed, occasionRecalled } from "./events.ts"
import { markOf, occasionsOf } from "./occasions.ts"

/** Puts aside what the year asks for, with the reason, until its window opens again. */
export const dismissOccasion = command({
  name: "year.dismiss",
  input: z.object({ bodyId: z.uuid(), occasion: z.string().max(100), reason: line() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const open = (await occasionsOf(body, given)).find(({ occasion }) => occasion.key === input.occasion)
    if (!open) return invalid(["occasion"], "unknown_occasion")
    if (open.meeting_id) refuse("year.already_taken")
    const occasion = markOf(open)
    await db
      .insertInto("dismissed_occasions")
      .values({
        organisation_id: actor.organisation,
        body_id: body.id,
        occasion,
        reason: input.reason,
        dismissed_by: actor.personId,
        dismissed_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "body_id", "occasion"]).doUpdateSet({ reason: input.reason }),
      )
      .execute()
    return occasionDismissed({ bodyId: body.id, occasion })
  },
})

/** Takes up again what was put aside. */
export const recallOccasion = command({
  name: "year.recall",
  input: z.object({ bodyId: z.uuid(), occasion: z.string().max(100) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("meetings.prepare"),
  async run({ input, subject: body, ...given }) {
    const open = (await occasionsOf(body, given)).find(({ occasion }) => occasion.key === input.occasion)
    if (!open?.dismissed) return invalid(["occasion"], "unknown_occasion")
    const { occasion } = open.dismissed
    await given.db
      .deleteFrom("dismissed_occasions")
      .where("body_id", "=", body.id)
      .where("occasion", "=", occasion)
      .execute()
    return occasionRecalled({ bodyId: body.id, occasion })
  },
})
