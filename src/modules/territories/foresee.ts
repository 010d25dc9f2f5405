import { sql } from "kysely"
import { z } from "zod"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import type { ContourFile } from "./contours/read-contours.ts"
import { looksLikeContours, readContoursFile, type ContoursTrouble } from "./contours/read-in-thread.ts"
import { knownContours } from "./contours/write-contours.ts"
import { byTheirKeeper, bytesOf, findOfficialFile, type OfficialFile } from "./official-file.ts"
import { readTerritories, type TerritoryFile } from "./read-file.ts"
import { importTerritories } from "./write.ts"

const SHOWN = 200

/** What an official file is, and what reading it would change: the same statements as the import, taken back. */
export const foreseeTerritories = read({
  name: "territories.foresee",
  input: z.object({
    fileId: z.uuid(),
    on: day().optional(),
    endsMissing: z.enum(["yes", "no"]).default("yes"),
  }),
  find: ({ fileId }, given) => findOfficialFile(fileId, given),
  allow: holds("bodies.manage"),
  async run({ input, subject: file, ...given }) {
    await byTheirKeeper(file, given.db)
    const vintage = input.on ?? guessedDay(file.name, given.now)
    const found = await readOfficialFile(file, given)
    const what = { name: file.name, vintage }
    if ("reason" in found) return { ...what, kind: null, reason: found.reason }
    if (found.kind === "contours") {
      const contours = await knownContours(found, given.db)
      return { ...what, kind: found.kind, reason: null, credit: found.credit, contours, places: null, unread: [] }
    }
    await sql`savepoint foreseeing`.execute(given.db)
    try {
      const told = { source: file.name, vintage, endsMissing: input.endsMissing === "yes" }
      const { renamed, ended, ...changes } = await importTerritories(found, told, given.db)
      const bodies = await standingOn(
        ended.map(({ id }) => id),
        given,
      )
      const places = {
        ...changes,
        count: found.territories.length,
        renamed: { count: renamed.length, first: renamed.slice(0, SHOWN) },
        ended: { count: ended.length, first: ended.slice(0, SHOWN), bodies },
      }
      return {
        ...what,
        kind: found.kind,
        reason: null,
        credit: null,
        contours: null,
        places,
        unread: found.unread.slice(0, 20),
      }
    } finally {
      await sql`rollback to savepoint foreseeing`.execute(given.db)
    }
  },
})

/** An official file of either kind, or why it is none. */
export const readOfficialFile = async (
  file: OfficialFile,
  given: Circumstances,
): Promise<TerritoryFile | ContourFile | { reason: ContoursTrouble | "unknown_file" }> => {
  const bytes = await bytesOf(file, given)
  if (looksLikeContours(bytes)) return readContoursFile(bytes)
  return readTerritories(bytes) ?? { reason: "unknown_file" }
}

// "v_commune_2024.csv", "communes-01-01-2025.csv": such files speak of the first day of their year.
const guessedDay = (name: string, now: Temporal.Instant): Temporal.PlainDate => {
  const year = /(?:^|\D)((?:19|20)\d\d)(?!\d)/.exec(name)?.[1]
  return new Temporal.PlainDate(year ? Number(year) : now.toZonedDateTimeISO("Europe/Brussels").year, 1, 1)
}

/** The bodies of this organisation that stand on one of these places. */
const standingOn = async (ids: readonly string[], { db }: Circumstances) => {
  const { rows } = await sql<{ id: string; name: string; place: string }>`
    select b.id, b.name, string_agg(t.name, ', ' order by t.folded) as place
      from body_territories h
      join bodies b on (b.organisation_id, b.id) = (h.organisation_id, h.body_id) and b.closed_on is null
      join territories t on (t.country, t.level, t.code) = (h.country, h.level, h.code)
     where h.country || '/' || h.level || '/' || h.code = any(${[...ids]}::text[])
     group by b.id, b.name order by b.name limit 100`.execute(db)
  return rows
}
