import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOfMany } from "../../bodies/contract.ts"
import { forgetFiles } from "../../documents/contract.ts"
import { noteRetention } from "../../privacy/contract.ts"
import { booksForgotten } from "./events.ts"

const RULE = "eu.all.privacy.keep_books"
/** The rest waits for the next night. */
const MOST = 500

export const forgetBooksNightly: Schedule = {
  name: "sittings: keep books no longer than the rules say",
  cron: "48 3 * * *",
  run: (given) => forgetBooks(given),
}

/**
 * Deletes the copies of the books of sittings that were longer ago than the rulebook keeps them, with their files. Texts, positions and
 * reports stay where they are. The copies of a sitting stay together when somebody wrote notes on one of them: those are theirs.
 */
export const forgetBooks = async (given: Circumstances): Promise<void> => {
  const { db, now } = given
  const today = dayOf(now)
  const { rows: bodies } = await sql<{ body_id: string }>`
    select distinct s.body_id from sittings s join sitting_books c on (c.organisation_id, c.sitting_id) = (s.organisation_id, s.id)
     where s.starts < ${today.subtract({ months: 1 })}::date`.execute(db)
  const rules = await ruleOfMany(
    bodies.map(({ body_id }) => body_id),
    RULE,
    today,
    db,
  )
  let books = 0
  for (const { body_id } of bodies) {
    const months = rules.get(body_id)?.value
    if (typeof months !== "number" || months <= 0) continue
    const { rows } = await sql<{ id: string }>`
      select s.id from sittings s
       where s.body_id = ${body_id} and s.starts < ${today.subtract({ months: Math.round(months) })}::date
         and exists (select from sitting_books c where (c.organisation_id, c.sitting_id) = (s.organisation_id, s.id))
       order by s.starts, s.id limit ${MOST}`.execute(db)
    for (const { id } of rows) books += await forgetBooksOf(id, body_id, given)
  }
  if (books > 0) await noteRetention({ books }, given)
}

const forgetBooksOf = async (sittingId: string, bodyId: string, given: Circumstances): Promise<number> => {
  const { db } = given
  await sql`savepoint books_of_sitting`.execute(db)
  try {
    const gone = await db
      .deleteFrom("sitting_books")
      .where("sitting_id", "=", sittingId)
      .returning(["id", "file_id"])
      .execute()
    await forgetFiles(
      gone.flatMap(({ file_id }) => file_id ?? []),
      given,
    )
    await record([booksForgotten({ sittingId, bodyId, books: gone.length })], given)
    return gone.length
  } catch (problem) {
    if ((problem as { code?: string }).code !== HANGS_STILL) throw problem
    await sql`rollback to savepoint books_of_sitting`.execute(db)
    return 0
  }
}

// PostgreSQL: foreign_key_violation.
const HANGS_STILL = "23503"
