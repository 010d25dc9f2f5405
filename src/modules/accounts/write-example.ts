import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Equipment } from "../../kernel/equipment.ts"
import { refuse } from "../../kernel/refusal.ts"

type Given = { db: Db; equipment: Equipment }

/** What the organisations of the example say of themselves while they are written. */
export const unfinishedExample = { example: true, unfinished: true }

/**
 * Writes the example whole or not at all, in one process at a time. What a writing that was stopped has left is taken away
 * first; what breaks off is taken away too. `write` marks each organisation with `unfinishedExample`.
 */
export const writeExample = <T>(given: Given, write: () => Promise<T>): Promise<T> =>
  alone(
    given.db,
    async () => {
      await forget(given)
      try {
        const written = await write()
        await sql`select example_finish()`.execute(given.db)
        return written
      } catch (error) {
        // Should it not go, the next start, visit or writing takes it away: what broke is what is to be told.
        await forget(given).catch((problem: Error) => given.equipment.print(`example: ${problem.message}`))
        throw error
      }
    },
    () => refuse("accounts.example_being_written", {}, 409),
  )

/**
 * Takes away an example whose writing was stopped, by a kill or a cut, and opens the first visit again; leaves alone one that
 * is being written. Says whether there was one.
 */
export const forgetUnfinishedExample = async (given: Given): Promise<boolean> => {
  const found = await unfinished(given.db)
  return (
    found.length > 0 &&
    alone(
      given.db,
      () => forget(given),
      async () => false,
    )
  )
}

const forget = async ({ db, equipment: { files } }: Given): Promise<boolean> => {
  const found = await unfinished(db)
  await unlessCrossed(() => sql`select example_forget()`.execute(db))
  // After the rows: a file nobody refers to harms nobody, a row without its file would.
  for (const organisation of found)
    for await (const { hash } of files.each(organisation)) await files.remove(organisation, hash)
  return found.length > 0
}

// What was begun in it (its words put into search, its papers made) may be under way in the workers, and cross this.
const unlessCrossed = async <T>(work: () => Promise<T>, tries = 5): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!crossed.includes((error as { code?: string }).code ?? "") || tries === 0) throw error
    return unlessCrossed(work, tries - 1)
  }
}

// A deadlock; a row that came in between and refers to one that goes.
const crossed = ["40P01", "23503"]

const unfinished = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select example_unfinished() as id`.execute(db)
  return rows.map(({ id }) => id)
}

// The lock lives as long as its connection: a process that is killed gives it back.
const alone = <T>(db: Db, work: () => Promise<T>, taken: () => T | Promise<T>): Promise<T> =>
  db.connection().execute(async (own) => {
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(1347571534, 2) as held`.execute(own)
    if (!rows[0]!.held) return taken()
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(1347571534, 2)`.execute(own)
    }
  })
