import { sql } from "kysely"
import { confide } from "../../../kernel/confide.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

const MOST = 10_000

/**
 * Two records of one person both contested a vote, and each waits for an answer: one contestation is left, with the words of both.
 * Whoever answers it answers all that was said.
 */
export const gatherContests = async (from: string, into: string, given: Circumstances): Promise<void> => {
  const { rows } = await sql<{ id: string; words: string; other: string }>`
    select s.id, s.words, t.words as other from ballot_contests s
      join ballot_contests t on (t.organisation_id, t.ballot_id) = (s.organisation_id, s.ballot_id)
     where s.person_id = ${into} and t.person_id = ${from} and s.settled_at is null and t.settled_at is null
     order by s.id for update of s, t`.execute(given.db)
  for (const { id, words, other } of rows) {
    if (words === other || other === "") continue
    const both = [words, other].filter(Boolean).join("\n\n").slice(0, MOST)
    await given.db
      .updateTable("ballot_contests")
      .set({ words: confide(given, true).text(both) })
      .where("id", "=", id)
      .execute()
  }
}
