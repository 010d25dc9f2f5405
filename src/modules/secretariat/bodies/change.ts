import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { changeBodyRow, findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { bodyChanged } from "../events.ts"

/** The name of a body and where it usually meets. */
export const changeBody = command({
  name: "bodies.change",
  input: z.object({ bodyId: z.uuid(), name: line(), place: line().nullish() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { name, place = null }, subject: body, ...given }) {
    await changeBodyRow(body.id, { name, place }, given)
    return bodyChanged({ bodyId: body.id })
  },
})
