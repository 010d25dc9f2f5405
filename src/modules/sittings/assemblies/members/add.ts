import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { newId } from "../../../../kernel/id.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyMemberAdded } from "../../events.ts"
import { findSeenAssembly } from "../seen.ts"
import { memberColumns, memberSaid } from "./member.ts"

/** Somebody who sits in the assembly. */
export const addAssemblyMember = command({
  name: "assemblies.addMember",
  input: memberSaid.extend({ assemblyId: z.uuid() }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: holds("sittings.manage"),
  async run({ input: { assemblyId, ...said }, subject: { body_id }, ...given }) {
    const memberId = newId()
    const columns = await memberColumns(said, { assemblyId }, given)
    await given.db
      .insertInto("assembly_members")
      .values({ ...columns, organisation_id: given.actor.organisation, id: memberId, assembly_id: assemblyId })
      .execute()
    return assemblyMemberAdded({ memberId, assemblyId, bodyId: body_id })
  },
})
