import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { organisationOf } from "../../counterparts/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { assemblyChanged } from "../events.ts"
import { findSeenAssembly } from "./seen.ts"

/** What is corrected of an assembly: its name, its seats, and which institution of the file it is. Its kind is for good: its rules hang on it. */
export const changeAssembly = command({
  name: "assemblies.change",
  input: z.object({
    assemblyId: z.uuid(),
    name: line(200),
    seats: z.int().min(1).max(10_000).nullable(),
    /** Absent: as it is, for whoever does not read the file of counterparts. */
    outsideId: z.uuid().nullish(),
  }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: holds("sittings.manage"),
  async run({ input: { name, seats, outsideId }, subject: assembly, ...given }) {
    if (outsideId && outsideId !== assembly.outside_id) await organisationOf(outsideId, assembly.body_id, given)
    await given.db
      .updateTable("assemblies")
      .set({ name, seats, outside_id: outsideId === undefined ? assembly.outside_id : outsideId })
      .where("id", "=", assembly.id)
      .execute()
    return assemblyChanged({ assemblyId: assembly.id, bodyId: assembly.body_id })
  },
})
