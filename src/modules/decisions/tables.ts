import type { ColumnType, Generated } from "kysely"

export type DecisionRow = {
  organisation_id: string
  id: string
  body_id: string
  meeting_id: string | null
  item_id: string | null
  /** The vote it comes of, where it was not announced in a room. */
  ballot_id: Generated<string | null>
  /** The election without candidate it comes of. */
  election_id: Generated<string | null>
  matter_id: string | null
  year: number
  number: number
  title: string
  text: string
  how: "consent" | "show_of_hands" | "roll_call" | "ballot" | "written"
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  blank: number | null
  adopted: boolean
  quorum: ColumnType<unknown, unknown, unknown>
  majority: ColumnType<unknown, unknown, unknown>
  taken_at: Temporal.Instant
  confidential: Generated<boolean>
  state: Generated<"in_force" | "carried_out" | "superseded" | "reopened" | "rejected">
  superseded_by: string | null
  carried_out_on: Temporal.PlainDate | null
  review_on: Temporal.PlainDate | null
}

declare module "../../kernel/db.ts" {
  interface Tables {
    decisions: DecisionRow
    decision_votes: {
      organisation_id: string
      decision_id: string
      person_id: string
      vote: "for" | "against" | "abstained" | "blank"
    }
  }
}
