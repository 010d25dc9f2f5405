import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { basisChosen } from "../events.ts"
import { bases, purposes } from "./purposes.ts"

/** Says on what grounds the body keeps data for a purpose, where it is not the usual one of its kind. */
export const chooseBasis = command({
  name: "privacy.chooseBasis",
  input: z.object({ bodyId: z.uuid(), purpose: z.enum(purposes), basis: z.enum(bases), note: line(500).nullish() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("privacy.manage"),
  async run({ input: { purpose, basis, note }, subject: body, actor, db, now }) {
    const choice = { basis, note: note ?? null, decided_by: actor.personId }
    await db
      .insertInto("processing_choices")
      .values({
        organisation_id: actor.organisation,
        body_id: body.id,
        purpose,
        decided_on: dayOf(now, body.zone),
        ...choice,
      })
      .onConflict((on) => on.columns(["organisation_id", "body_id", "purpose", "decided_on"]).doUpdateSet(choice))
      .execute()
    return basisChosen({ bodyId: body.id, purpose, basis })
  },
})
