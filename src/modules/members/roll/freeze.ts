import { hash as digest, randomBytes } from "node:crypto"
import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { type BodyRow, findBody, takeNumber } from "../../bodies/contract.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { rollFrozen } from "../events.ts"
import { computeRoll, worthSaying } from "./compute.ts"
import type { RollLine, RollRule } from "./roll.ts"

export const rollRule = z.object({
  who: z.enum(["members", "members_up_to_date", "holders"]),
  functions: z.array(z.string().max(200)).max(100).default([]),
  waiting_months: z.int().min(0).max(240).default(0),
  age_years: z.int().min(0).max(30).default(0),
  grace_days: z.int().min(0).max(366).default(0),
})

/** Writes down, for good, who may vote on a day and why. What changes afterwards changes nothing in it. */
export const freezeRoll = command({
  name: "rolls.freeze",
  input: z.object({ bodyId: z.uuid(), title: line(200), onDay: day(), rule: rollRule }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  run: ({ input, subject: body, ...given }) => writeRoll(body, input, given),
})

/** Writes the roll of a body, for a command that has asked who may: the roll of a vote is frozen when it opens. */
export const writeRoll = async (
  body: Pick<BodyRow, "id" | "zone">,
  { title, onDay, rule }: { title: string; onDay: Temporal.PlainDate; rule: RollRule },
  { actor, db, now }: Circumstances,
) => {
  if (rule.who === "holders" && rule.functions.length === 0) invalid(["rule", "functions"], "required")
  const lines = (await computeRoll(body.id, rule, onDay, db))
    .filter((one) => worthSaying(one, onDay))
    .map((one) => {
      const salt = randomBytes(16).toString("hex")
      return { ...one, salt, sealed: sealedName(one.name, salt) }
    })
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
      insert into roll_lines (organisation_id, roll_id, place, person_id, name, salt, sealed, entitled, reasons)
      select ${actor.organisation}, ${rollId}, ${from} + one.place, one.person_id, one.name, one.salt, one.sealed, one.entitled, one.reasons
        from jsonb_to_recordset(${JSON.stringify(
          lines.slice(from, from + 5000).map((one, index) => ({ ...one, place: index + 1 })),
        )}::jsonb) as one (place int, person_id uuid, name text, salt text, sealed text, entitled boolean, reasons jsonb)`.execute(
      db,
    )
  return rollFrozen({ rollId, bodyId: body.id, entitled, hash })
}

/** A name as the proof of a roll holds it: it tells nothing once the salt is gone, so that an erased person leaves the proof whole. */
const sealedName = (name: string, salt: string): string => digest("sha256", `${salt} ${name}`)

/** The line says what was frozen: its name is the one that was sealed, or the person was erased since. */
export const isAsSealed = ({ name, salt, sealed }: { name: string; salt: string; sealed: string }): boolean =>
  (name === "" && salt === "") || sealedName(name, salt) === sealed

/**
 * What proves that a roll is as it was frozen: its day, its rule, and each line in order. Ids of persons are left out, because two
 * records may turn out to be one person.
 */
export const fingerprint = (it: {
  bodyId: string
  onDay: string
  rule: RollRule
  lines: readonly (Pick<RollLine, "entitled" | "reasons"> & { sealed: string })[]
}): string => {
  const { who, functions, waiting_months, age_years, grace_days } = it.rule
  // Rolls frozen before there was an age say nothing of one.
  const head = [it.bodyId, it.onDay, who, functions, waiting_months, grace_days, ...(age_years ? [age_years] : [])]
  const lines = it.lines.map(({ sealed, entitled, reasons }) => [
    sealed,
    entitled,
    reasons.map(({ is, day: on, words, months }) => [is, on ?? null, words ?? null, months ?? null]),
  ])
  return digest("sha256", JSON.stringify([head, lines]))
}
