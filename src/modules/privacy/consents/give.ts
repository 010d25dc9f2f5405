import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, line, text } from "../../../kernel/input.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { holdsForPerson } from "../../mandates/contract.ts"
import { consentGiven } from "../events.ts"
import { findSubjectToChange } from "../subject.ts"
import type { ConsentMeans } from "../tables.ts"

export const consentPurposes = ["letters", "contacts", "photos", "sharing", "skills"] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export type Consent = {
  personId: string
  bodyId: string
  purpose: ConsentPurpose
  /** The words that were agreed to. */
  words: string
  on: Temporal.PlainDate
  means: ConsentMeans
  proof?: string | null | undefined
}

/** Writes a yes with its proof; what happened is to be recorded by the command that calls. */
export const insertConsent = async ({ on, ...consent }: Consent, { actor, db }: Circumstances) => {
  const id = newId()
  await db
    .insertInto("consents")
    .values({
      organisation_id: actor.organisation,
      id,
      person_id: consent.personId,
      body_id: consent.bodyId,
      purpose: consent.purpose,
      words: consent.words,
      given_on: on,
      means: consent.means,
      proof: consent.proof ?? null,
      withdrawn_on: null,
      recorded_by: actor.personId,
    })
    .execute()
  return consentGiven({
    consentId: id,
    personId: consent.personId,
    bodyId: consent.bodyId,
    purpose: consent.purpose,
  })
}

/** Notes a yes that somebody gave on paper, by mail or in person. */
export const giveConsent = command({
  name: "privacy.giveConsent",
  input: z.object({
    personId: z.uuid(),
    purpose: z.enum(consentPurposes),
    words: text(2000),
    on: day(),
    means: z.enum(["form", "paper", "spoken", "mail"]),
    proof: line(300).nullish(),
  }),
  find: ({ personId }, given) => findSubjectToChange(personId, given),
  allow: holdsForPerson("privacy.manage"),
  async run({ input, subject, ...given }) {
    if (Temporal.PlainDate.compare(input.on, dayOf(given.now)) > 0) invalid(["on"], "not_yet")
    return insertConsent({ ...input, bodyId: subject.body_id }, given)
  },
})
