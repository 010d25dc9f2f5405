import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import { forgetOpenings } from "../../people/contract.ts"
import { forget } from "../erasure/erase.ts"
import { personErased, retentionRan } from "../events.ts"
import { noteRetention } from "./note-run.ts"
import { announceErasures } from "./announce.ts"

/** Each night: what the rules say is not to be kept any longer is announced, then let go of, and what was done is written down. */
export const keepNoLonger: Schedule = {
  name: "privacy: keep no longer than the rules say",
  cron: "40 3 * * *",
  run: (given) => runRetention(given),
}

export const runRetention = async (given: Circumstances) => {
  const erased = await eraseDue(given)
  const announced = await announceErasures(given)
  const openings = await forgetOpenings(await keptFrom(given), given)
  if (erased + announced + openings === 0) return
  await noteRetention({ announced, erased, openings }, given)
  await record([retentionRan({ announced, erased, openings })], given)
}

const eraseDue = async (given: Circumstances): Promise<number> => {
  const { rows } = await sql<{ person_id: string; body_id: string }>`
    select e.person_id, e.body_id from erasures_due e join people p on (p.organisation_id, p.id) = (e.organisation_id, e.person_id)
     where e.due <= ${dayOf(given.now)}::date and e.kept_until is null and p.erased_on is null
       and not exists (select from memberships m where m.person_id = p.id and m.ring <> 'former' and (m.until is null or m.until >= ${dayOf(given.now)}::date))
       and not exists (select from mandates m where m.person_id = p.id and (m.until is null or m.until >= ${dayOf(given.now)}::date))
     order by e.due limit 500 for update of p`.execute(given.db)
  for (const { person_id, body_id } of rows) {
    await forget(person_id, given)
    await sql`delete from erasures_due where person_id = ${person_id}`.execute(given.db)
    await record([personErased({ personId: person_id, bodyId: body_id, because: "rule" })], given)
  }
  return rows.length
}

// The longest any body of the organisation asks for: a line of the log belongs to no body.
const keptFrom = async ({ db, now }: Circumstances): Promise<Temporal.PlainDate> => {
  const { rows } = await sql<{
    id: string
  }>`select id from bodies where parent_id is null and closed_on is null`.execute(db)
  const today = dayOf(now)
  let months = 0
  for (const { id } of rows) {
    const rule = await ruleOf(id, "eu.all.privacy.keep_openings", today, db)
    if (typeof rule?.value === "number") months = Math.max(months, rule.value)
  }
  return today.subtract({ months: months || 12 })
}
