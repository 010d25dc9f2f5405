import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { command } from "../../../kernel/command.ts"
import { line, text } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { letterheadSet } from "../events.ts"
import { linesOf } from "../said.ts"
import { letterheadOf } from "./letterhead-of.ts"

/** The paper of a body: what stands under its name, at the foot, and on which side its envelopes have their window. */
export const setLetterhead = command({
  name: "letterheads.set",
  input: z.object({
    bodyId: z.uuid(),
    lines: text(600).default(""),
    foot: text(300).default(""),
    town: line(100).nullish(),
    side: z.enum(["country", "right", "left"]).default("country"),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.manage"),
  async run({ input, subject: body, actor, db, now }) {
    const row = {
      lines: linesOf(input.lines),
      foot: input.foot,
      town: input.town ?? null,
      side: input.side,
      changed_by: actor.personId,
      changed_at: now,
    }
    await db
      .insertInto("letterheads")
      .values({ ...row, organisation_id: actor.organisation, body_id: body.id })
      .onConflict((on) => on.columns(["organisation_id", "body_id"]).doUpdateSet(row))
      .execute()
    return letterheadSet({ bodyId: body.id })
  },
})

export const readLetterhead = read({
  name: "letterheads.read",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    return {
      letterhead: await letterheadOf(body.id, given),
      /** Where its letters are written, as the body itself says. */
      town: body.town,
      may: await may(body, [setLetterhead], given),
    }
  },
})
