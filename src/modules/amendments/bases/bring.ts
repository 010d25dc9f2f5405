import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { baseBrought } from "../events.ts"
import { baseKinds } from "../kinds.ts"
import { insertVersion, mustBeItem, mustHaveSource, source } from "./said.ts"

/** A text of the assembly is brought in, to be amended once somebody has looked at how it was read. */
export const bringBase = command({
  name: "bases.bring",
  input: z.object({
    bodyId: z.uuid(),
    itemId: z.uuid().nullish(),
    kind: z.enum(baseKinds),
    title: line(500),
    reference: line(60).nullish(),
    ...source,
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.write"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    await mustHaveSource(input, given)
    await mustBeItem(input.itemId, body.id, given)
    const id = newId()
    await db
      .insertInto("bases")
      .values({
        organisation_id: actor.organisation,
        id,
        body_id: body.id,
        sitting_item_id: input.itemId ?? null,
        kind: input.kind,
        title: input.title,
        reference: input.reference ?? null,
        brought_by: actor.personId,
        brought_at: now,
      })
      .execute()
    await insertVersion({ ...input, baseId: id, number: 1 }, given)
    return baseBrought({ baseId: id, bodyId: body.id, number: 1 })
  },
})
