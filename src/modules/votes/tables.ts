import type { Generated, ColumnType } from "kysely"
import type { MajorityRule } from "../../kernel/law/majority.ts"
import type { Choice, Figures } from "./choice.ts"
import type { Outcome } from "./outcome.ts"

export const kinds = ["yes_no", "candidates"] as const
export const methods = ["majority", "plurality", "approval", "instant_runoff", "scottish", "schulze"] as const
export const manners = ["named", "hand", "paper"] as const
export const electorates = ["rulebook", "members", "members_up_to_date", "holders"] as const

export type Method = (typeof methods)[number]

type Written<T> = ColumnType<T, unknown, unknown>

export type BallotRow = {
  organisation_id: string
  id: string
  body_id: string
  title: string
  question: string
  kind: (typeof kinds)[number]
  candidates: string[]
  seats: number
  method: Method
  rule_key: string | null
  rule: Written<MajorityRule | null>
  manner: (typeof manners)[number]
  changeable: boolean
  between_equals: "lot" | "none"
  lot: number[] | null
  drawn_at: Temporal.Instant | null
  drawn_by: string | null
  electorate: (typeof electorates)[number]
  functions: string[]
  on_day: Temporal.PlainDate
  ends_at: Temporal.Instant | null
  revision: Generated<number>
  prepared_by: string | null
  prepared_at: Temporal.Instant
  roll_id: string | null
  entitled: number | null
  opened_by: string | null
  opened_at: Temporal.Instant | null
  closed_by: string | null
  closed_at: Temporal.Instant | null
  cancelled_at: Temporal.Instant | null
  result: Written<Outcome | null>
}

declare module "../../kernel/db.ts" {
  interface Tables {
    ballots: BallotRow
    ballot_votes: {
      organisation_id: string
      ballot_id: string
      person_id: string
      choice: Written<Choice>
      cast_at: Temporal.Instant
    }
    ballot_figures: {
      organisation_id: string
      ballot_id: string
      typed_by: string
      figures: Written<Figures>
      typed_at: Temporal.Instant
    }
  }
}
