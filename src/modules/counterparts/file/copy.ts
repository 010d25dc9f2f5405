import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody, findBodyEvenClosed, type Means } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartCopied } from "../events.ts"
import { findCounterpart } from "../store.ts"
import { insertCounterpart } from "./add.ts"
import { columnsOf } from "./fields.ts"

/**
 * The same counterpart in the file of another body that has the same means. Between public means and those of a party nothing
 * passes: the contacts of an elected group are not those of a party (GDPR 9(2)(d) covers the party's own regular contacts, and
 * no disclosure; code électoral L52-8 for the means). What was said with them, and the note, stay where they were written.
 */
export const copyCounterpart = command({
  name: "counterparts.copy",
  input: z.object({ counterpartId: z.uuid(), bodyId: z.uuid() }),
  async find({ counterpartId, bodyId }, given) {
    const from = await findCounterpart(counterpartId, given)
    const to = from && (await findBody(bodyId, given.db))
    return from && to && { from, to, body_id: to.id }
  },
  allow: holds("counterparts.manage"),
  async run({ subject: { from, to }, ...given }) {
    const { means } = (await findBodyEvenClosed(from.body_id, given.db))!
    withinOneWall(means, to.means)
    if (from.body_id === to.id) refuse("counterparts.known")
    const columns = { ...columnsOf({ ...from, note: null }, from.nature), nature: from.nature }
    const counterpartId = await insertCounterpart(columns, to.id, given)
    return counterpartCopied({ counterpartId, bodyId: to.id, fromId: from.id, fromBodyId: from.body_id })
  },
})

/** Refuses to cross wall 2, with the rule. */
export const withinOneWall = (from: Means, to: Means): void => {
  if (from !== to) refuse("counterparts.wall", { from, to })
}
