import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { holds } from "../mandates/contract.ts"
import { institutionChanged } from "./events.ts"
import { institutionSaid } from "./institution-input.ts"
import { findInstitutionToChange } from "./store.ts"

/** What an institution is called, what it is, and how many seats there are ours. */
export const changeInstitution = command({
  name: "institutions.change",
  input: institutionSaid.extend({ institutionId: z.uuid() }),
  find: ({ institutionId }, { db }) => findInstitutionToChange(institutionId, db),
  allow: holds("offices.manage"),
  async run({ input: { name, kind, level, seats = null, note }, subject: { id, body_id }, db }) {
    await db
      .updateTable("institutions")
      .set({ name, kind, level, seats, note: note || null })
      .where("id", "=", id)
      .execute()
    return institutionChanged({ institutionId: id, bodyId: body_id })
  },
})
