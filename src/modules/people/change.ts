import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holdsForPerson } from "../mandates/contract.ts"
import { personChanged } from "./events.ts"
import { columnsOf, details } from "./fields.ts"
import { isThemselves } from "./permissions.ts"
import { findPersonToChange } from "./store.ts"

/** Keeps a person's details right: whoever looks after the members of one of their bodies, and themselves. */
export const changePerson = command({
  name: "people.change",
  input: details.partial().extend({ personId: z.uuid() }),
  find: ({ personId }, { db }) => findPersonToChange(personId, db),
  allow: anyOf(isThemselves, holdsForPerson("people.manage")),
  async run({ input: { personId, ...input }, subject: person, ...given }) {
    // What was not sent stays; what was emptied is emptied.
    const sent = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const after = columnsOf({ ...person, ...sent } as Parameters<typeof columnsOf>[0])
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== person[key])
    const written = { ...after, note: confide(given, true).text(after.note) }
    if (fields.length > 0) await given.db.updateTable("people").set(written).where("id", "=", personId).execute()
    return personChanged({ personId, fields })
  },
})
