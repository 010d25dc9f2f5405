import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holdsForPerson } from "../mandates/contract.ts"
import { personReturned } from "./events.ts"
import { findPersonToChange } from "./store.ts"

/** Somebody who had left is back. Memberships and mandates begin anew: those of before are over. */
export const returnPerson = command({
  name: "people.return",
  input: z.object({ personId: z.uuid() }),
  find: ({ personId }, { db }) => findPersonToChange(personId, db),
  allow: holdsForPerson("people.manage"),
  async run({ input: { personId }, subject: person, db }) {
    if (!person.left_on) refuse("people.here")
    await db.updateTable("people").set({ left_on: null }).where("id", "=", personId).execute()
    return personReturned({ personId })
  },
})
