import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { nameOrganisation } from "../counterparts/contract.ts"
import { holds } from "../mandates/contract.ts"
import { institutionChanged } from "./events.ts"
import { institutionSaid } from "./institution-input.ts"
import { findInstitutionToChange } from "./store.ts"

/** What an institution is called, in the file of counterparts as here, what it is, and how many seats there are ours. */
export const changeInstitution = command({
  name: "institutions.change",
  input: institutionSaid.omit({ outsideId: true }).extend({ institutionId: z.uuid() }),
  find: ({ institutionId }, { db }) => findInstitutionToChange(institutionId, db),
  allow: holds("offices.manage"),
  async run({ input: { name, kind, level, seats = null, note }, subject: { id, body_id, outside_id }, ...given }) {
    await given.db
      .updateTable("institutions")
      .set({ kind, level, seats, note: note || null })
      .where("id", "=", id)
      .execute()
    const events = name ? await nameOrganisation(outside_id, name, given) : []
    return [institutionChanged({ institutionId: id, bodyId: body_id }), ...events]
  },
})
