import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { applicationAsked } from "../events.ts"
import { admissionOf, memberFigure } from "../rules.ts"
import type { Application } from "./application.ts"
import type { ApplicationFields } from "./fields.ts"

/**
 * Somebody asks to be of a body: from the secretariat, or from a page open to all, which proves nothing of who they are. The rule
 * of the day is kept with it. `consentAt` is when they agreed. Answers what happened.
 */
export const applyFor = async (
  { bodyId, consentAt, ...asked }: ApplicationFields & { bodyId: string; consentAt: Temporal.Instant | null },
  { actor, db, now }: Circumstances,
) => {
  const body = await findBody(bodyId, db)
  if (!body) return undefined
  const today = dayOf(now, body.zone)
  const applicationId = newId()
  await db
    .insertInto("applications")
    .values({
      organisation_id: actor.organisation,
      id: applicationId,
      body_id: bodyId,
      ...columnsOf(asked),
      consent_at: asked.consentText ? consentAt : null,
      asked_at: now,
      recorded_by: actor.personId,
      admission: await admissionOf(body, today, db),
      answer_by: today.add({ days: await memberFigure(body, "admission.days", 30, today, db) }),
      objection: null,
      objected_by: null,
      objected_at: null,
      answered_at: null,
      answered_by: null,
      reason: null,
      decided_on: null,
      decided_in: null,
      decision_id: null,
      person_id: null,
      letter_id: null,
      forgotten_at: null,
    })
    .execute()
  return applicationAsked({ applicationId, bodyId })
}

export const columnsOf = (asked: ApplicationFields) => ({
  ring: asked.ring,
  given_name: asked.given_name,
  family_name: asked.family_name,
  form: asked.form,
  email: asked.email || null,
  phone: asked.phone || null,
  street: asked.street || null,
  postcode: asked.postcode || null,
  town: asked.town || null,
  country: asked.country || null,
  language: asked.language,
  message: asked.message || null,
  source: asked.source,
  consent_text: asked.consentText || null,
  consent_from: asked.consentFrom || null,
})

export const findApplicationToChange = async (applicationId: string, db: Db): Promise<Application | undefined> =>
  db.selectFrom("applications").selectAll().where("id", "=", applicationId).forUpdate().executeTakeFirst()
