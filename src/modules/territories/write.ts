import type pg from "pg"
import type { TerritoryFile } from "./read-file.ts"

/**
 * Writes what a file gave, with its source and the day it speaks of. An older file never overwrites a newer one; nothing is deleted,
 * for bodies stand there: a code that is no more leads to its successor. As the owner of the tables: no organisation may.
 */
export const writeTerritories = async (
  { territories, successors }: TerritoryFile,
  { source, vintage }: { source: string; vintage: Temporal.PlainDate },
  owner: pg.Client | pg.PoolClient,
): Promise<{ written: number; ended: number }> => {
  await owner.query("begin")
  try {
    const { rowCount: written } = await owner.query(
      `insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage)
       select country, level, code, name, parent_level, parent_code, postcodes, $2, $3::date
         from jsonb_to_recordset($1::jsonb) as t(country text, level text, code text, name text, parent_level text,
                                                 parent_code text, postcodes text[])
           on conflict (country, level, code) do update
          set name = excluded.name, parent_level = excluded.parent_level, parent_code = excluded.parent_code,
              postcodes = case when excluded.postcodes = '{}' then territories.postcodes else excluded.postcodes end,
              source = excluded.source, vintage = excluded.vintage
        where territories.vintage <= excluded.vintage`,
      [JSON.stringify(territories), source, vintage.toString()],
    )
    const { rowCount: ended } = await owner.query(
      `insert into territories (country, level, code, name, source, vintage, valid_to, became)
       select country, level, code, name, $2, $3::date, "on" - 1, became
         from jsonb_to_recordset($1::jsonb) as t(country text, level text, code text, name text, became text, "on" date)
           on conflict (country, level, code) do update set valid_to = excluded.valid_to, became = excluded.became`,
      [JSON.stringify(successors), source, vintage.toString()],
    )
    await owner.query("commit")
    return { written: written ?? 0, ended: ended ?? 0 }
  } catch (error) {
    await owner.query("rollback")
    throw error
  }
}
