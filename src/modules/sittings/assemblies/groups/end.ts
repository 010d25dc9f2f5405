import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { dayOf } from "../../../../kernel/clock.ts"
import { refuse } from "../../../../kernel/refusal.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyGroupEnded } from "../../events.ts"
import { findSeenGroup } from "./group.ts"

/** A group that is no more. Those who sit in it are given another first: nobody loses their place by it. */
export const endGroup = command({
  name: "assemblies.endGroup",
  input: z.object({ groupId: z.uuid() }),
  find: ({ groupId }, given) => findSeenGroup(groupId, given),
  allow: holds("sittings.manage"),
  async run({ input: { groupId }, subject: { assembly_id, body_id }, db, now }) {
    const today = dayOf(now)
    const { count } = await db
      .selectFrom("assembly_members")
      .select((on) => on.fn.countAll<number>().as("count"))
      .where("group_id", "=", groupId)
      .where((on) => on.or([on("until", "is", null), on("until", ">=", today)]))
      .executeTakeFirstOrThrow()
    if (Number(count) > 0) refuse("assemblies.group_has_members", { count: Number(count) })
    await db.updateTable("assembly_groups").set({ ended_on: today }).where("id", "=", groupId).execute()
    return assemblyGroupEnded({ groupId, assemblyId: assembly_id, bodyId: body_id })
  },
})
