import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { programmeEnded } from "./events.ts"
import { findProgrammeLine } from "./store.ts"

/** Promised no more: kept or given up, the page of an item does not show it any longer. */
export const endProgramme = command({
  name: "programme.end",
  input: z.object({ programmeLineId: z.uuid() }),
  find: ({ programmeLineId }, { db }) => findProgrammeLine(programmeLineId, db),
  allow: holds("matters.manage"),
  async run({ subject: { id, body_id, ended_on }, db, now }) {
    if (ended_on) refuse("programme.already_ended")
    await db
      .updateTable("programme_lines")
      .set({ ended_on: dayOf(now) })
      .where("id", "=", id)
      .execute()
    return programmeEnded({ programmeLineId: id, bodyId: body_id })
  },
})
