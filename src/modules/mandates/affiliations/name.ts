import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { sql } from "kysely"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../rights.ts"
import { affiliationAdded, affiliationChanged, affiliationEnded } from "./events.ts"
import { findAffiliationToChange, freeName } from "./store.ts"

/** Names a sensibility of a body: a list, a party, a current, whose people sit together with others. */
export const addAffiliation = command({
  name: "affiliations.add",
  input: z.object({ bodyId: z.uuid(), name: line(120) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: body, actor, db }) {
    const id = newId()
    const name = await freeName({ name: input.name, bodyId: body.id }, db)
    await db
      .insertInto("affiliations")
      .values({ organisation_id: actor.organisation, id, body_id: body.id, name, ended_on: null })
      .execute()
    return affiliationAdded({ affiliationId: id, bodyId: body.id })
  },
})

export const changeAffiliation = command({
  name: "affiliations.change",
  input: z.object({ affiliationId: z.uuid(), name: line(120) }),
  find: ({ affiliationId }, { db }) => findAffiliationToChange(affiliationId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: { id, body_id }, db }) {
    const name = await freeName({ name: input.name, bodyId: body_id, except: id }, db)
    await db.updateTable("affiliations").set({ name }).where("id", "=", id).execute()
    return affiliationChanged({ affiliationId: id, bodyId: body_id })
  },
})

/** A sensibility is no more: who was of it leaves it today, and it stays written that they were. */
export const endAffiliation = command({
  name: "affiliations.end",
  input: z.object({ affiliationId: z.uuid() }),
  find: ({ affiliationId }, { db }) => findAffiliationToChange(affiliationId, db),
  allow: holds("bodies.manage"),
  async run({ subject: { id, body_id }, db, now }) {
    const today = dayOf(now)
    await db.updateTable("affiliations").set({ ended_on: today }).where("id", "=", id).execute()
    const { numAffectedRows } = await sql`
      update affiliates set until = greatest(since - 1, ${today}::date)
       where affiliation_id = ${id} and (until is null or until > ${today}::date)`.execute(db)
    return affiliationEnded({ affiliationId: id, bodyId: body_id, left: Number(numAffectedRows ?? 0) })
  },
})
