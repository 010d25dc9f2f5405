import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { day } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { importContours } from "./contours/write-contours.ts"
import { readOfficialFile } from "./foresee.ts"
import { byTheirKeeper, findOfficialFile } from "./official-file.ts"
import { importTerritories } from "./write.ts"

export const territoriesImported = event<{
  fileId: string
  kind: string
  vintage: string
  added: number
  renamed: number
  ended: number
  contours: number
}>()("territories.imported")

/** Reads an official file for the whole installation: places by their codes, or their outlines. Nothing is deleted by it. */
export const importTerritoriesFile = command({
  name: "territories.import",
  input: z.object({
    fileId: z.uuid(),
    /** The day it speaks of. */
    on: day(),
    /** What it no longer lists, beside what it does, has ended. */
    endsMissing: z.boolean().default(true),
    /** Who made the outlines and under which licence, as it is shown under the map. */
    credit: z.string().trim().max(300).nullish(),
  }),
  find: ({ fileId }, given) => findOfficialFile(fileId, given),
  allow: holds("bodies.manage"),
  async run({ input: { on, endsMissing, credit }, subject: file, ...given }) {
    await byTheirKeeper(file, given.db)
    const read = await readOfficialFile(file, given)
    if ("reason" in read) return refuse("territories.unreadable", { reason: read.reason })
    const told = { source: file.name, vintage: on }
    const facts = { fileId: file.id, kind: read.kind, vintage: on.toString() }
    if (read.kind === "contours") {
      const { count } = await importContours(read, { ...told, credit: credit || file.name }, given.db)
      return territoriesImported({ ...facts, added: 0, renamed: 0, ended: 0, contours: count })
    }
    const { added, renamed, ended } = await importTerritories(read, { ...told, endsMissing }, given.db)
    return territoriesImported({ ...facts, added, renamed: renamed.length, ended: ended.length, contours: 0 })
  },
})
