import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holdsForPerson } from "../../mandates/contract.ts"
import { requestClosed, requestExtended } from "../events.ts"

const findRequest = (requestId: string, db: Db) =>
  db.selectFrom("privacy_requests").selectAll().where("id", "=", requestId).forUpdate().executeTakeFirst()

const stillOpen = <R extends { state: string }>(request: R): R =>
  request.state === "open" ? request : refuse("privacy.closed_already")

/** Says what was done about a request, or why it was not: both are answers, and both are kept. */
export const closeRequest = command({
  name: "privacy.closeRequest",
  input: z.object({
    requestId: z.uuid(),
    state: z.enum(["answered", "declined"]),
    answer: text(5000),
  }),
  find: ({ requestId }, { db }) => findRequest(requestId, db),
  allow: holdsForPerson("privacy.manage"),
  async run({ input: { state, answer }, subject, actor, db, now }) {
    const { id, person_id, body_id } = stillOpen(subject)
    await db
      .updateTable("privacy_requests")
      .set({ state, answer, closed_on: dayOf(now), closed_by: actor.personId })
      .where("id", "=", id)
      .execute()
    return requestClosed({ requestId: id, personId: person_id, bodyId: body_id, state })
  },
})

/** Two months more, once, where a request is complex; the person is told why within the first month (article 12(3)). */
export const extendRequest = command({
  name: "privacy.extendRequest",
  input: z.object({ requestId: z.uuid(), reason: text(1000) }),
  find: ({ requestId }, { db }) => findRequest(requestId, db),
  allow: holdsForPerson("privacy.manage"),
  async run({ input: { reason }, subject, db, now }) {
    const { id, person_id, body_id, due, extended_reason } = stillOpen(subject)
    if (extended_reason) refuse("privacy.extended_already")
    if (Temporal.PlainDate.compare(due, dayOf(now)) < 0) refuse("privacy.extended_too_late")
    const later = due.add({ months: 2 })
    await db.updateTable("privacy_requests").set({ due: later, extended_reason: reason }).where("id", "=", id).execute()
    return requestExtended({ requestId: id, personId: person_id, bodyId: body_id, due: later.toString() })
  },
})
