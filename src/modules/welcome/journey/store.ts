import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import type { Event } from "../../../kernel/event.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { insertMembership, membershipBegun } from "../../mandates/contract.ts"
import { insertPerson, knownAs, personAdded, personFields } from "../../people/contract.ts"
import { insertConsent } from "../../privacy/contract.ts"
import { houseLanguage } from "../letters/house.ts"
import { hoursToAnswer } from "../rules.ts"
import { stepsOf } from "../steps/defaults.ts"
import type { JourneyStep, Newcomer } from "./newcomer.ts"

/** Somebody who has confirmed, or was noted by us; undefined for all others. */
export const findNewcomer = async (newcomerId: string, db: Db): Promise<Newcomer | undefined> =>
  db
    .selectFrom("newcomers")
    .selectAll()
    .where("id", "=", newcomerId)
    .where("state", "<>", "unconfirmed")
    .executeTakeFirst()

export const findNewcomerToChange = async (newcomerId: string, db: Db): Promise<Newcomer | undefined> =>
  db
    .selectFrom("newcomers")
    .selectAll()
    .where("id", "=", newcomerId)
    .where("state", "<>", "unconfirmed")
    .forUpdate()
    .executeTakeFirst()

export const stepsOfNewcomer = async (newcomerId: string, db: Db): Promise<JourneyStep[]> =>
  db.selectFrom("newcomer_steps").selectAll().where("newcomer_id", "=", newcomerId).orderBy("place").execute()

/** Begins a journey: the steps of the body as they are today, the first one due within the hours of the rulebook. */
export const beginJourney = async (newcomer: Pick<Newcomer, "id" | "body_id">, given: Circumstances): Promise<void> => {
  const { db, actor, now } = given
  const body = (await findBody(newcomer.body_id, db))!
  const { steps } = await stepsOf(body, await houseLanguage(db), db)
  const hours = await hoursToAnswer(body.id, given)
  await db
    .insertInto("newcomer_steps")
    .values(
      steps.map((step, index) => ({
        ...step,
        organisation_id: actor.organisation,
        newcomer_id: newcomer.id,
        place: index + 1,
        due: index === 0 ? dayOf(now.add({ hours }), body.zone) : null,
        done_at: null,
        done_by: null,
        person_id: null,
        word: null,
      })),
    )
    .execute()
}

/** Who in the whole organisation may already be this person: asked by the system, so that no chapter makes a second one unknowingly. */
export const knownToUs = (newcomer: Pick<Newcomer, "given_name" | "family_name" | "email">, given: Circumstances) =>
  knownAs(newcomer, { ...given, actor: { ...given.actor, personId: null } })

/** Makes them a person of the file, a contact of the body, unless somebody there may be them: then somebody says who is who. */
export const becomePerson = async (
  newcomer: Newcomer,
  given: Circumstances,
): Promise<{ personId: string | null; events: Event[] }> => {
  if ((await knownToUs(newcomer, given)).length > 0) return { personId: null, events: [] }
  return makePerson(newcomer, given)
}

export const makePerson = async (newcomer: Newcomer, given: Circumstances) => {
  const { db, now } = given
  const { body_id: bodyId } = newcomer
  const personId = await insertPerson(personFields.parse(newcomer), given)
  const dates = { ring: "contact" as const, since: dayOf(now) }
  const membershipId = await insertMembership({ personId, bodyId, dates }, given)
  await db
    .updateTable("newcomers")
    .set({ person_id: personId, made_person: true })
    .where("id", "=", newcomer.id)
    .execute()
  return {
    personId,
    events: [
      personAdded({ personId, bodyId }),
      membershipBegun({ membershipId, personId, bodyId }),
      ...(await keepConsent(newcomer, personId, given)),
    ],
  }
}

/** What they agreed to, word for word, kept with the person as the proof the GDPR asks for (article 7(1)). */
export const keepConsent = async (newcomer: Newcomer, personId: string, given: Circumstances): Promise<Event[]> => {
  if (!newcomer.consent_text || !newcomer.consent_at || !newcomer.consent_means) return []
  return [
    await insertConsent(
      {
        personId,
        bodyId: newcomer.body_id,
        purpose: "contacts",
        words: newcomer.consent_text,
        on: dayOf(newcomer.consent_at),
        means: newcomer.consent_means,
        proof: newcomer.id,
      },
      given,
    ),
  ]
}
