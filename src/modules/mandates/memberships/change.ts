import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../rights.ts"
import { inOrder, membershipDates } from "./dates.ts"
import { membershipChanged } from "./events.ts"
import { findMembershipToChange, overlapping } from "./store.ts"

/** Corrects a membership: ring, days, dues. */
export const changeMembership = command({
  name: "memberships.change",
  input: membershipDates.extend({ membershipId: z.uuid() }),
  find: ({ membershipId }, { db }) => findMembershipToChange(membershipId, db),
  allow: holds("people.manage"),
  async run({ input, subject: { id, person_id, body_id }, db }) {
    const { ring, since, until = null, dues_until = null } = inOrder(input)
    if (await overlapping({ personId: person_id, bodyId: body_id, dates: input, except: id }, db))
      refuse("memberships.already")
    await db.updateTable("memberships").set({ ring, since, until, dues_until }).where("id", "=", id).execute()
    return membershipChanged({ membershipId: id, personId: person_id, bodyId: body_id })
  },
})
