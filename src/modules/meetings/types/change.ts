import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { hour, line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { approvalFirst } from "../agenda/template.ts"
import { findBody } from "../../bodies/contract.ts"
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

const fields = {
  name: line(),
  minutes: z.int().min(5).max(1440),
  place: line().nullish(),
  startsAt: hour().nullish(),
  convenes: z.enum(["members", "members_up_to_date", "holders", "listed"]),
  confidential: z.boolean(),
  agenda: z.array(templateItem).max(100),
}

const columns = ({ startsAt, place, agenda, ...rest }: z.output<z.ZodObject<typeof fields>>) => ({
  ...rest,
  place: place ?? null,
  starts_at: startsAt ?? null,
  agenda: json(approvalFirst(agenda)),
})

/** A type of meeting of the body's own, beside those of its profile. The rules of convocation are set in the rulebook. */
export const addType = command({
  name: "types.add",
  input: z.object({ bodyId: z.uuid(), ...fields }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { bodyId, ...said }, actor, db }) {
    const typeId = newId()
    await db
      .insertInto("meeting_types")
      .values({
        ...columns(said),
        organisation_id: actor.organisation,
        id: typeId,
        body_id: bodyId,
        key: typeId,
        notice_rule: null,
        items_rule: null,
        quorum_rule: null,
        majority_rule: null,
        proxy_rule: null,
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
  async run({ input: { typeId, ...said }, subject: type, db }) {
    if (type.ended_on) refuse("types.ended")
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

const findTypeToChange = (typeId: string, db: Db) =>
  db.selectFrom("meeting_types").selectAll().where("id", "=", typeId).forUpdate().executeTakeFirst()
