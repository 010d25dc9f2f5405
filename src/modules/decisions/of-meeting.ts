import { type Selectable, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Vote } from "./result.ts"
import type { DecisionRow } from "./tables.ts"

export type DecisionOfMeeting = Selectable<DecisionRow> & { roll: { person_id: string; vote: Vote }[] }

/** The decisions of a meeting in the order they were taken, with their roll calls by name. Past every rule of reading. */
export const decisionsOfMeeting = async (meetingId: string, db: Db): Promise<DecisionOfMeeting[]> => {
  const decisions = await db
    .selectFrom("decisions")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .orderBy("year")
    .orderBy("number")
    .execute()
  if (decisions.length === 0) return []
  const votes = await db
    .selectFrom("decision_votes")
    .innerJoin("people", (join) =>
      join
        .onRef("people.organisation_id", "=", "decision_votes.organisation_id")
        .onRef("people.id", "=", "decision_votes.person_id"),
    )
    .select(["decision_id", "person_id", "vote"])
    .where(
      "decision_id",
      "in",
      decisions.map(({ id }) => id),
    )
    .orderBy(sql`people.folded collate "C"`)
    .orderBy("person_id")
    .execute()
  return decisions.map((decision) => ({
    ...decision,
    roll: votes
      .filter(({ decision_id }) => decision_id === decision.id)
      .map(({ person_id, vote }) => ({ person_id, vote })),
  }))
}

/** "2026-21", as papers and people cite it. */
export const decisionNumber = ({ year, number }: { year: number; number: number }): string => `${year}-${number}`
