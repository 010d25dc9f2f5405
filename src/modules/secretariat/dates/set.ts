import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, line } from "../../../kernel/input.ts"
import { findBody, findKeyDateToRemove, insertKeyDate, keyDateKinds, removeKeyDate } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { keyDateAdded, keyDateRemoved } from "../events.ts"

/** Writes down a day that no rule gives: an election, a congress. The year of the body, and of those under it, counts from it. */
export const addKeyDate = command({
  name: "dates.add",
  input: z.object({
    bodyId: z.uuid(),
    kind: z.enum(keyDateKinds),
    day: day(),
    name: line(120).nullish(),
    /** Who says so: a decree, a page, a decision. */
    source: line(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { kind, day: on_day, name = null, source }, subject: body, ...given }) {
    const keyDateId = await insertKeyDate({ bodyId: body.id, kind, on_day, name, source }, given)
    return keyDateAdded({ keyDateId, bodyId: body.id, kind, day: String(on_day) })
  },
})

/** Takes a day back: it was wrong, or has moved. */
export const removeDate = command({
  name: "dates.remove",
  input: z.object({ keyDateId: z.uuid() }),
  find: ({ keyDateId }, { db }) => findKeyDateToRemove(keyDateId, db),
  allow: holds("bodies.manage"),
  async run({ subject: { id, body_id }, ...given }) {
    await removeKeyDate(id, given)
    return keyDateRemoved({ keyDateId: id, bodyId: body_id })
  },
})
