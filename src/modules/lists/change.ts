import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { holds } from "../mandates/contract.ts"
import { listChanged } from "./events.ts"
import { listFields } from "./make.ts"
import { findListToChange } from "./seen.ts"

/** What is left out stays. A day before today ends it for those it was lent to. */
export const changeList = command({
  name: "lists.change",
  input: z.object({
    listId: z.uuid(),
    ...z.object(listFields).partial().shape,
    purpose: z.string().trim().max(2000).optional(),
  }),
  find: ({ listId }, given) => findListToChange(listId, given),
  allow: holds("people.manage"),
  async run({ input: { listId, endsOn, ...said }, db }) {
    await db
      .updateTable("lists")
      .set({ id: listId, ...said, ends_on: endsOn })
      .where("id", "=", listId)
      .execute()
    return listChanged({ listId })
  },
})
