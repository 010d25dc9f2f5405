import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartsChecked, counterpartsEnded, counterpartsTagged, counterpartsTakenBack } from "../events.ts"
import { findCounterpartsToChange } from "../store.ts"
import { theme } from "./fields.ts"

const several = z.object({ counterpartIds: ids(200).refine((all) => all.length > 0, "required") })
const all = (counterpartIds: readonly string[], bodyId: string) => ({ counterpartIds: [...counterpartIds], bodyId })

/** « Toujours juste » : somebody looked, and nothing has changed. */
export const checkCounterparts = command({
  name: "counterparts.check",
  input: several,
  find: ({ counterpartIds }, given) => findCounterpartsToChange(counterpartIds, given),
  allow: holds("counterparts.manage"),
  async run({ input: { counterpartIds }, subject, db, now }) {
    await db
      .updateTable("counterparts")
      .set({ checked_on: dayOf(now) })
      .where("id", "in", counterpartIds)
      .execute()
    return counterpartsChecked(all(counterpartIds, subject.body_id))
  },
})

export const tagCounterparts = command({
  name: "counterparts.tag",
  input: several.extend({ theme: theme() }),
  find: ({ counterpartIds }, given) => findCounterpartsToChange(counterpartIds, given),
  allow: holds("counterparts.manage"),
  async run({ input: { counterpartIds, theme: word }, subject, db }) {
    await sql`
      update counterparts set themes = themes || array[${word}]
       where id = any(${counterpartIds}::uuid[]) and not themes @> array[${word}] and cardinality(themes) < 30`.execute(
      db,
    )
    return counterpartsTagged(all(counterpartIds, subject.body_id))
  },
})

/** Nobody deals with them any more: they leave the list, their exchanges stay. */
export const endCounterparts = command({
  name: "counterparts.end",
  input: several,
  find: ({ counterpartIds }, given) => findCounterpartsToChange(counterpartIds, given),
  allow: holds("counterparts.manage"),
  async run({ input: { counterpartIds }, subject, db, now }) {
    await db
      .updateTable("counterparts")
      .set({ ended_on: dayOf(now) })
      .where("id", "in", counterpartIds)
      .execute()
    return counterpartsEnded(all(counterpartIds, subject.body_id))
  },
})

export const takeBackCounterparts = command({
  name: "counterparts.takeBack",
  input: several,
  find: ({ counterpartIds }, given) => findCounterpartsToChange(counterpartIds, given),
  allow: holds("counterparts.manage"),
  async run({ input: { counterpartIds }, subject, db }) {
    await db.updateTable("counterparts").set({ ended_on: null }).where("id", "in", counterpartIds).execute()
    return counterpartsTakenBack(all(counterpartIds, subject.body_id))
  },
})
