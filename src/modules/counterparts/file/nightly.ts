import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOfMany } from "../../bodies/contract.ts"
import { counterpartErased, counterpartsAnnounced } from "../events.ts"
import { forgetCounterpart } from "./erase.ts"
import { keepThrough } from "./roles.ts"

/** As for people of ours (privacy, retention): the same rule, and the same time for who keeps the file to say that it must not be. */
const RULE = "eu.all.privacy.keep_former"
const DAYS_OF_NOTICE = 30
/** The rest waits for the next night. */
const MOST = 1000

/** Each night: those without an exchange for longer than the rulebook keeps contacts are announced, then forgotten (LAW.md §4). */
export const forgetNightly: Schedule = {
  name: "counterparts: keep no longer than the rules say",
  cron: "45 3 * * *",
  run: (given) => forgetInTime(given),
}

export const forgetInTime = async (given: Circumstances): Promise<void> => {
  await forgetDue(given)
  await announce(given)
}

/** Each night: whose role ended yesterday is found under that organisation no more; whose role began is. */
export const endRolesNightly: Schedule = {
  name: "counterparts: find people where they are today",
  cron: "10 0 * * *",
  run: (given) => followRoles(given),
}

export const followRoles = async (given: Circumstances): Promise<void> => {
  const today = dayOf(given.now)
  // A server that slept a week makes up for it.
  const { rows } = await sql<{ id: string }>`
    select distinct contact_id as id from counterpart_roles
     where until between ${today.subtract({ days: 8 })}::date and ${today.subtract({ days: 1 })}::date`.execute(
    given.db,
  )
  if (rows.length > 0)
    await keepThrough(
      rows.map(({ id }) => id),
      given,
    )
}

// The last exchange, or the day somebody was written down. To have looked at a record is no contact with whom it is about.
const lastContact = sql`greatest(c.last_on, c.added_on)`

const forgetDue = async (given: Circumstances): Promise<void> => {
  const { rows } = await sql<{ id: string; body_id: string }>`
    select c.id, c.body_id from counterparts c
     where c.forget_on <= ${dayOf(given.now)}::date and c.nature = 'person' order by c.forget_on limit ${MOST} for update`.execute(
    given.db,
  )
  for (const { id, body_id } of rows) {
    await forgetCounterpart(id, given)
    await record([counterpartErased({ counterpartId: id, bodyId: body_id, because: "rule" })], given)
  }
}

const announce = async (given: Circumstances): Promise<void> => {
  const { db, now } = given
  const today = dayOf(now)
  // A name of one dash is somebody who was forgotten already.
  const candidates = sql`c.nature = 'person' and c.forget_on is null and c.name <> '—'
    and (c.kept_until is null or c.kept_until < ${today}::date)`
  const { rows: files } = await sql<{ body_id: string }>`
    select distinct c.body_id from counterparts c
     where ${candidates} and ${lastContact} < ${today.subtract({ months: 1 })}::date`.execute(db)
  const rules = await ruleOfMany(
    files.map(({ body_id }) => body_id),
    RULE,
    today,
    db,
  )
  for (const { body_id } of files) {
    const months = rules.get(body_id)?.value
    if (typeof months !== "number" || months <= 0) continue
    const on = today.add({ days: DAYS_OF_NOTICE })
    const { rows } = await sql<{ id: string }>`
      update counterparts set forget_on = ${on}::date, kept_until = null, kept_reason = null, kept_by = null
       where id in (select c.id from counterparts c
                     where c.body_id = ${body_id} and ${candidates}
                       and ${lastContact} <= ${today.subtract({ months: Math.round(months) })}::date
                     order by c.id limit ${MOST}) returning id`.execute(db)
    const counterpartIds = rows.map(({ id }) => id)
    if (counterpartIds.length > 0)
      await record([counterpartsAnnounced({ counterpartIds, bodyId: body_id, on: on.toString() })], given)
  }
}
