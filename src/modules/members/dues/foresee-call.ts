import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import type { Step } from "../letters/due-letter.ts"
import { postMemberLetters } from "../letters/post.ts"
import { letterKinds } from "../letters/order.ts"
import { readsDues } from "../permissions.ts"
import { callDues, peopleToWrite, unpaid, waitBefore } from "./call.ts"
import { yearField } from "./scale.ts"
import { missingForYear } from "./missing.ts"

/** What would leave if the call or a reminder were sent now: to how many, by which means, and who is left out for what reason. */
export const foreseeCall = read({
  name: "dues.foreseeCall",
  input: z.object({ bodyId: z.uuid(), year: yearField }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsDues,
  async run({ input: { year }, subject: body, ...given }) {
    const today = dayOf(given.now, body.zone)
    const steps = []
    for (const step of [1, 2, 3] as Step[]) {
      const people = await peopleToWrite(body, year, step, given)
      const byMail = people.filter(({ email, post_only }) => email && !post_only).length
      steps.push({
        step,
        wait_days: await waitBefore(body, step, given),
        people: people.length,
        by_mail: byMail,
        by_post: people.length - byMail,
        without_address: people.filter(
          ({ email, post_only, town, street }) => (post_only || !email) && !town && !street,
        ).length,
        /** The first of them: who wants all has the list. */
        names: people
          .slice(0, 12)
          .map(({ id, given_name, family_name }) => ({ id, name: `${given_name} ${family_name}` })),
        sent: await sentOf(body.id, year, step, given.db),
      })
    }
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count ${unpaid(body.id, year, today)}
         and exists (select from unwanted_letters u
                      where (u.organisation_id, u.person_id) = (p.organisation_id, p.id) and u.kind = 'dues')`.execute(
      given.db,
    )
    const { rows: waiting } = await sql<{ count: number }>`
      select count(*)::int as count from sendings where body_id = ${body.id} and means = 'post' and state = 'waiting'
         and kind = any(${[...letterKinds]}::text[])`.execute(given.db)
    return {
      year,
      steps,
      spared: rows[0]!.count,
      to_post: waiting[0]!.count,
      missing: await missingForYear(body, year, given),
      may: await may(body, [callDues, postMemberLetters], given),
    }
  },
})

/** What left already of a step: how many, when last, and what became of them. */
const sentOf = async (bodyId: string, year: number, step: number, db: Parameters<typeof findBodyEvenClosed>[1]) => {
  const { rows } = await sql<{ count: number; arrived: number; trouble: number; last: Temporal.PlainDate | null }>`
    select count(*)::int as count, max(l.written_on) as last,
           count(*) filter (where s.state in ('accepted', 'printed'))::int as arrived,
           count(*) filter (where s.state in ('refused', 'given_up', 'unknown', 'bounced'))::int as trouble
      from dues d
      join dues_letters l on (l.organisation_id, l.due_id) = (d.organisation_id, d.id) and l.step = ${step}
      left join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
     where d.body_id = ${bodyId} and d.year = ${year}`.execute(db)
  return rows[0]!
}
