import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { isOfBody } from "../mandates/contract.ts"
import { calendarSubscribed } from "./events.ts"

// A phone, a computer, a calendar of the family: beyond, somebody lost count.
const ADDRESSES_AT_MOST = 20

/** Makes a secret address of one's own meetings and, if wished, tasks. The address is then read with `calendar.feeds`. */
export const subscribeToMine = command({
  name: "calendar.subscribe",
  input: z.object({ withTasks: z.boolean().default(false) }),
  find: async () => ({}),
  allow: isSignedIn,
  run: ({ input: { withTasks }, ...given }) => open({ bodyId: null, withTasks }, given),
})

/** Makes a secret address of a body's meetings, with titles that may be shown to anyone: for a site, for another calendar. */
export const subscribeToBody = command({
  name: "calendar.subscribeBody",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { body_id: body.id }
  },
  allow: isOfBody,
  run: ({ input: { bodyId }, subject: _, ...given }) => open({ bodyId, withTasks: false }, given),
})

const open = async (
  { bodyId, withTasks }: { bodyId: string | null; withTasks: boolean },
  { actor, db, now }: Circumstances,
) => {
  const open = await db
    .selectFrom("calendar_feeds")
    .select("id")
    .where("person_id", "=", actor.personId!)
    .where("revoked_at", "is", null)
    .execute()
  if (open.length >= ADDRESSES_AT_MOST) refuse("calendar.too_many_feeds", { count: ADDRESSES_AT_MOST })
  const id = newId()
  await db
    .insertInto("calendar_feeds")
    .values({
      organisation_id: actor.organisation,
      id,
      person_id: actor.personId!,
      body_id: bodyId,
      with_tasks: withTasks,
      created_at: now,
      used_at: null,
      revoked_at: null,
    })
    .execute()
  return calendarSubscribed({ feedId: id, bodyId, withTasks })
}
