import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { day } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { inOrder } from "../memberships/dates.ts"
import { shareADay } from "../memberships/store.ts"
import { holds } from "../rights.ts"
import { affiliationJoined, affiliationLeft } from "./events.ts"
import { findAffiliateToChange, findAffiliationToChange } from "./store.ts"

/** Somebody of the body is of a sensibility from a day. What they were of until then ends the day before. */
export const joinAffiliation = command({
  name: "affiliations.join",
  input: z.object({ affiliationId: z.uuid(), personId: z.uuid(), since: day(), until: day().nullish() }),
  find: ({ affiliationId }, { db }) => findAffiliationToChange(affiliationId, db),
  allow: holds("people.manage"),
  async run({ input, subject: { id, body_id }, actor, db }) {
    const { personId, since, until = null } = inOrder(input)
    await mustBeOfTheBody(personId, body_id, db)
    await leaveThePrevious({ personId, body_id, since }, db)
    const others = await db
      .selectFrom("affiliates")
      .select(["since", "until"])
      .where("person_id", "=", personId)
      .where("body_id", "=", body_id)
      .execute()
    if (others.some((one) => shareADay(one, { since, until }))) refuse("affiliations.already")
    const affiliateId = newId()
    await db
      .insertInto("affiliates")
      .values({
        organisation_id: actor.organisation,
        id: affiliateId,
        affiliation_id: id,
        body_id,
        person_id: personId,
        since,
        until,
      })
      .execute()
    const facts = { affiliateId, affiliationId: id, bodyId: body_id, personId }
    return affiliationJoined({ ...facts, since: String(since), until: until && String(until) })
  },
})

/** Sets the last day of somebody in a sensibility, past or to come. */
export const leaveAffiliation = command({
  name: "affiliations.leave",
  input: z.object({ affiliateId: z.uuid(), until: day() }),
  find: ({ affiliateId }, { db }) => findAffiliateToChange(affiliateId, db),
  allow: holds("people.manage"),
  async run({ input, subject: { id, affiliation_id, body_id, person_id, since }, db }) {
    const { until } = inOrder({ since, until: input.until })
    await db.updateTable("affiliates").set({ until }).where("id", "=", id).execute()
    const facts = { affiliateId: id, affiliationId: affiliation_id, bodyId: body_id, personId: person_id }
    return affiliationLeft({ ...facts, until: String(until) })
  },
})

// The row of the person is locked: two secretaries do not put them in two places at once. Only those of the body: an
// identifier alone lets nobody enter, or see, a person of another body.
const mustBeOfTheBody = async (personId: string, bodyId: string, db: Db) => {
  const { rows } = await sql`
    select from people p where id = ${personId} and (
      exists (select from memberships m where m.person_id = p.id and m.body_id = ${bodyId}) or
      exists (select from mandates m where m.person_id = p.id and m.body_id = ${bodyId})) for update`.execute(db)
  if (rows.length === 0) refuse("not_found", {}, 404)
}

const leaveThePrevious = async (
  { personId, body_id, since }: { personId: string; body_id: string; since: Temporal.PlainDate },
  db: Db,
) =>
  db
    .updateTable("affiliates")
    .set({ until: since.subtract({ days: 1 }) })
    .where("person_id", "=", personId)
    .where("body_id", "=", body_id)
    .where("since", "<", since)
    .where("until", "is", null)
    .execute()
