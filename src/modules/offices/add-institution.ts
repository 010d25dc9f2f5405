import { z } from "zod"
import { command } from "../../kernel/command.ts"
import type { Event } from "../../kernel/event.ts"
import { newId } from "../../kernel/id.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { organisationOf, placeOrganisation } from "../counterparts/contract.ts"
import { holds } from "../mandates/contract.ts"
import { institutionAdded } from "./events.ts"
import { institutionSaid, kindOutside } from "./institution-input.ts"

/** A council, a company, an association where some of ours sit, with the seats that are ours to fill. */
export const addInstitution = command({
  name: "institutions.add",
  input: institutionSaid.extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { bodyId, ...said }, subject: { country }, ...given }) {
    const { id, isNew, events } = await placeInstitution({ bodyId, country, ...said }, given)
    if (!isNew) refuse("institutions.already")
    return [institutionAdded({ institutionId: id, bodyId }), ...events]
  },
})

/** The institution that an organisation of the file is, or the one of this name: it stands in the register once as such a kind. */
export const placeInstitution = async (
  said: z.output<typeof institutionSaid> & { bodyId: string; country: string },
  given: Circumstances,
): Promise<{ id: string; isNew: boolean; events: Event[] }> => {
  const { actor, db } = given
  const { bodyId, kind } = said
  const { id: outside_id, events } = await organisationSaid(said, given)
  const known = await db
    .selectFrom("institutions")
    .select("id")
    .where("body_id", "=", bodyId)
    .where("outside_id", "=", outside_id)
    .where("kind", "=", kind)
    .where("closed_on", "is", null)
    .executeTakeFirst()
  if (known) return { id: known.id, isNew: false, events }
  const id = newId()
  await db
    .insertInto("institutions")
    .values({
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      outside_id,
      kind,
      level: said.level,
      country: said.country,
      seats: said.seats ?? null,
      note: said.note || null,
      closed_on: null,
    })
    .execute()
  return { id, isNew: true, events }
}

const organisationSaid = async (
  { bodyId, outsideId, name, kind }: z.output<typeof institutionSaid> & { bodyId: string },
  given: Circumstances,
): Promise<{ id: string; events: Event[] }> => {
  if (outsideId) return { ...(await organisationOf(outsideId, bodyId, given)), events: [] }
  if (!name) return invalid(["name"], "required")
  return placeOrganisation({ bodyId, name, kind: kindOutside(kind) }, given)
}
