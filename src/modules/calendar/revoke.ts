import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { calendarRevoked } from "./events.ts"

/** Ends a secret address of one's own: whoever holds it finds nothing there any more. */
export const revokeFeed = command({
  name: "calendar.revoke",
  input: z.object({ feedId: z.uuid() }),
  find: ({ feedId }, { actor, db }) =>
    db
      .selectFrom("calendar_feeds")
      .select("id")
      .where("id", "=", feedId)
      .where("person_id", "=", actor.personId)
      .where("revoked_at", "is", null)
      .forUpdate()
      .executeTakeFirst(),
  allow: isSignedIn,
  async run({ subject: { id }, db, now }) {
    await db.updateTable("calendar_feeds").set({ revoked_at: now }).where("id", "=", id).execute()
    return calendarRevoked({ feedId: id })
  },
})
