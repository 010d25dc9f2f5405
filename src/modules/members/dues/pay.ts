import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { numbered, takeNumber } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { duesPaid } from "../events.ts"
import { sendReceipt } from "../letters/receipt.ts"
import { cashLimit } from "../rules.ts"
import { centsField, yearField } from "./scale.ts"
import { findDue, findMember, insertDues, settle, usualAmount } from "./store.ts"

/** A payment of dues, written by hand: it has its receipt number, and makes the member up to date once the amount is there. */
export const payDues = command({
  name: "dues.pay",
  input: z.object({
    bodyId: z.uuid(),
    personId: z.uuid(),
    year: yearField,
    cents: centsField.min(1),
    means: z.enum(["cash", "transfer", "card", "cheque"]),
    paidOn: day(),
    /** Somebody else who paid: an employer, a parent. */
    payer: line(100).nullish(),
    note: line(200).nullish(),
    /** The receipt leaves by e-mail at once. */
    send: z.boolean().default(false),
  }),
  find: findMember,
  allow: holds("dues.manage"),
  async run({ input, subject: member, ...given }) {
    const { bodyId, personId, year, means, paidOn } = input
    const { actor, db, now } = given
    const { body } = member
    const today = dayOf(now, body.zone)
    if (Temporal.PlainDate.compare(paidOn, today) > 0) invalid(["paidOn"], "day_to_come")
    const cents = BigInt(input.cents)
    const most = means === "cash" ? await cashLimit(body, paidOn, db) : null
    if (most !== null && cents > most) refuse("dues.too_much_cash", { euros: Number(most) / 100 })
    const due = (await findDue(bodyId, personId, year, db)) ?? (await owed())
    async function owed() {
      const amount = await usualAmount(bodyId, year, db)
      return (await insertDues(body, year, [{ personId, amount }], given))[0]!
    }
    const paymentId = newId()
    const number = await takeNumber(bodyId, "dues-receipt", today.year, db)
    await db
      .insertInto("dues_payments")
      .values({
        organisation_id: actor.organisation,
        id: paymentId,
        body_id: bodyId,
        due_id: due.id,
        person_id: personId,
        year,
        cents,
        means,
        paid_on: paidOn,
        payer: input.payer ?? null,
        note: input.note ?? null,
        receipt_year: today.year,
        receipt_number: number,
        recorded_at: now,
        recorded_by: actor.personId,
        cancelled_at: null,
        cancelled_by: null,
        cancel_reason: null,
      })
      .execute()
    const receipt = numbered(body.code, today.year, "REC", number)
    const consequences = await settle(due, member, given)
    if (input.send) await sendReceipt(paymentId, given)
    return [duesPaid({ paymentId, bodyId, personId, year, receipt }), ...consequences]
  },
})
