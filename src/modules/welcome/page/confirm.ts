import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { newcomerConfirmed } from "../events.ts"
import { becomePerson, beginJourney } from "../journey/store.ts"
import { writeReceived } from "../letters/received.ts"
import { isFromPage } from "../permissions.ts"

/** The address is theirs: from now on they wait for an answer, and hours are counted. A second click changes nothing. */
export const confirmNewcomer = command({
  name: "newcomers.confirm",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findToConfirm(newcomerId, db),
  allow: isFromPage,
  async run({ subject, input: _, ...given }) {
    const { id: newcomerId, body_id: bodyId } = subject
    if (subject.state !== "unconfirmed") return newcomerConfirmed({ newcomerId, bodyId, isNew: false })
    await given.db
      .updateTable("newcomers")
      .set({ state: "open", confirmed_at: given.now })
      .where("id", "=", newcomerId)
      .execute()
    await beginJourney(subject, given)
    const { personId, events } = await becomePerson(subject, given)
    await writeReceived(subject, given)
    return [newcomerConfirmed({ newcomerId, bodyId, isNew: personId !== null }), ...events]
  },
})

export const findToConfirm = (newcomerId: string, db: Db) =>
  db
    .selectFrom("newcomers")
    .selectAll()
    .where("id", "=", newcomerId)
    .where("forgotten_at", "is", null)
    .forUpdate()
    .executeTakeFirst()
