import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Door } from "../../../kernel/file/door.ts"
import { forPaper } from "../../../kernel/file/thumbnail.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { forgetFiles, keepFile, ownFiles } from "../../documents/contract.ts"
import { type Call, areShown } from "../call.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { isCallSeen } from "../seen.ts"

/** The photo somebody brings to a candidacy: a picture of their own, where the call takes one. `had`: the one that is there. */
export const photoFor = async (
  call: Pick<Call, "body_id" | "photo">,
  photoId: string | null,
  given: Circumstances,
  had: string | null = null,
): Promise<string | null> => {
  if (!photoId || photoId === had) return photoId
  if (!call.photo) invalid(["photoId"], "calls.no_photo")
  await ownFiles([photoId], call.body_id, given)
  const file = await given.db
    .selectFrom("files")
    .select(["type", "hash", "name"])
    .where("id", "=", photoId)
    .executeTakeFirstOrThrow()
  if (!/^image\/(png|jpeg|webp)$/.test(file.type)) invalid(["photoId"], "calls.not_a_picture")
  return withoutPlace(photoId, file, call.body_id, given)
}

/**
 * The picture alone, upright: a telephone writes into the file where and when it was taken, which is at home more often than not, and
 * a candidate shows a face to a whole body. What was sent goes.
 */
const withoutPlace = async (
  photoId: string,
  { hash, name }: { hash: string; name: string },
  bodyId: string,
  given: Circumstances,
): Promise<string> => {
  const content = await forPaper(await given.files.get(given.actor.organisation, hash))
  const kept = await keepFile({ bodyId, name: `${name.replace(/\.\w+$/, "").slice(0, 250)}.jpg`, content }, given)
  await letGo(photoId, given)
  return kept
}

/** Lets go of a picture that is shown no more; one that hangs somewhere else as well stays there. */
export const letGo = async (photoId: string | null, { db }: Pick<Circumstances, "db">): Promise<void> => {
  if (!photoId) return
  await sql`savepoint photo`.execute(db)
  try {
    await forgetFiles([photoId], { db })
    await sql`release savepoint photo`.execute(db)
  } catch (error) {
    if ((error as { code?: string }).code !== "23503") throw error
    await sql`rollback to savepoint photo`.execute(db)
  }
}

/** A photo is for whom the candidate is: themselves, who manages the call, and those of the body once candidates are shown. */
export const photoDoor: Door = async (fileId, { actor, db, now }) => {
  if (!actor.personId) return undefined
  const on = dayOf(now)
  const { rows } = await sql<Call & { mine: boolean; seen: boolean; stands: boolean }>`
    select c.*, s.person_id = ${actor.personId} or c.body_id in (${bodiesWhere("decisions.manage", actor.personId, on)}) as mine,
           ${isCallSeen(actor.personId, on)} as seen,
           s.withdrawn_at is null and (case when c.closed_at is null then s.admitted is distinct from false else s.place is not null end) as stands
      from candidacies s join calls c on (c.organisation_id, c.id) = (s.organisation_id, s.call_id)
     where s.photo_id = ${fileId}`.execute(db)
  return rows.length === 0 ? undefined : rows.some((one) => one.mine || (one.seen && one.stands && areShown(one)))
}
