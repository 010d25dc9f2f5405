import { record } from "../../../kernel/command.ts"
import { within } from "../../../kernel/reaction.ts"
import { applicationAccepted } from "../../members/contract.ts"
import { finish } from "./finish.ts"
import { stepsOfNewcomer } from "./store.ts"

/** An application that is accepted does the step of a journey, in the same transaction: by its own application, or by the person. */
export const memberAccepted = within(
  applicationAccepted,
  "do the step of whoever becomes a member",
  async ({ applicationId, personId, bodyId }, given) => {
    const { db } = given
    const newcomers = await db
      .selectFrom("newcomers")
      .selectAll()
      .where("body_id", "=", bodyId)
      .where("state", "in", ["open", "paused"])
      .where((or) => or.or([or("application_id", "=", applicationId), or("person_id", "=", personId)]))
      .forUpdate()
      .execute()
    for (const newcomer of newcomers) {
      if (!newcomer.person_id)
        await db.updateTable("newcomers").set({ person_id: personId }).where("id", "=", newcomer.id).execute()
      const step = (await stepsOfNewcomer(newcomer.id, db)).find(
        ({ kind, done_at }) => kind === "membership" && !done_at,
      )
      if (step) await record(await finish(newcomer, step, { word: null, skipped: false }, given), given)
    }
  },
)
