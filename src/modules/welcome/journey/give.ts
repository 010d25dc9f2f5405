import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf, mustSee } from "../../mandates/contract.ts"
import { newcomerGiven } from "../events.ts"
import { writeGiven } from "../letters/given.ts"
import { welcomes } from "../permissions.ts"
import { stillOnTheWay } from "./newcomer.ts"
import { findNewcomerToChange } from "./store.ts"

/** Names who takes care of a newcomer, or hands them over with what has to be known. Both are told; the newcomer by name. */
export const giveNewcomer = command({
  name: "newcomers.give",
  input: z.object({ newcomerId: z.uuid(), personId: z.uuid(), context: text(2000).nullish() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: welcomes,
  async run({ input: { personId, context }, subject, ...given }) {
    const newcomer = stillOnTheWay(subject)
    const { actor, db, now } = given
    if (newcomer.welcomer_id === personId) refuse("newcomers.given_already")
    await mustSee([personId], given)
    await mustBeOfBody(personId, newcomer.body_id, given)
    const handoverId = newId()
    await db
      .insertInto("newcomer_handovers")
      .values({
        organisation_id: actor.organisation,
        id: handoverId,
        newcomer_id: newcomer.id,
        from_id: newcomer.welcomer_id,
        to_id: personId,
        given_by: actor.personId,
        context: context || null,
        at: now,
      })
      .execute()
    await db.updateTable("newcomers").set({ welcomer_id: personId }).where("id", "=", newcomer.id).execute()
    await writeGiven(newcomer, { handoverId, welcomerId: personId }, given)
    return newcomerGiven({ newcomerId: newcomer.id, bodyId: newcomer.body_id, welcomerId: personId })
  },
})

/** Goes on only with somebody of the body: who is not sees nothing of it. */
export const mustBeOfBody = async (personId: string, bodyId: string, { db, now }: Circumstances): Promise<void> => {
  const { rows } = await sql`
    select from bodies b where b.id = ${bodyId} and b.id in (${bodiesOf(personId, dayOf(now))})`.execute(db)
  if (rows.length === 0) refuse("newcomers.not_of_body")
}
