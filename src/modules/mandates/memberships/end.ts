import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { holds } from "../rights.ts"
import { inOrder } from "./dates.ts"
import { membershipEnded } from "./events.ts"
import { findMembershipToChange } from "./store.ts"

/** Ends a membership on a last day; what was, stays written. */
export const endMembership = command({
  name: "memberships.end",
  input: z.object({ membershipId: z.uuid(), until: day() }),
  find: ({ membershipId }, { db }) => findMembershipToChange(membershipId, db),
  allow: holds("people.manage"),
  async run({ input, subject, db }) {
    const { until } = inOrder({ since: subject.since, until: input.until })
    await db.updateTable("memberships").set({ until }).where("id", "=", subject.id).execute()
    return membershipEnded({
      membershipId: subject.id,
      personId: subject.person_id,
      bodyId: subject.body_id,
      until: String(until),
    })
  },
})
