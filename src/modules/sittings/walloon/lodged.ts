import type { Event } from "../../../kernel/event.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { finishOpenTask } from "../../tasks/contract.ts"
import { type ForSitting, sittingOf } from "../deadlines/deadlines-of.ts"
import type { LodgingKind } from "../deadlines/keys.ts"
import { stepSettled } from "../events.ts"
import { chainsOf } from "./chains-of.ts"

const stepFor: Partial<Record<LodgingKind, "added_item" | "oral_question" | "interpellation">> = {
  added_item: "added_item",
  motion: "added_item",
  oral_question: "oral_question",
  topical_question: "oral_question",
  interpellation: "interpellation",
}

/**
 * A text of ours was lodged for a sitting: the step of the council that waited for it is done, and so is its task. One lodged too late
 * settles nothing: the day stands there as it was missed. Answers what is to be recorded.
 */
export const lodgedForSitting = async (
  { kind, on, ...at }: ForSitting & { kind: LodgingKind; on: Temporal.PlainDate },
  given: Circumstances,
): Promise<Event[]> => {
  const { actor, db, now } = given
  const step = stepFor[kind]
  // A motion on an item that stands on the agenda adds none.
  if (!step || (step === "added_item" && at.itemId)) return []
  const sittingId = await sittingOf(at, given)
  const line = sittingId && (await chainsOf([sittingId], given)).get(sittingId)?.find((one) => one.step === step)
  if (!sittingId || !line || line.state === "done") return []
  if (line.day && Temporal.PlainDate.compare(on, line.day) > 0) return []
  const columns = { done_at: now, done_by: actor.personId }
  const { task_id } = await db
    .insertInto("sitting_steps")
    .values({ organisation_id: actor.organisation, sitting_id: sittingId, step, ...columns })
    .onConflict((conflict) => conflict.columns(["organisation_id", "sitting_id", "step"]).doUpdateSet(columns))
    .returning("task_id")
    .executeTakeFirstOrThrow()
  const sitting = await db
    .selectFrom("sittings")
    .select("body_id")
    .where("id", "=", sittingId)
    .executeTakeFirstOrThrow()
  const finished = task_id ? await finishOpenTask(task_id, given) : null
  const settled = stepSettled({ sittingId, bodyId: sitting.body_id, step, done: true })
  return finished ? [settled, finished] : [settled]
}
