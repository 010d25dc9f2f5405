import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day } from "../../kernel/input.ts"
import { endAllOf, holdsForPerson } from "../mandates/contract.ts"
import { personLeft } from "./events.ts"
import { findPersonToChange } from "./store.ts"

/** Somebody leaves the organisation: after that last day their memberships and mandates are over. What they did stays theirs. */
export const leavePerson = command({
  name: "people.leave",
  input: z.object({ personId: z.uuid(), on: day() }),
  find: ({ personId }, { db }) => findPersonToChange(personId, db),
  allow: holdsForPerson("people.manage"),
  async run({ input: { personId, on }, db }) {
    await db.updateTable("people").set({ left_on: on }).where("id", "=", personId).execute()
    await endAllOf(personId, on, db)
    return personLeft({ personId, on: on.toString() })
  },
})
