import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day } from "../../../kernel/input.ts"
import { instantOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { applicationCompleted } from "../events.ts"
import { stillAsked } from "./application.ts"
import { applicationFields } from "./fields.ts"
import { applyFor, columnsOf, findApplicationToChange } from "./store.ts"

const consentOn = { consentOn: day().nullish() }
const noon = Temporal.PlainTime.from("12:00")

/** An application that came on paper, by mouth or by mail, typed by the secretariat. */
export const recordApplication = command({
  name: "applications.record",
  input: applicationFields.extend({ bodyId: z.uuid(), ...consentOn }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { consentOn: on, ...asked }, subject: body, ...given }) {
    const consentAt = on ? instantOf(on.toPlainDateTime(noon), body.zone) : given.now
    return (await applyFor({ ...asked, consentAt }, given)) ?? refuse("not_found", {}, 404)
  },
})

/** What was mistyped or left out, put right while it waits. */
export const completeApplication = command({
  name: "applications.complete",
  input: applicationFields.extend({ applicationId: z.uuid(), ...consentOn }),
  find: ({ applicationId }, { db }) => findApplicationToChange(applicationId, db),
  allow: holds("people.manage"),
  async run({ input: { applicationId, consentOn: on, ...asked }, subject, db, now }) {
    stillAsked(subject)
    const body = await findBody(subject.body_id, db)
    const consent_at = asked.consentText
      ? on
        ? instantOf(on.toPlainDateTime(noon), body?.zone ?? "Europe/Brussels")
        : (subject.consent_at ?? now)
      : null
    await db
      .updateTable("applications")
      .set({ ...columnsOf(asked), consent_at })
      .where("id", "=", applicationId)
      .execute()
    return applicationCompleted({ applicationId, bodyId: subject.body_id })
  },
})
