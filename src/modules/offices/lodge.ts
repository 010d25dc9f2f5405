import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { day } from "../../kernel/input.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { anyOf, rule } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { declarations } from "./declarations.ts"
import { declarationLodged, declarationTakenBack } from "./events.ts"

const isDeclarant = rule<{ person_id: string | null }>(
  "isDeclarant",
  ({ person_id }, { actor }) => person_id !== null && person_id === actor.personId,
)
const keepsOrDeclares = anyOf<{ body_id: string; person_id: string }>(holds("offices.manage"), isDeclarant)
const rules = declarations.map((one) => one.rule) as [string, ...string[]]

/** Somebody lodged their declaration of mandates: written by themselves, or by who keeps the register. */
export const lodgeDeclaration = command({
  name: "offices.lodge",
  input: z.object({
    bodyId: z.uuid(),
    personId: z.uuid(),
    rule: z.enum(rules),
    year: z.int().min(1950).max(2200),
    lodgedOn: day().nullish(),
  }),
  async find({ bodyId, personId }, { db }) {
    const body = await findBody(bodyId, db)
    const has = await db
      .selectFrom("offices")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("person_id", "=", personId)
      .limit(1)
      .executeTakeFirst()
    return body && has ? { body_id: body.id, person_id: personId } : undefined
  },
  allow: keepsOrDeclares,
  async run({ input: { rule: key, year, lodgedOn }, subject: { body_id, person_id }, actor, db, now }) {
    const today = dayOf(now)
    const lodged_on = lodgedOn ?? today
    if (Temporal.PlainDate.compare(lodged_on, today) > 0) invalid(["lodgedOn"], "not_yet")
    const id = newId()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("office_declarations")
      .values({
        organisation_id: actor.organisation,
        id,
        body_id,
        person_id,
        rule: key,
        year,
        lodged_on,
        written_by: actor.personId,
      })
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "person_id", "body_id", "rule", "year"]).doNothing(),
      )
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) refuse("offices.already_lodged")
    const facts = { declarationId: id, personId: person_id, bodyId: body_id, rule: key, year }
    return declarationLodged({ ...facts, lodgedOn: String(lodged_on) })
  },
})

/** It was written by mistake: the declaration is still to be lodged. */
export const takeBackLodging = command({
  name: "offices.takeBackLodging",
  input: z.object({ declarationId: z.uuid() }),
  find: ({ declarationId }, { db }) =>
    db.selectFrom("office_declarations").selectAll().where("id", "=", declarationId).forUpdate().executeTakeFirst(),
  allow: keepsOrDeclares,
  async run({ subject: { id, person_id, body_id, rule: key, year }, db }) {
    await db.deleteFrom("office_declarations").where("id", "=", id).execute()
    return declarationTakenBack({ declarationId: id, personId: person_id, bodyId: body_id, rule: key, year })
  },
})
