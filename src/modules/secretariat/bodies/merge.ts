import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import {
  bodyClosed,
  closeBodyRow,
  findBody,
  findBodyToClose,
  lockTree,
  moveBodyRow,
  writeOrigin,
} from "../../bodies/contract.ts"
import { endAllIn, holds } from "../../mandates/contract.ts"
import { bodiesMerged } from "../events.ts"
import { carryMandates, carryMembers } from "./carry.ts"

/**
 * A body ends and goes on in another. The people named are of the other from today; what stood under it goes under the other; its
 * meetings, decisions and papers stay with it, and the members of the other read them. Refused while something is open in it.
 */
export const mergeBody = command({
  name: "bodies.merge",
  input: z.object({
    bodyId: z.uuid(),
    intoId: z.uuid(),
    /** Those who were asked and go along. */
    people: ids(5000).default([]),
    /** They hold there what they held here, where the other body has that function. */
    mandates: z.boolean().default(false),
  }),
  async find({ bodyId }, given) {
    await lockTree(given)
    return findBodyToClose(bodyId, given.db)
  },
  allow: holds("bodies.manage"),
  async run({ input: { intoId, people, mandates }, subject: body, ...given }) {
    if (body.id === intoId) invalid(["intoId"], "same_body")
    const into = (await findBody(intoId, given.db)) ?? refuse("not_found", {}, 404)
    const mustHold = async (one: "bodies.manage" | "people.manage" | "mandates.manage", where: typeof into) => {
      if (!(await holds(one)(where, given))) refuse("bodies.not_yours", { body: where.name }, 403)
    }
    await mustHold("bodies.manage", into)
    if (people.length > 0) {
      await mustHold("people.manage", body)
      await mustHold("people.manage", into)
    }
    if (mandates) await mustHold("mandates.manage", into)
    // Public means of an elected group never serve the party, nor its members’ file the group (code électoral L52-8).
    if (into.means !== body.means) refuse("bodies.other_means")
    if (into.line.includes(body.id)) refuse("bodies.circle")
    const today = dayOf(given.now, body.zone)
    const way = { people, fromId: body.id, toId: intoId, on: today }
    const carried = await carryMembers(way, given)
    const held = mandates ? await carryMandates({ ...way, note: body.name }, given) : 0
    const { rows: below } = await sql<{ id: string }>`
      select id from bodies where parent_id = ${body.id} and closed_on is null`.execute(given.db)
    for (const { id } of below) await moveBodyRow(id, intoId, given)
    await writeOrigin({ bodyId: intoId, originId: body.id, on: today }, given)
    await closeBodyRow(body.id, today, given)
    const ended = await endAllIn(body.id, today, given.db)
    return [
      bodiesMerged({ bodyId: body.id, intoId, people: carried, mandates: held }),
      bodyClosed({ bodyId: body.id, ...ended }),
    ]
  },
})
