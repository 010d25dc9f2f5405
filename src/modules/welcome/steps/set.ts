import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { stepsSet } from "../events.ts"
import { managesWelcome } from "../permissions.ts"

/** The steps of those who come from now on. The first is always the first contact: it is the one that is counted in hours. */
export const setSteps = command({
  name: "welcome.setSteps",
  input: z.object({
    bodyId: z.uuid(),
    steps: z
      .array(z.object({ title: line(80), days: z.int().min(1).max(365), membership: z.boolean().default(false) }))
      .min(2)
      .max(12),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: managesWelcome,
  async run({ input: { steps }, subject: body, actor, db }) {
    const memberships = steps.flatMap(({ membership }, index) => (membership ? [index] : []))
    if (memberships.includes(0)) invalid(["steps", 0, "membership"], "welcome.first_is_contact")
    if (memberships.length > 1) invalid(["steps", memberships[1]!, "membership"], "welcome.one_membership")
    await db.deleteFrom("welcome_steps").where("body_id", "=", body.id).execute()
    await db
      .insertInto("welcome_steps")
      .values(
        steps.map(({ title, days, membership }, index) => ({
          organisation_id: actor.organisation,
          body_id: body.id,
          place: index + 1,
          title,
          kind: index === 0 ? ("contact" as const) : membership ? ("membership" as const) : ("step" as const),
          days,
        })),
      )
      .execute()
    return stepsSet({ bodyId: body.id, steps: steps.length })
  },
})
