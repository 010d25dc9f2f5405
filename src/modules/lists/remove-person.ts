import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { personUnlisted } from "./events.ts"
import { findListToChange } from "./seen.ts"

export const removeFromList = command({
  name: "lists.remove",
  input: z.object({ listId: z.uuid(), personId: z.uuid() }),
  find: ({ listId }, given) => findListToChange(listId, given),
  allow: holds("people.manage"),
  async run({ input: { listId, personId }, db }) {
    const gone = await db
      .deleteFrom("list_people")
      .where("list_id", "=", listId)
      .where("person_id", "=", personId)
      .returning("person_id")
      .executeTakeFirst()
    if (!gone) refuse("not_found", {}, 404)
    return personUnlisted({ listId, personId })
  },
})
