import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { format } from "../../../kernel/words/words.ts"
import { holds } from "../../mandates/contract.ts"
import { recordTask } from "../../tasks/contract.ts"
import { promiseNoted } from "../events.ts"
import { findSeenSitting } from "../seen.ts"

/**
 * Somebody engaged themselves before the assembly. It becomes a task of ours, to ask what became of it, with its origin and on the
 * matter of the item; the promise is kept or not when that task is closed.
 */
export const notePromise = command({
  name: "sittings.notePromise",
  input: z.object({
    sittingId: z.uuid(),
    itemId: z.uuid().nullish(),
    who: line(200),
    what: line(300),
    until: day().nullish(),
    /** Who of ours asks after it. */
    ownerId: z.uuid().nullish(),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const item = input.itemId
      ? ((await db
          .selectFrom("sitting_items")
          .select(["id", "title", "matter_id"])
          .where("id", "=", input.itemId)
          .where("sitting_id", "=", sitting.id)
          .where("removed_at", "is", null)
          .executeTakeFirst()) ?? invalid(["itemId"], "unknown"))
      : null
    const promised = { who: input.who, what: input.what }
    const task = await recordTask(
      {
        bodyId: sitting.body_id,
        what: format(actor.language, "sittings.promise.task", promised).slice(0, 300),
        ownerId: input.ownerId ?? null,
        // Without a day it would never come up on the page of the day of whoever follows it.
        due: input.until ?? dayOf(now, sitting.zone).add({ months: 1 }),
        matterId: item?.matter_id ?? null,
        note: format(actor.language, "sittings.promise.origin", {
          ...promised,
          title: [sitting.title, item?.title].filter(Boolean).join(", "),
          at: `${given.origin}/seances/${sitting.id}/suivre`,
        }),
      },
      given,
    )
    const promiseId = newId()
    const { taskId } = task.facts
    await db
      .insertInto("sitting_promises")
      .values({
        organisation_id: actor.organisation,
        id: promiseId,
        sitting_id: sitting.id,
        item_id: item?.id ?? null,
        ...promised,
        until: input.until ?? null,
        task_id: taskId,
        noted_by: actor.personId,
        noted_at: now,
      })
      .execute()
    return [
      promiseNoted({ promiseId, taskId, sittingId: sitting.id, bodyId: sitting.body_id, itemId: item?.id ?? null }),
      task,
    ]
  },
})
