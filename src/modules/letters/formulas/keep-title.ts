import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { read } from "../../../kernel/read.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { letterTitleDropped, letterTitleKept } from "../events.ts"
import { folded } from "./called.ts"
import { ownTitles } from "./own-titles.ts"
import { titles } from "./titles.ts"

/** How the body addresses those of a function, before what is shipped; said again, it replaces what was said. */
export const keepTitle = command({
  name: "letters.keepTitle",
  input: z.object({
    bodyId: z.uuid(),
    function: line(100),
    calledM: line(100),
    calledF: line(100),
    calledN: line(100),
    closing: line(300).nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.manage"),
  async run({ input, subject: body, actor, db, now }) {
    // The same title stands in both: a closing says where.
    if (input.closing && !input.closing.includes("{titre}")) invalid(["closing"], "no_title")
    if (folded(input.function) === "") invalid(["function"], "required")
    const row = {
      called_m: input.calledM,
      called_f: input.calledF,
      called_n: input.calledN,
      closing: input.closing ?? null,
      changed_by: actor.personId,
      changed_at: now,
    }
    const { id } = await db
      .insertInto("letter_titles")
      .values({
        ...row,
        organisation_id: actor.organisation,
        id: newId(),
        body_id: body.id,
        function: input.function,
      })
      .onConflict((on) => on.columns(["organisation_id", "body_id", "function"]).doUpdateSet(row))
      .returning("id")
      .executeTakeFirstOrThrow()
    return letterTitleKept({ bodyId: body.id, titleId: id })
  },
})

/** What is shipped counts again. */
export const dropTitle = command({
  name: "letters.dropTitle",
  input: z.object({ titleId: z.uuid() }),
  find: ({ titleId }, { db }) =>
    db.selectFrom("letter_titles").select(["id", "body_id"]).where("id", "=", titleId).forUpdate().executeTakeFirst(),
  allow: holds("texts.manage"),
  async run({ subject: { id, body_id }, input: _, db }) {
    await db.deleteFrom("letter_titles").where("id", "=", id).execute()
    return letterTitleDropped({ bodyId: body_id, titleId: id })
  },
})

/** How a body addresses those of a function: its own way, and what is shipped. */
export const listTitles = read({
  name: "letters.titles",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    return {
      own: await ownTitles(body.id, given),
      shipped: titles.map(({ m, f }) => ({ called_m: m, called_f: f })),
      may: await may(body, [keepTitle], given),
    }
  },
})
