import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { duesAssigned } from "../events.ts"
import { centsField, yearField } from "./scale.ts"
import { findAmount, findDue, findMember, insertDues, settle, usualAmount } from "./store.ts"

/** Says what a member owes for a year: another amount of the scale, a free one, or nothing for a reason. */
export const assignDues = command({
  name: "dues.assign",
  input: z.object({
    bodyId: z.uuid(),
    personId: z.uuid(),
    year: yearField,
    /** Left out: the usual amount. */
    amountId: z.uuid().nullish(),
    /** Of a free amount, what was agreed. */
    cents: centsField.nullish(),
    /** Freed of it, because… */
    freed: line(200).nullish(),
  }),
  find: findMember,
  allow: holds("dues.manage"),
  async run({ input, subject: member, ...given }) {
    const { bodyId, personId, year } = input
    const { db, now, actor } = given
    const amount = input.amountId
      ? ((await findAmount(input.amountId, db)) ?? refuse("not_found", {}, 404))
      : await usualAmount(bodyId, year, db)
    if (amount.body_id !== bodyId || amount.year !== year) refuse("not_found", {}, 404)
    const cents = amount.cents ?? (input.cents ? BigInt(input.cents) : null)
    const known = await findDue(bodyId, personId, year, db)
    const said = { amount_id: amount.id, cents, freed: input.freed ?? null, set_at: now, set_by: actor.personId }
    const due = known
      ? { ...known, ...said }
      : (
          await insertDues(
            member.body,
            year,
            [{ personId, amount: { id: amount.id, cents }, freed: said.freed }],
            given,
          )
        )[0]!
    if (known) await db.updateTable("dues").set(said).where("id", "=", known.id).execute()
    return [duesAssigned({ dueId: due.id, bodyId, personId, year }), ...(await settle(due, member, given))]
  },
})
