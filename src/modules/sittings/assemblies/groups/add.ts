import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { newId } from "../../../../kernel/id.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyGroupAdded } from "../../events.ts"
import { findSeenAssembly } from "../seen.ts"
import { groupSaid, withoutNamesake } from "./group.ts"

/** A group of an assembly: ours, or one beside which ours sits. */
export const addGroup = command({
  name: "assemblies.addGroup",
  input: groupSaid.extend({ assemblyId: z.uuid() }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: holds("sittings.manage"),
  async run({ input: { assemblyId, ...said }, subject: { body_id }, ...given }) {
    await withoutNamesake({ assemblyId, short: said.short }, given)
    return assemblyGroupAdded({
      groupId: await insertGroup({ assemblyId, ...said }, given),
      assemblyId,
      bodyId: body_id,
    })
  },
})

export const insertGroup = async (
  { assemblyId, isOurs, ...said }: z.output<typeof groupSaid> & { assemblyId: string },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("assembly_groups")
    .values({
      ...said,
      organisation_id: actor.organisation,
      id,
      assembly_id: assemblyId,
      is_ours: isOurs,
      ended_on: null,
    })
    .execute()
  return id
}
