import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { format } from "../../../kernel/words/words.ts"
import { recordTask, setTaskDue } from "../../tasks/contract.ts"
import { chainsOf } from "./chains-of.ts"

/**
 * The moment the convocation is known, whoever prepares the council is asked for the item to add: two days are left to write it. One
 * task and no more, however often the sitting is changed; when the sitting moves, so does its day.
 */
export const raiseAddedItem = async ({ sittingId }: { sittingId: string }, given: Circumstances): Promise<void> => {
  const { actor, db, now } = given
  const sitting = await db
    .selectFrom("sittings")
    .select(["body_id", "title", "convened_on", "zone"])
    .where("id", "=", sittingId)
    .executeTakeFirstOrThrow()
  const step = (await chainsOf([sittingId], given)).get(sittingId)?.find((one) => one.step === "added_item")
  if (!step?.day || !sitting.convened_on) return
  const { rows } = await sql<{ task_id: string | null }>`
    insert into sitting_steps (organisation_id, sitting_id, step) values (${actor.organisation}, ${sittingId}, 'added_item')
    on conflict (organisation_id, sitting_id, step) do update set step = excluded.step returning task_id`.execute(db)
  const { task_id } = rows[0]!
  if (task_id) {
    const moved = await setTaskDue(task_id, step.day, given)
    if (moved) await record([moved], given)
    return
  }
  if (step.state === "done" || Temporal.PlainDate.compare(step.day, dayOf(now, sitting.zone)) < 0) return
  const task = await recordTask(
    {
      bodyId: sitting.body_id,
      what: format(actor.language, "sittings.chain.added_item.task", { title: sitting.title }).slice(0, 300),
      due: step.day,
      note: format(actor.language, "sittings.chain.added_item.note", {
        at: `${given.origin}/textes/nouveau?genre=deliberation&seance=${sittingId}`,
      }),
    },
    given,
  )
  await db
    .updateTable("sitting_steps")
    .set({ task_id: task.facts.taskId })
    .where("sitting_id", "=", sittingId)
    .where("step", "=", "added_item")
    .execute()
  await record([task], given)
}
