import { sql } from "kysely"
import type pg from "pg"
import type { Db } from "../../kernel/db.ts"
import type { TerritoryFile } from "./read-file.ts"
import type { Level } from "./tables.ts"

/** What a file changes. */
export type PlacesChanged = {
  added: number
  same: number
  /** Of places that a newer file spoke of already: left as they are. */
  older: number
  renamed: { code: string; name: string; was: string }[]
  ended: { id: string; code: string; name: string; level: Level; last: string; became: string | null }[]
}

type Told = {
  source: string
  /** The day the file speaks of. */
  vintage: Temporal.PlainDate
  /** What it no longer lists has ended: for a file that is whole where it speaks. */
  endsMissing?: boolean
}

/** Writes what a file gave, from the command line: as the owner of the tables. */
export const writeTerritories = async (
  file: TerritoryFile,
  told: Told,
  owner: pg.Client | pg.PoolClient,
): Promise<PlacesChanged> => {
  await owner.query("begin")
  try {
    const { rows } = await owner.query<{ told: PlacesChanged }>("select put_places($1, $2, $3, $4, $5, $6) as told", [
      ...values(file, told),
    ])
    await owner.query("commit")
    return rows[0]!.told
  } catch (error) {
    await owner.query("rollback")
    throw error
  }
}

/** The same from a page, by the organisation that keeps the places; any other is refused by the database itself. */
export const importTerritories = async (file: TerritoryFile, told: Told, db: Db): Promise<PlacesChanged> => {
  const [places, successors, absorbed, endsMissing, source, vintage] = values(file, told)
  const { rows } = await sql<{ told: PlacesChanged }>`
    select import_places(${places}::jsonb, ${successors}::jsonb, ${absorbed}::jsonb, ${endsMissing}, ${source}, ${vintage}::date) as told`.execute(
    db,
  )
  return rows[0]!.told
}

const values = (file: TerritoryFile, { source, vintage, endsMissing = false }: Told) =>
  [
    JSON.stringify(file.territories),
    JSON.stringify(file.successors),
    JSON.stringify(file.absorbed),
    endsMissing,
    source,
    vintage.toString(),
  ] as const
