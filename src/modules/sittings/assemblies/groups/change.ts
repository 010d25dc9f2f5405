import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyGroupChanged } from "../../events.ts"
import { findSeenGroup, groupSaid, withoutNamesake } from "./group.ts"

export const changeGroup = command({
  name: "assemblies.changeGroup",
  input: groupSaid.extend({ groupId: z.uuid() }),
  find: ({ groupId }, given) => findSeenGroup(groupId, given),
  allow: holds("sittings.manage"),
  async run({ input: { groupId, isOurs, ...said }, subject: { assembly_id, body_id }, ...given }) {
    await withoutNamesake({ assemblyId: assembly_id, short: said.short, but: groupId }, given)
    await given.db
      .updateTable("assembly_groups")
      .set({ ...said, is_ours: isOurs })
      .where("id", "=", groupId)
      .execute()
    return assemblyGroupChanged({ groupId, assemblyId: assembly_id, bodyId: body_id })
  },
})
