import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { hour, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { approvalFirst } from "../agenda/template.ts"
import { findBody, ruleOf } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { typeAdded, typeChanged, typeEnded } from "./events.ts"
import type { Db } from "../../../kernel/db.ts"

const templateItem = z.object({
  title: line(),
  purpose: z.enum(["inform", "discuss", "decide"]),
  minutes: z.int().min(1).max(1440),
  automatic: z.enum(["approve-minutes", "follow-up"]).nullish(),
  confidential: z.boolean().optional(),
})

const ruleKey = z.string().max(100).nullish()

const fields = {
  name: line(),
  minutes: z.int().min(5).max(1440),
  place: line().nullish(),
  startsAt: hour().nullish(),
  convenes: z.enum(["members", "members_up_to_date", "holders", "listed"]),
  /** Keys of the functions whose holders are convened; none: of every function. Left out: as it was. */
  functions: z.array(z.string().max(100)).max(100).optional(),
  /** Keys of the rulebook that its convocation, its items, its quorum, its votes and its proxies go by; null: none. Left out: as it was. */
  notice_rule: ruleKey,
  items_rule: ruleKey,
  quorum_rule: ruleKey,
  majority_rule: ruleKey,
  proxy_rule: ruleKey,
  confidential: z.boolean(),
  agenda: z.array(templateItem).max(100),
}

type Said = z.output<z.ZodObject<typeof fields>>

const columns = ({ startsAt, place, agenda, functions, ...rest }: Said) => ({
  ...rest,
  ...(functions ? { functions: [...new Set(functions)] } : {}),
  place: place ?? null,
  starts_at: startsAt ?? null,
  agenda: json(approvalFirst(agenda)),
})

/** A type of meeting of the body's own, beside those of its profile. The values of its rules are set in the rulebook. */
export const addType = command({
  name: "types.add",
  input: z.object({ bodyId: z.uuid(), ...fields }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { bodyId, ...said }, actor, db, now }) {
    await mustBeKnown(said, bodyId, dayOf(now), db)
    const typeId = newId()
    await db
      .insertInto("meeting_types")
      .values({
        ...noRules,
        ...columns(said),
        organisation_id: actor.organisation,
        id: typeId,
        body_id: bodyId,
        key: typeId,
        ended_on: null,
      })
      .execute()
    return typeAdded({ typeId, bodyId })
  },
})

/** Meetings already prepared keep their agenda; the next ones begin with the new one. */
export const changeType = command({
  name: "types.change",
  input: z.object({ typeId: z.uuid(), ...fields }),
  find: ({ typeId }, { db }) => findTypeToChange(typeId, db),
  allow: holds("bodies.manage"),
  async run({ input: { typeId, ...said }, subject: type, db, now }) {
    if (type.ended_on) refuse("types.ended")
    await mustBeKnown(said, type.body_id, dayOf(now), db)
    await db.updateTable("meeting_types").set(columns(said)).where("id", "=", typeId).execute()
    return typeChanged({ typeId, bodyId: type.body_id })
  },
})

/** No new meeting of this type; those there are stay. */
export const endType = command({
  name: "types.end",
  input: z.object({ typeId: z.uuid() }),
  find: ({ typeId }, { db }) => findTypeToChange(typeId, db),
  allow: holds("bodies.manage"),
  async run({ input: { typeId }, subject: type, db, now }) {
    if (type.ended_on) refuse("types.ended")
    await db
      .updateTable("meeting_types")
      .set({ ended_on: dayOf(now) })
      .where("id", "=", typeId)
      .execute()
    return typeEnded({ typeId, bodyId: type.body_id })
  },
})

const noRules = { notice_rule: null, items_rule: null, quorum_rule: null, majority_rule: null, proxy_rule: null }

/** The unit that each rule of a meeting is counted in. */
const units = {
  notice_rule: ["days", "clear_days"],
  items_rule: ["days"],
  quorum_rule: ["quorum"],
  majority_rule: ["majority"],
  proxy_rule: ["proxies"],
} as const

// A rule that the rulebook does not hold, or that counts something else, would stop a convocation on the day it is needed.
const mustBeKnown = async (said: Said, bodyId: string, on: Temporal.PlainDate, db: Db) => {
  for (const [field, counted] of Object.entries(units)) {
    const key = said[field as keyof typeof units]
    const rule = key ? await ruleOf(bodyId, key, on, db) : undefined
    if (key && !(rule && (counted as readonly string[]).includes(rule.unit))) invalid([field], "unknown_rule")
  }
  const known = await db.selectFrom("functions").select("key").where("body_id", "=", bodyId).execute()
  for (const key of said.functions ?? [])
    if (!known.some((one) => one.key === key)) invalid(["functions"], "unknown_function")
}

const findTypeToChange = (typeId: string, db: Db) =>
  db.selectFrom("meeting_types").selectAll().where("id", "=", typeId).forUpdate().executeTakeFirst()
