import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { after } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { wantsLetter } from "../../people/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { taskGiven, taskHandedOver } from "../events.ts"

/** Time to take back what was given by mistake: the letter is written when it leaves, and does not leave for another's task. */
const MINUTES = 10

type Receiver = { body_id: string; what: string; email: string; language: string; by: string }

/** Writes to whoever was given a task by somebody else: not for what they took themselves, nor for what is long past. */
export const writeOfTask = async (
  { taskId, ownerId }: { taskId: string; ownerId: string | null },
  given: Circumstances,
): Promise<void> => {
  const { actor, db, now } = given
  if (!ownerId) return
  const { rows } = await sql<Receiver>`
    select t.body_id, t.what, p.email, p.language, g.given_name || ' ' || g.family_name as by
      from tasks t
      join people p on (p.organisation_id, p.id) = (t.organisation_id, t.owner_id)
      join events e on (e.organisation_id, e.id) = (t.organisation_id, ${actor.triggeredBy ?? null}::uuid)
      join people g on (g.organisation_id, g.id) = (e.organisation_id, e.actor_id)
     where t.id = ${taskId} and t.owner_id = ${ownerId} and t.state = 'open' and g.id <> p.id
       and e.at > ${now.subtract({ hours: 24 })} and ${wantsLetter("task", dayOf(now))}
       and not exists (select from sendings s where s.kind = 'task-given' and s.task_id = t.id and s.person_id = p.id
                          and s.queued_at >= e.at)`.execute(db)
  const [one] = rows
  if (!one) return
  await queueLetters(
    [
      {
        kind: "task-given",
        bodyId: one.body_id,
        personId: ownerId,
        taskId,
        means: "email",
        address: one.email,
        subject: say(languageOf(one.language), "tasks.letter.given.subject", { by: one.by, what: one.what }),
        content: { task_id: taskId, event_id: actor.triggeredBy },
        at: now.add({ minutes: MINUTES }),
      },
    ],
    given,
  )
}

export const writeWhenGiven = after(taskGiven, "write to who was given a task", ({ taskId, ownerId }, given) =>
  writeOfTask({ taskId, ownerId }, given),
)
export const writeWhenHandedOver = after(taskHandedOver, "write to who has the task now", ({ taskId, to }, given) =>
  writeOfTask({ taskId, ownerId: to }, given),
)
