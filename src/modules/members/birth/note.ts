import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { birthNoted } from "../events.ts"
import { memberRule } from "../rules.ts"
import { adultsBornBy } from "./adult.ts"

/** When somebody under eighteen was born, where the body has a voting age; null takes it back. Of an adult it is not kept. */
export const noteBirth = command({
  name: "members.noteBirth",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid(), bornOn: day().nullable() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { bodyId, personId, bornOn }, subject: body, ...given }) {
    const { actor, db, now } = given
    await mustSee([personId], given)
    const today = dayOf(now, body.zone)
    if (bornOn) {
      if (Temporal.PlainDate.compare(bornOn, today) > 0) invalid(["bornOn"], "unlikely_date")
      if (Temporal.PlainDate.compare(bornOn, adultsBornBy(today)) <= 0) refuse("members.adult")
      if (typeof (await memberRule(body, "vote.age", today, db))?.value !== "number") refuse("members.no_voting_age")
      const row = { born_on: bornOn, noted_by: actor.personId, noted_at: now }
      await db
        .insertInto("birth_days")
        .values({ organisation_id: actor.organisation, person_id: personId, ...row })
        .onConflict((other) => other.columns(["organisation_id", "person_id"]).doUpdateSet(row))
        .execute()
    } else await db.deleteFrom("birth_days").where("person_id", "=", personId).execute()
    return birthNoted({ personId, bodyId })
  },
})
