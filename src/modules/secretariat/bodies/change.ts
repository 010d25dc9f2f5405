import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { changeBodyRow, findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { bodyChanged } from "../events.ts"

/** The name of a body, where it usually meets, and the town its letters are written in; that one, left out, stays as it was. */
export const changeBody = command({
  name: "bodies.change",
  input: z.object({ bodyId: z.uuid(), name: line(), place: line().nullish(), town: line(100).nullish() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { name, place = null, town }, subject: body, ...given }) {
    await changeBodyRow(body.id, { name, place, ...(town === undefined ? {} : { town }) }, given)
    return bodyChanged({ bodyId: body.id })
  },
})
