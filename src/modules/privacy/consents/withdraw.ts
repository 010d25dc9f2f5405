import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { consentWithdrawn } from "../events.ts"
import { answersFor } from "../subject.ts"
import type { ConsentPurpose } from "./give.ts"

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

/** Takes back every yes of a person to a purpose in a body, for a command whose event stands before these. */
export const withdrawConsents = async (
  { personId, bodyId, purpose }: { personId: string; bodyId: string; purpose: ConsentPurpose },
  { db, now }: Circumstances,
): Promise<Event[]> => {
  const ended = await db
    .updateTable("consents")
    .set({ withdrawn_on: sql`greatest(given_on, ${dayOf(now)}::date)` })
    .where("person_id", "=", personId)
    .where("body_id", "=", bodyId)
    .where("purpose", "=", purpose)
    .where("withdrawn_on", "is", null)
    .returning("id")
    .execute()
  return ended.map(({ id }) => consentWithdrawn({ consentId: id, personId, bodyId }))
}
