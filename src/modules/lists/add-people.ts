import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { holds } from "../mandates/contract.ts"
import { peopleListed } from "./events.ts"
import { addLines, personIds } from "./lines.ts"
import { findListToChange } from "./seen.ts"

/** More people on a list; who stands on it already keeps what was noted. */
export const addToList = command({
  name: "lists.add",
  input: z.object({ listId: z.uuid(), personIds }),
  find: ({ listId }, given) => findListToChange(listId, given),
  allow: holds("people.manage"),
  run: async ({ input, subject: list, ...given }) =>
    peopleListed({ listId: list.id, people: await addLines(list, input.personIds, given) }),
})
