import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids, line } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import {
  bodyClosed,
  closeBodyRow,
  findBody,
  findBodyToClose,
  foundBody,
  isCodeTaken,
  lockTree,
  type ProfileKey,
  profiles,
  writeOrigin,
} from "../../bodies/contract.ts"
import { endAllIn, foundFunctions, foundMandate, holds, mustSee } from "../../mandates/contract.ts"
import { bodySplit } from "../events.ts"
import { carryMembers } from "./carry.ts"
import { bodyCode } from "./code.ts"

/**
 * A body becomes several, each with the rulebook of the profile and the people named, beside it under the same parent. It goes on
 * with the rest, or closes; what it did stays with it, and the members of each new one read it.
 */
export const splitBody = command({
  name: "bodies.split",
  input: z.object({
    bodyId: z.uuid(),
    into: z
      .array(z.object({ name: line(), code: bodyCode, founderId: z.uuid(), people: ids(5000).default([]) }))
      .min(1)
      .max(10),
    closes: z.boolean().default(false),
  }),
  async find({ bodyId }, given) {
    await lockTree(given)
    return findBodyToClose(bodyId, given.db)
  },
  allow: holds("bodies.manage"),
  async run({ input: { into, closes }, subject: body, ...given }) {
    if (!body.parent_id) return refuse("bodies.at_the_top")
    const parent = (await findBody(body.parent_id, given.db)) ?? refuse("not_found", {}, 404)
    if (!(await holds("people.manage")(body, given))) refuse("bodies.not_yours", { body: body.name }, 403)
    if (!(await holds("bodies.manage")(parent, given))) refuse("bodies.not_yours", { body: parent.name }, 403)
    await mustSee(
      into.map(({ founderId }) => founderId),
      given,
      { enters: true },
    )
    const today = dayOf(given.now, body.zone)
    const profile = body.profile as ProfileKey
    const bodyIds: string[] = []
    let people = 0
    for (const [n, one] of into.entries()) {
      if (await isCodeTaken(one.code, given)) invalid(["into", n, "code"], "code_taken")
      const id = await foundBody({ name: one.name, code: one.code, profile, kind: body.kind, parent }, given)
      await foundFunctions({ bodyId: id, profile }, given)
      await foundMandate({ personId: one.founderId, bodyId: id, functionKey: profiles[profile].founder }, given)
      const others = one.people.filter((person) => person !== one.founderId)
      people += 1 + (await carryMembers({ people: others, fromId: body.id, toId: id, on: today }, given))
      await writeOrigin({ bodyId: id, originId: body.id, on: today }, given)
      bodyIds.push(id)
    }
    const split = bodySplit({ bodyId: body.id, bodyIds, people, closes })
    if (!closes) return split
    await closeBodyRow(body.id, today, given)
    return [split, bodyClosed({ bodyId: body.id, ...(await endAllIn(body.id, today, given.db)) })]
  },
})
