import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { applyFor } from "../../members/contract.ts"
import { newcomerApplied } from "../events.ts"
import { welcomes } from "../permissions.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/**
 * Begins their application to be a member, with what is known of them. What they agreed to as a contact is no consent to be a
 * member: it is asked where applications are answered. Once that one is accepted, the step is done by itself.
 */
export const applyForNewcomer = command({
  name: "newcomers.apply",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ subject, input: _, ...given }) {
    const newcomer = stillOnTheWay(subject)
    if (newcomer.application_id) refuse("newcomers.applied_already")
    const asked =
      (await applyFor(
        {
          bodyId: newcomer.body_id,
          given_name: newcomer.given_name,
          family_name: newcomer.family_name,
          form: "n",
          email: newcomer.email,
          phone: newcomer.phone,
          town: newcomer.town,
          language: newcomer.language,
          ring: "member",
          source: newcomer.source === "site" || newcomer.source === "stand" ? newcomer.source : "other",
          consentAt: null,
        },
        given,
      )) ?? refuse("not_found", {}, 404)
    const { applicationId } = asked.facts
    await given.db
      .updateTable("newcomers")
      .set({ application_id: applicationId })
      .where("id", "=", newcomer.id)
      .execute()
    return [newcomerApplied({ newcomerId: newcomer.id, bodyId: newcomer.body_id, applicationId }), asked] as [
      ReturnType<typeof newcomerApplied>,
      ...Event[],
    ]
  },
})
