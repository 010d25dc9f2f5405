import { z } from "zod"
import { confide } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import type { Event } from "../../kernel/event.ts"
import { newId } from "../../kernel/id.ts"
import { day, ids, line, text } from "../../kernel/input.ts"
import { anyOf, type Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { taskGiven } from "./events.ts"
import { isForThemselves } from "./permissions.ts"
import { confidentialityOf, type Place } from "./place.ts"
import { setHelpers } from "./store.ts"

export const giveTask = command({
  name: "tasks.give",
  input: z.object({
    bodyId: z.uuid(),
    what: line(),
    /** Nobody yet, when left out. */
    ownerId: z.uuid().nullish(),
    helperIds: ids(50).optional(),
    due: day().nullish(),
    note: text(5000).nullish(),
    meetingId: z.uuid().nullish(),
    itemId: z.uuid().nullish(),
    decisionId: z.uuid().nullish(),
    matterId: z.uuid().nullish(),
    confidential: z.boolean().optional(),
  }),
  async find({ bodyId, ownerId }, { db }) {
    const body = await findBody(bodyId, db)
    return body && { ...body, owner_id: ownerId ?? null }
  },
  allow: anyOf<{ body_id: string; owner_id: string | null }>(holds("tasks.manage"), isForThemselves),
  run: ({ input, subject: body, ...given }) => recordTask({ ...input, bodyId: body.id }, given),
})

export type NewTask = Place & {
  bodyId: string
  what: string
  ownerId?: string | null | undefined
  helperIds?: readonly string[] | undefined
  due?: Temporal.PlainDate | null | undefined
  note?: string | null | undefined
  confidential?: boolean | undefined
  /** People whom the place names already, such as those convened to the meeting. */
  known?: readonly string[]
}

/** Writes a task, for a command that has already asked who may: its event goes beside that command's own. */
export const recordTask = async (
  task: NewTask,
  given: Circumstances,
): Promise<Event<"tasks.given", { taskId: string; bodyId: string; ownerId: string | null }>> => {
  const { actor, db, now } = given
  const ownerId = task.ownerId ?? null
  await mustSee([ownerId, ...(task.helperIds ?? [])], given, { known: task.known ?? [] })
  const confidential = (await confidentialityOf(task, task.bodyId, db)) || task.confidential === true
  const taskId = newId()
  await db
    .insertInto("tasks")
    .values({
      organisation_id: actor.organisation,
      id: taskId,
      body_id: task.bodyId,
      meeting_id: task.meetingId ?? null,
      item_id: task.itemId ?? null,
      decision_id: task.decisionId ?? null,
      matter_id: task.matterId ?? null,
      what: task.what,
      owner_id: ownerId,
      due: task.due ?? null,
      note: confide(given, confidential).text(task.note ?? ""),
      confidential,
      created_by: actor.personId,
      created_at: now,
    })
    .execute()
  await setHelpers(taskId, { helperIds: task.helperIds ?? [], ownerId }, actor.organisation, db)
  return taskGiven({ taskId, bodyId: task.bodyId, ownerId })
}
