import { z } from "zod"
import { command } from "../../../../kernel/command.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyMemberChanged } from "../../events.ts"
import { findSeenMember, memberColumns, memberSaid } from "./member.ts"

/** Another group, another seat, a last day, or who of ours it is. */
export const changeAssemblyMember = command({
  name: "assemblies.changeMember",
  input: memberSaid.extend({ memberId: z.uuid() }),
  find: ({ memberId }, given) => findSeenMember(memberId, given),
  allow: holds("sittings.manage"),
  async run({ input: { memberId, ...said }, subject, ...given }) {
    const columns = await memberColumns(said, { assemblyId: subject.assembly_id, known: subject.person_id }, given)
    await given.db.updateTable("assembly_members").set(columns).where("id", "=", memberId).execute()
    return assemblyMemberChanged({ memberId, assemblyId: subject.assembly_id, bodyId: subject.body_id })
  },
})
