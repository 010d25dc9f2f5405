import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { duesAmountAdded, duesAmountEnded, duesScaleCopied } from "../events.ts"

export const yearField = z.int().min(1900).max(2200)
/** Cents; a million euros for a year of dues is a mistake. */
export const centsField = z.int().min(0).max(100_000_000)

/** One amount more in the scale of a year: ordinary, reduced, by income. The usual one is what is asked of whoever has no other. */
export const addDuesAmount = command({
  name: "dues.addAmount",
  input: z.object({
    bodyId: z.uuid(),
    year: yearField,
    label: line(80),
    /** For whom: "revenu mensuel de moins de 1 500 €". */
    note: line(200).nullish(),
    /** Null: free, each gives what they want. */
    cents: centsField.nullable(),
    usual: z.boolean().default(false),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("dues.manage"),
  async run({ input: { year, label, note, cents, usual }, subject: body, actor, db }) {
    const scale = db.selectFrom("dues_amounts").where("body_id", "=", body.id).where("year", "=", year)
    const known = await scale.select(["id", "label", "usual", "place", "ended_at"]).execute()
    const standing = known.filter(({ ended_at }) => !ended_at)
    if (standing.some((one) => one.label.toLowerCase() === label.toLowerCase())) refuse("dues.label_taken")
    const isUsual = usual || !standing.some((one) => one.usual)
    if (isUsual)
      await db
        .updateTable("dues_amounts")
        .set({ usual: false })
        .where("body_id", "=", body.id)
        .where("year", "=", year)
        .execute()
    const amountId = newId()
    await db
      .insertInto("dues_amounts")
      .values({
        organisation_id: actor.organisation,
        id: amountId,
        body_id: body.id,
        year,
        label,
        note: note ?? null,
        cents: cents === null ? null : BigInt(cents),
        usual: isUsual,
        place: Math.max(0, ...known.map(({ place }) => place)) + 1,
        ended_at: null,
      })
      .execute()
    return duesAmountAdded({ amountId, bodyId: body.id, year })
  },
})

/** Takes an amount out of the scale. Who owes it already still does: what was asked stays as it was. */
export const endDuesAmount = command({
  name: "dues.endAmount",
  input: z.object({ amountId: z.uuid() }),
  find: ({ amountId }, { db }) =>
    db
      .selectFrom("dues_amounts")
      .selectAll()
      .where("id", "=", amountId)
      .where("ended_at", "is", null)
      .forUpdate()
      .executeTakeFirst(),
  allow: holds("dues.manage"),
  async run({ subject: { id, body_id, year }, db, now }) {
    await db.updateTable("dues_amounts").set({ ended_at: now }).where("id", "=", id).execute()
    return duesAmountEnded({ amountId: id, bodyId: body_id, year })
  },
})

/** The scale of another year, taken over as it is. */
export const copyDuesScale = command({
  name: "dues.copyScale",
  input: z.object({ bodyId: z.uuid(), from: yearField, to: yearField }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("dues.manage"),
  async run({ input: { from, to }, subject: body, actor, db }) {
    const there =
      await sql`select from dues_amounts where body_id = ${body.id} and year = ${to} and ended_at is null limit 1`.execute(
        db,
      )
    if (there.rows.length) refuse("dues.scale_exists", { year: to })
    const scale = await db
      .selectFrom("dues_amounts")
      .selectAll()
      .where("body_id", "=", body.id)
      .where("year", "=", from)
      .where("ended_at", "is", null)
      .execute()
    if (scale.length === 0) refuse("dues.no_scale", { year: from })
    await db
      .insertInto("dues_amounts")
      .values(scale.map((one) => ({ ...one, organisation_id: actor.organisation, id: newId(), year: to })))
      .execute()
    return duesScaleCopied({ bodyId: body.id, year: to, amounts: scale.length })
  },
})
