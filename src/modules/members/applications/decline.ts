import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { applicationDeclined, applicationObjected, applicationWithdrawn } from "../events.ts"
import { writeToApplicant } from "../letters/application-letter.ts"
import { stillAsked } from "./application.ts"
import { findApplicationToChange } from "./store.ts"

const reason = text(1000).min(1)

/** Refuses an application; the reason is written to whoever asked. */
export const declineApplication = command({
  name: "applications.decline",
  input: z.object({ applicationId: z.uuid(), reason }),
  find: ({ applicationId }, { db }) => findApplicationToChange(applicationId, db),
  allow: holds("people.manage"),
  async run({ input, subject: application, ...given }) {
    const { id: applicationId, body_id: bodyId } = stillAsked(application)
    const { actor, db, now } = given
    await db
      .updateTable("applications")
      .set({ state: "declined", answered_at: now, answered_by: actor.personId, reason: input.reason })
      .where("id", "=", applicationId)
      .execute()
    await writeToApplicant(application, "application-declined", given)
    return applicationDeclined({ applicationId, bodyId })
  },
})

/** Whoever asked asks no more. */
export const withdrawApplication = command({
  name: "applications.withdraw",
  input: z.object({ applicationId: z.uuid(), reason: text(1000).nullish() }),
  find: ({ applicationId }, { db }) => findApplicationToChange(applicationId, db),
  allow: holds("people.manage"),
  async run({ input, subject, actor, db, now }) {
    const { id: applicationId, body_id: bodyId } = stillAsked(subject)
    await db
      .updateTable("applications")
      .set({ state: "withdrawn", answered_at: now, answered_by: actor.personId, reason: input.reason ?? null })
      .where("id", "=", applicationId)
      .execute()
    return applicationWithdrawn({ applicationId, bodyId })
  },
})

/** Somebody objects: where silence would accept, from now on somebody must decide. */
export const objectToApplication = command({
  name: "applications.object",
  input: z.object({ applicationId: z.uuid(), objection: reason }),
  find: ({ applicationId }, { db }) => findApplicationToChange(applicationId, db),
  allow: holds("people.manage"),
  async run({ input, subject, actor, db, now }) {
    const { id: applicationId, body_id: bodyId } = stillAsked(subject)
    await db
      .updateTable("applications")
      .set({ objection: input.objection, objected_at: now, objected_by: actor.personId })
      .where("id", "=", applicationId)
      .execute()
    return applicationObjected({ applicationId, bodyId })
  },
})
