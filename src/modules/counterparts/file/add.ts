import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartAdded, roleBegun } from "../events.ts"
import { ofThisFile } from "../store.ts"
import { columnsOf, details, type Details } from "./fields.ts"
import { insertRole } from "./roles.ts"

/**
 * An organisation or a person outside, in the file of a body; a person may come with what they are in an organisation already
 * there. A namesake of the same file is refused once: `sure` says it is another one.
 */
export const addCounterpart = command({
  name: "counterparts.add",
  input: details.extend({
    bodyId: z.uuid(),
    nature: z.enum(["organisation", "person"]),
    outsideId: z.uuid().nullish(),
    title: line(200).nullish(),
    since: day().nullish(),
    sure: z.boolean().default(false),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("counterparts.manage"),
  async run({ input, subject: body, ...given }) {
    if (!input.sure && (await isKnown(input, body.id, given))) refuse("counterparts.known")
    const counterpartId = await insertCounterpart(
      { ...columnsOf(input, input.nature), nature: input.nature },
      body.id,
      given,
    )
    const added = counterpartAdded({ counterpartId, bodyId: body.id })
    if (input.nature === "organisation" || !input.outsideId) return added
    const [outside] = await ofThisFile("outsideId", [input.outsideId], body.id, given)
    const role = { contactId: counterpartId, outside: outside!, title: input.title ?? "", since: input.since ?? null }
    const roleId = await insertRole(role, given)
    return [added, roleBegun({ roleId, counterpartId, outsideId: input.outsideId })]
  },
})

export const insertCounterpart = async (
  columns: ReturnType<typeof columnsOf> & { nature: "organisation" | "person" },
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<string> => {
  const id = newId()
  const today = dayOf(now)
  await db
    .insertInto("counterparts")
    .values({
      ...columns,
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      added_on: today,
      checked_on: today,
      last_on: null,
      ended_on: null,
    })
    .execute()
  return id
}

// Within the file alone: a refusal must not tell who stands in another one.
const isKnown = async ({ name, given_name, email }: Details, bodyId: string, { db }: Circumstances) => {
  const { rows } = await sql`
    select from counterparts c
     where c.body_id = ${bodyId} and c.ended_on is null
       and (c.folded = name_folded(${`${name} ${given_name ?? ""}`}) or lower(c.email) = lower(${email ?? null})) limit 1`.execute(
    db,
  )
  return rows.length > 0
}
