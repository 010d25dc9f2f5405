import { z } from "zod"
import { dayOf } from "../../../../kernel/clock.ts"
import { command } from "../../../../kernel/command.ts"
import { newId } from "../../../../kernel/id.ts"
import { read } from "../../../../kernel/read.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { holds } from "../../../mandates/contract.ts"
import { assemblyMembersImported } from "../../events.ts"
import { insertGroup } from "../groups/add.ts"
import { findSeenAssembly } from "../seen.ts"
import { memberColumnKinds, nameOf } from "./lines.ts"
import { type ForeseenMember, foresee } from "./foresee.ts"

const wish = z.object({
  assemblyId: z.uuid(),
  fileId: z.uuid(),
  /** What each column holds; by the likeness of the headings unless told. */
  columns: z.array(z.enum(memberColumnKinds).nullable()).max(100).optional(),
})

/** What each line of a list of councillors would do, before anything is written. */
export const foreseeAssemblyMembers = read({
  name: "assemblies.foreseeMembers",
  input: wish,
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: assembly, ...given }) {
    const { lines, ...shown } = await foresee(assembly, input, given)
    return { ...shown, lines: lines.map(shownLine) }
  },
})

/** Writes what was foreseen. `complete`: the file has them all, and whoever is not in it sits there no more since yesterday. */
export const importAssemblyMembers = command({
  name: "assemblies.importMembers",
  input: wish.extend({ complete: z.boolean().default(false) }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: assembly, ...given }) {
    const { lines, newGroups, gone } = await foresee(assembly, input, given)
    const groups = new Map<string, string>()
    for (const { key, ...said } of newGroups)
      groups.set(key, await insertGroup({ ...said, assemblyId: assembly.id, tint: "grey" }, given))
    for (const line of lines) await write(line, { assemblyId: assembly.id, groups }, given)
    if (input.complete && gone.length > 0)
      await given.db
        .updateTable("assembly_members")
        .set({ until: dayOf(given.now).subtract({ days: 1 }) })
        .where(
          "id",
          "in",
          gone.map(({ id }) => id),
        )
        .execute()
    const count = (state: ForeseenMember["state"]) => lines.filter((line) => line.state === state).length
    return assemblyMembersImported({
      assemblyId: assembly.id,
      bodyId: assembly.body_id,
      created: count("new"),
      changed: count("changed"),
      refused: count("refused"),
      left: input.complete ? gone.length : 0,
      groups: newGroups.length,
    })
  },
})

const write = async (
  line: ForeseenMember,
  { assemblyId, groups }: { assemblyId: string; groups: ReadonlyMap<string, string> },
  { actor, db }: Circumstances,
): Promise<void> => {
  if (line.state === "refused" || line.state === "same") return
  const { group: _, short: __, side: ___, ...member } = line.member
  const group_id = line.groupId ?? (line.groupKey ? groups.get(line.groupKey)! : null)
  if (line.state === "new")
    await db
      .insertInto("assembly_members")
      .values({
        ...member,
        organisation_id: actor.organisation,
        id: newId(),
        assembly_id: assemblyId,
        group_id,
        person_id: line.personId,
      })
      .execute()
  else
    await db
      .updateTable("assembly_members")
      // What the file does not say is not taken from what is known.
      .set({
        ...Object.fromEntries(Object.entries(member).filter(([, value]) => value !== null)),
        ...(group_id && { group_id }),
      })
      .where("id", "=", line.id)
      .execute()
}

const shownLine = (line: ForeseenMember) =>
  line.state === "refused"
    ? { line: line.line, state: line.state, name: line.name, reason: line.reason, group: null, ours: false }
    : {
        line: line.line,
        state: line.state,
        name: nameOf(line.member),
        reason: null,
        group: line.member.group,
        ours: line.state === "new" && line.personId !== null,
      }
