import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { matterWatched } from "../events.ts"
import { findSeenMatter } from "../read-matter.ts"
import { paces } from "./paces.ts"

/** Says how often one wants to be told of what is new in a matter one sees; of what is there already, nothing is told. */
export const watchMatter = command({
  name: "matters.watch",
  input: z.object({ matterId: z.uuid(), pace: z.enum(paces) }),
  find: ({ matterId }, given) => findSeenMatter(matterId, given),
  allow: isSignedIn,
  async run({ input: { matterId, pace }, actor, db, now }) {
    const known = await db
      .selectFrom("matter_watchers")
      .select("pace")
      .where("matter_id", "=", matterId)
      .where("person_id", "=", actor.personId!)
      .forUpdate()
      .executeTakeFirst()
    // From one pace to another, what has not been told yet still will be.
    const begins = !known || known.pace === null || known.pace === "never"
    await db
      .insertInto("matter_watchers")
      .values({
        organisation_id: actor.organisation,
        matter_id: matterId,
        person_id: actor.personId!,
        pace,
        told_until: now,
      })
      .onConflict((on) =>
        on
          .columns(["organisation_id", "matter_id", "person_id"])
          .doUpdateSet({ pace, ...(begins && { told_until: now }) }),
      )
      .execute()
    return matterWatched({ matterId, personId: actor.personId!, pace })
  },
})
