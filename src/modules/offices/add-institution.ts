import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { institutionAdded } from "./events.ts"
import { institutionSaid } from "./institution-input.ts"

/** A council, a company, an association where some of ours sit, with the seats that are ours to fill. */
export const addInstitution = command({
  name: "institutions.add",
  input: institutionSaid.extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { bodyId, ...said }, subject: { country }, ...given }) {
    const institutionId = await insertInstitution({ bodyId, country, ...said }, given)
    return institutionAdded({ institutionId, bodyId })
  },
})

export const insertInstitution = async (
  {
    bodyId,
    country,
    name,
    kind,
    level,
    seats = null,
    note,
  }: z.output<typeof institutionSaid> & { bodyId: string; country: string },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("institutions")
    .values({
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      name,
      kind,
      level,
      country,
      seats,
      note: note || null,
      closed_on: null,
    })
    .execute()
  return id
}
