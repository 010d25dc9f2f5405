import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartChanged } from "../events.ts"
import { findCounterpartToChange } from "../store.ts"
import { columnsOf, details } from "./fields.ts"
import { keepThrough } from "./roles.ts"

/** What is known of a counterpart, written anew. Whoever corrects it has looked at it: it counts as checked today. */
export const changeCounterpart = command({
  name: "counterparts.change",
  input: details.extend({ counterpartId: z.uuid() }),
  find: ({ counterpartId }, given) => findCounterpartToChange(counterpartId, given),
  allow: holds("counterparts.manage"),
  async run({ input, subject, ...given }) {
    const after = columnsOf(input, subject.nature)
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(subject[field]),
    )
    await given.db
      .updateTable("counterparts")
      .set({ ...after, checked_on: dayOf(given.now) })
      .where("id", "=", subject.id)
      .execute()
    if (fields.includes("name") && subject.nature === "organisation") await keepThrough({ of: subject.id }, given)
    return counterpartChanged({ counterpartId: subject.id, bodyId: subject.body_id, fields })
  },
})
