import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { consentWithdrawn } from "../events.ts"
import { answersFor } from "../subject.ts"

/** Takes a yes back, as easily as it was given (GDPR article 7(3)): the person from their own page, or whoever they told. */
export const withdrawConsent = command({
  name: "privacy.withdrawConsent",
  input: z.object({ consentId: z.uuid() }),
  find: ({ consentId }, { db }) =>
    db.selectFrom("consents").selectAll().where("id", "=", consentId).forUpdate().executeTakeFirst(),
  allow: answersFor,
  async run({ subject: consent, db, now }) {
    if (consent.withdrawn_on) refuse("privacy.already_withdrawn")
    await db
      .updateTable("consents")
      .set({ withdrawn_on: sql`greatest(given_on, ${dayOf(now)}::date)` })
      .where("id", "=", consent.id)
      .execute()
    return consentWithdrawn({ consentId: consent.id, personId: consent.person_id, bodyId: consent.body_id })
  },
})
