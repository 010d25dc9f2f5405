import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { linkRevoked } from "../events.ts"
import { managesWelcome } from "../permissions.ts"
import { findNewcomerToChange } from "./store.ts"

/** The personal links sent so far open nothing any more; the next letter brings a new one. */
export const revokeNewcomerLink = command({
  name: "newcomers.revokeLink",
  input: z.object({ newcomerId: z.uuid() }),
  find: ({ newcomerId }, { db }) => findNewcomerToChange(newcomerId, db),
  allow: managesWelcome,
  async run({ subject: newcomer, db }) {
    await db
      .updateTable("newcomers")
      .set({ link_number: newcomer.link_number + 1 })
      .where("id", "=", newcomer.id)
      .execute()
    return linkRevoked({ newcomerId: newcomer.id, bodyId: newcomer.body_id })
  },
})
