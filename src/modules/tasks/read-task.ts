import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { noteTask } from "./add-note.ts"
import { changeTask } from "./change.ts"
import { dropTasks } from "./drop.ts"
import { finishTasks } from "./finish.ts"
import { reopenTasks } from "./reopen.ts"
import { isTaskSeen } from "./seen.ts"
import { takeTask } from "./take.ts"
import { type TaskSubject, withHelpers } from "./store.ts"
import { isLate, type Task } from "./task.ts"

/** A task, who does it, where it comes from, and what was said about it. */
export const readTask = read({
  name: "tasks.read",
  input: z.object({ taskId: z.uuid() }),
  find: ({ taskId }, given) => findSeenTask(taskId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, reminded_on: ___, helpers: ____, ...task } = subject
    return {
      task: { ...task, is_late: isLate(task, dayOf(given.now)) },
      owner: await personOf(task.owner_id, given),
      helpers: await helpersOf(task.id, given),
      notes: await notesOf(task.id, given),
      may: {
        ...(await may(subject, [changeTask, noteTask, takeTask], given)),
        ...(await may([subject], [finishTasks, reopenTasks, dropTasks], given)),
      },
    }
  },
})

type SeenTask = TaskSubject & {
  body_name: string
  meeting_title: string | null
  meeting_starts: Temporal.PlainDateTime | null
  decision_number: string | null
  decision_title: string | null
  matter_title: string | null
  given_by: string | null
  done_by_name: string | null
}

const findSeenTask = async (taskId: string, { actor, db, now }: Circumstances): Promise<SeenTask | undefined> => {
  const { rows } = await sql<Task & Omit<SeenTask, "helpers">>`
    select t.*, b.name as body_name, m.title as meeting_title, m.starts as meeting_starts,
           d.year || '-' || d.number as decision_number,
           case when ${isRead(actor.personId!, dayOf(now))} then d.title end as decision_title,
           case when ${isMatterSeen(actor.personId!, dayOf(now))} then x.title end as matter_title,
           g.given_name || ' ' || g.family_name as given_by, f.given_name || ' ' || f.family_name as done_by_name
      from tasks t join bodies b on b.id = t.body_id
      left join meetings m on m.id = t.meeting_id
      left join decisions d on d.id = t.decision_id
      left join matters x on x.id = t.matter_id
      left join people g on g.id = t.created_by
      left join people f on f.id = t.done_by
     where t.id = ${taskId} and ${isTaskSeen(actor.personId!, dayOf(now))}`.execute(db)
  return (await withHelpers(rows, db))[0] as SeenTask | undefined
}

// A task says which decision it comes from; the words of a confidential one are for who reads such things there or voted on it.
const isRead = (me: string, on: Temporal.PlainDate) => sql<boolean>`(
  not d.confidential or d.body_id in (${bodiesWhere("confidential.read", me, on)})
  or exists (select from attendances a where (a.organisation_id, a.meeting_id) = (d.organisation_id, d.meeting_id)
               and a.person_id = ${me} and a.voting))`

type Somebody = { id: string; name: string }

const personOf = async (personId: string | null, { db }: Circumstances): Promise<Somebody | null> => {
  const { rows } = await sql<Somebody>`
    select id, given_name || ' ' || family_name as name from people where id = ${personId}`.execute(db)
  return rows[0] ?? null
}

const helpersOf = async (taskId: string, { db }: Circumstances): Promise<Somebody[]> => {
  const { rows } = await sql<Somebody>`
    select p.id, p.given_name || ' ' || p.family_name as name from task_helpers h join people p on p.id = h.person_id
     where h.task_id = ${taskId} order by p.family_name, p.given_name`.execute(db)
  return rows
}

const notesOf = async (taskId: string, { db }: Circumstances) => {
  const { rows } = await sql<{ id: string; text: string; at: Temporal.Instant; by: string | null }>`
    select n.id, n.text, n.at, p.given_name || ' ' || p.family_name as by
      from task_notes n left join people p on p.id = n.person_id
     where n.task_id = ${taskId} order by n.at, n.id`.execute(db)
  return rows
}
