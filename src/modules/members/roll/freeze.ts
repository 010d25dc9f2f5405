import { createHash } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { findBody, takeNumber } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { rollFrozen } from "../events.ts"
import { computeRoll, worthSaying } from "./compute.ts"
import type { RollLine, RollRule } from "./roll.ts"

export const rollRule = z.object({
  who: z.enum(["members", "members_up_to_date", "holders"]),
  functions: z.array(z.string().max(200)).max(100).default([]),
  waiting_months: z.int().min(0).max(240).default(0),
  grace_days: z.int().min(0).max(366).default(0),
})

/** Writes down, for good, who may vote on a day and why. What changes afterwards changes nothing in it. */
export const freezeRoll = command({
  name: "rolls.freeze",
  input: z.object({ bodyId: z.uuid(), title: line(200), onDay: day(), rule: rollRule }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { title, onDay, rule }, subject: body, ...given }) {
    const { actor, db, now } = given
    if (rule.who === "holders" && rule.functions.length === 0) invalid(["rule", "functions"], "required")
    const lines = (await computeRoll(body.id, rule, onDay, db)).filter((one) => worthSaying(one, onDay))
    const entitled = lines.filter((one) => one.entitled).length
    if (entitled === 0) refuse("rolls.nobody")
    const rollId = newId()
    const year = dayOf(now, body.zone).year
    const number = await takeNumber(body.id, "roll", year, db)
    const hash = fingerprint({ bodyId: body.id, onDay: onDay.toString(), rule, lines })
    await db
      .insertInto("rolls")
      .values({
        organisation_id: actor.organisation,
        id: rollId,
        body_id: body.id,
        year,
        number,
        title,
        on_day: onDay,
        rule: json(rule),
        entitled,
        others: lines.length - entitled,
        hash,
        frozen_at: now,
        frozen_by: actor.personId,
      })
      .execute()
    for (let from = 0; from < lines.length; from += 5000)
      await sql`
        insert into roll_lines (organisation_id, roll_id, place, person_id, name, entitled, reasons)
        select ${actor.organisation}, ${rollId}, ${from} + one.place, one.person_id, one.name, one.entitled, one.reasons
          from jsonb_to_recordset(${JSON.stringify(
            lines.slice(from, from + 5000).map((one, index) => ({ ...one, place: index + 1 })),
          )}::jsonb) as one (place int, person_id uuid, name text, entitled boolean, reasons jsonb)`.execute(db)
    return rollFrozen({ rollId, bodyId: body.id, entitled, hash })
  },
})

/**
 * What proves that a roll is as it was frozen: its day, its rule, and each line in order. Ids of persons are left out, because two
 * records may turn out to be one person.
 */
export const fingerprint = (it: {
  bodyId: string
  onDay: string
  rule: RollRule
  lines: readonly Pick<RollLine, "name" | "entitled" | "reasons">[]
}): string => {
  const { who, functions, waiting_months, grace_days } = it.rule
  const head = [it.bodyId, it.onDay, who, functions, waiting_months, grace_days]
  const lines = it.lines.map(({ name, entitled, reasons }) => [
    name,
    entitled,
    reasons.map(({ is, day: on, words, months }) => [is, on ?? null, words ?? null, months ?? null]),
  ])
  return createHash("sha256")
    .update(JSON.stringify([head, lines]))
    .digest("hex")
}
