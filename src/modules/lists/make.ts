import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { day, line } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, onlyBodies, sightOf } from "../mandates/contract.ts"
import { findPeople, peopleFilters, wantedOf } from "../people/contract.ts"
import { listMade } from "./events.ts"
import { addLines, MOST, personIds } from "./lines.ts"
import { shown } from "./tables.ts"

export const listFields = {
  name: line(120),
  purpose: z.string().trim().max(2000).default(""),
  shows: z.array(z.enum(shown)).max(shown.length),
  endsOn: day(),
}

/** Whom a list is made of when nobody was chosen by name: as the list of people is narrowed. */
const narrowed = peopleFilters.pick({ ring: true, function: true, affiliation: true, territory: true })

/** Makes a list of people of one body, by name or by what they have in common, to be lent to those who will work through it. */
export const makeList = command({
  name: "lists.make",
  input: z.object({ bodyId: z.uuid(), ...listFields, personIds: personIds.optional(), who: narrowed.optional() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    if (Temporal.PlainDate.compare(input.endsOn, dayOf(now)) < 0) invalid(["endsOn"], "lists.ended")
    const people = input.personIds ?? (await peopleWho(input.who ?? {}, body.id, given))
    if (people.length === 0) refuse("lists.nobody")
    const id = newId()
    await db
      .insertInto("lists")
      .values({
        organisation_id: actor.organisation,
        id,
        body_id: body.id,
        name: input.name,
        purpose: input.purpose,
        shows: input.shows,
        ends_on: input.endsOn,
        made_by: actor.personId,
        made_at: now,
      })
      .execute()
    const added = await addLines({ id, body_id: body.id }, people, given)
    return listMade({ listId: id, bodyId: body.id, people: added })
  },
})

const peopleWho = async (who: z.output<typeof narrowed>, bodyId: string, given: Circumstances): Promise<string[]> => {
  const sight = await sightOf(given)
  const wanted = { ...(await wantedOf({ ...who, where: "here" }, given.db)), at: onlyBodies(bodyId), limit: MOST }
  const { rows, next } = await findPeople(wanted, sight, given.db)
  if (next) refuse("lists.too_long", { most: MOST })
  return rows.filter(({ left_on }) => left_on === null).map(({ id }) => id)
}
