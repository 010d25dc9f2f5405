import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { seatsOf, stillPrepared } from "../designation.ts"
import { tieSettled } from "../events.ts"
import { findDesignationToChange, prepares } from "../seen.ts"
import { openTie } from "./share.ts"

/**
 * Who of the equals has the seats that are left: by a rule that is named, or by a lot that was drawn. Nothing is decided between
 * them here, it is written down.
 */
export const settleTie = command({
  name: "designations.settleTie",
  input: z.object({
    designationId: z.uuid(),
    of: z.enum(["groups", "components"]),
    /** Those who have the seats, by their names. */
    first: z.array(line(120)).min(1).max(60),
    how: z.enum(["rule", "lot"]),
    words: line(300),
  }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input: { of, first, how, words }, subject: designation, db }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    const share = seatsOf(designation)[of]
    const stage = (share && openTie(share)) ?? refuse("designations.no_tie")
    const { among, seats } = stage.result.tie!
    const chosen = [...new Set(first)].map((name) => stage.names.indexOf(name))
    if (chosen.some((at) => !among.includes(at))) invalid(["first"], "designations.not_equal")
    if (chosen.length !== seats) invalid(["first"], "designations.so_many", { seats })
    const settled = of === "groups" ? designation.groups_settled : designation.components_settled
    const next = json([
      ...settled.filter((one) => one.stage !== stage.of),
      { stage: stage.of, among, seats, first: chosen, how, words },
    ])
    await db
      .updateTable("designations")
      .set(of === "groups" ? { groups_settled: next } : { components_settled: next })
      .where("id", "=", id)
      .execute()
    return tieSettled({ designationId: id, bodyId, of, how })
  },
})
