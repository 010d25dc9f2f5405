import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { personKept } from "../events.ts"

/** Says why somebody is not to be forgotten yet, and until when: a dispute, a debt, a duty to keep accounts. */
export const keepPerson = command({
  name: "privacy.keep",
  input: z.object({ personId: z.uuid(), until: day(), reason: line(500) }),
  find: ({ personId }, { db }) =>
    db.selectFrom("erasures_due").selectAll().where("person_id", "=", personId).forUpdate().executeTakeFirst(),
  allow: holds("privacy.manage"),
  async run({ input: { until, reason }, subject, actor, db, now }) {
    const today = dayOf(now)
    if (Temporal.PlainDate.compare(until, today) <= 0) invalid(["until"], "in_the_past")
    if (Temporal.PlainDate.compare(until, today.add({ years: 10 })) > 0) invalid(["until"], "too_far")
    await db
      .updateTable("erasures_due")
      .set({ kept_until: until, kept_reason: reason, kept_by: actor.personId })
      .where("person_id", "=", subject.person_id)
      .execute()
    return personKept({ personId: subject.person_id, bodyId: subject.body_id, until: until.toString() })
  },
})
