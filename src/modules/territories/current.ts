import { sql } from "kysely"
import { z } from "zod"
import type { Db } from "../../kernel/db.ts"

/** An official place as a field sends it: "BE/municipality/58001". */
export const placeId = () => z.string().regex(/^[A-Z]{2}\/[a-z]+\/[0-9A-Z]{1,6}$/, "invalid_value")

/** These places as they are today: a code that is no more becomes its successor. Undefined when one of them is not known. */
export const currentPlaces = async (asked: readonly string[], db: Db): Promise<string[] | undefined> => {
  const { rows } = await sql<{ now: string }>`
    select country || '/' || level || '/' || coalesce(became, code) as now
      from territories where (country, level, code) in (
        select split_part(x, '/', 1), split_part(x, '/', 2), split_part(x, '/', 3) from unnest(${[...asked]}::text[]) as x)`.execute(
    db,
  )
  return rows.length < new Set(asked).size ? undefined : [...new Set(rows.map(({ now }) => now))]
}
