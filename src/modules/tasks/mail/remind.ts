import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { queueLetters } from "../../post/contract.ts"
import { taskReminded } from "../events.ts"

/** Three days before, on the day, the day after, then each week: enough to be remembered, too little to be hated. */
export const remindEachMorning: Schedule = {
  name: "remind of tasks",
  cron: "15 7 * * *",
  run: (given) => remindDue(given),
}

type Due = {
  id: string
  body_id: string
  what: string
  owner_id: string
  email: string
  language: string
}

/** Writes to those whose task is near or late; nobody twice the same day. Answers how many. */
export const remindDue = async (given: Circumstances): Promise<number> => {
  const today = dayOf(given.now)
  const { rows } = await sql<Due>`
    update tasks t set reminded_on = ${today}::date
      from people p
     where (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
       and t.state = 'open' and t.due is not null and t.reminded_on is distinct from ${today}::date
       and (${today}::date - t.due in (-3, 0, 1) or (${today}::date > t.due and (${today}::date - t.due) % 7 = 0))
       and p.email is not null and not p.post_only and (p.left_on is null or p.left_on > ${today}::date)
    returning t.id, t.body_id, t.what, t.owner_id, p.email, p.language`.execute(given.db)
  await queueLetters(
    rows.map((task) => ({
      kind: "task",
      bodyId: task.body_id,
      personId: task.owner_id,
      taskId: task.id,
      means: "email" as const,
      address: task.email,
      subject: say(languageOf(task.language), "tasks.letter.subject", { what: task.what }),
      content: { task_id: task.id },
    })),
    given,
  )
  if (rows.length)
    await record(
      rows.map(({ id, owner_id }) => taskReminded({ taskId: id, personId: owner_id })),
      given,
    )
  return rows.length
}
