import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { duesPaymentCancelled } from "../events.ts"
import { findMember, settle } from "./store.ts"

/** A payment written by mistake, or given back. It keeps its line and its number; what it made up to date no longer is. */
export const cancelPayment = command({
  name: "dues.cancelPayment",
  input: z.object({ paymentId: z.uuid(), reason: line(200) }),
  find: async ({ paymentId }, given) => {
    const { db } = given
    const seen = await db.selectFrom("dues_payments").selectAll().where("id", "=", paymentId).executeTakeFirst()
    // The membership first, as every change of dues: two of them never wait for each other.
    const member = seen && (await findMember({ bodyId: seen.body_id, personId: seen.person_id }, given))
    const payment =
      member &&
      (await db.selectFrom("dues_payments").selectAll().where("id", "=", paymentId).forUpdate().executeTakeFirst())
    return payment && { ...payment, member }
  },
  allow: holds("dues.manage"),
  async run({ input: { reason }, subject: { member, ...payment }, ...given }) {
    const { actor, db, now } = given
    if (payment.cancelled_at) refuse("dues.already_cancelled")
    await db
      .updateTable("dues_payments")
      .set({ cancelled_at: now, cancelled_by: actor.personId, cancel_reason: reason })
      .where("id", "=", payment.id)
      .execute()
    const due = await db.selectFrom("dues").selectAll().where("id", "=", payment.due_id).executeTakeFirstOrThrow()
    const { id: paymentId, body_id: bodyId, person_id: personId, year } = payment
    return [duesPaymentCancelled({ paymentId, bodyId, personId, year }), ...(await settle(due, member, given))]
  },
})
