import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody, findBodyToClose, lockTree, moveBodyRow } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { bodyMoved } from "../events.ts"

/** A body, and all that stands under it, goes under another, by whoever looks after both. The tree stays a tree. */
export const moveBody = command({
  name: "bodies.move",
  input: z.object({ bodyId: z.uuid(), underId: z.uuid() }),
  async find({ bodyId }, given) {
    await lockTree(given)
    return findBodyToClose(bodyId, given.db)
  },
  allow: holds("bodies.manage"),
  async run({ input: { underId }, subject: body, ...given }) {
    const under = (await findBody(underId, given.db)) ?? refuse("not_found", {}, 404)
    if (!(await holds("bodies.manage")(under, given))) refuse("bodies.not_yours", { body: under.name }, 403)
    if (body.parent_id === underId) refuse("bodies.already_there")
    await moveBodyRow(body.id, underId, given)
    return bodyMoved({ bodyId: body.id, underId, beforeId: body.parent_id })
  },
})
