import type { Generated, ColumnType } from "kysely"
import type { Bounds } from "../../kernel/counting/bounds.ts"
import type { Opened } from "../../kernel/sealed-ballots/open-urn.ts"
import type { Question } from "../../kernel/sealed-ballots/question.ts"
import type { Urn } from "../../kernel/sealed-ballots/urn.ts"
import type { QuorumRule } from "../../kernel/law/quorum.ts"
import type { MajorityRule } from "../../kernel/law/majority.ts"
import type { RoomForVote } from "../meetings/contract.ts"
import type { Choice, Figures } from "./choice.ts"
import type { Outcome } from "./outcome.ts"

export const kinds = ["yes_no", "candidates", "motions", "lists"] as const
export const methods = [
  "majority",
  "plurality",
  "approval",
  "absolute",
  "instant_runoff",
  "scottish",
  "meek",
  "schulze",
  "ranked_pairs",
  "borda",
  "majority_judgment",
  "dhondt",
  "sainte_lague",
  "imperiali",
  "hare",
] as const
export const manners = ["named", "hand", "paper", "secret"] as const
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
  between_equals: "lot" | "age" | "none"
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
  operation_id: string | null
  function_id: string | null
  round: Generated<number>
  follows_id: string | null
  parity: Generated<boolean>
  rounds: Generated<number>
  bounds: Written<Bounds[] | null>
  quorum_key: string | null
  quorum: Written<QuorumRule | null>
  latest_at: Temporal.Instant | null
  meeting_room: Written<RoomForVote | null>
  challenge_days: Generated<number | null>
}

export type OperationRow = {
  organisation_id: string
  id: string
  body_id: string
  title: string
  meeting_id: string | null
  electorate: (typeof electorates)[number]
  functions: string[]
  on_day: Temporal.PlainDate
  proxies_each: number
  proxy_rule: string | null
  needed: number
  challenge_days: number
  prepared_by: string | null
  prepared_at: Temporal.Instant
  roll_id: string | null
  entitled: number | null
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
      cast_by: string | null
    }
    ballot_figures: {
      organisation_id: string
      ballot_id: string
      typed_by: string
      figures: Written<Figures>
      typed_at: Temporal.Instant
    }
    ballot_papers: { organisation_id: string; ballot_id: string; file_id: string; place: number }
    ballot_proclamations: {
      organisation_id: string
      ballot_id: string
      decision_id: string
      proclaimed_by: string | null
      proclaimed_at: Temporal.Instant
      letter: string
      others_letter: string | null
    }
    ballot_contests: {
      organisation_id: string
      id: string
      ballot_id: string
      person_id: string
      words: string
      noted_at: Temporal.Instant
      outcome: string | null
      settled_by: string | null
      settled_at: Temporal.Instant | null
    }
    ballot_candidates: { organisation_id: string; ballot_id: string; place: number; person_id: string }
    voting_operations: OperationRow
    operation_tellers: {
      organisation_id: string
      operation_id: string
      person_id: string
      key: string | null
      key_at: Temporal.Instant | null
    }
    operation_proxies: {
      organisation_id: string
      operation_id: string
      giver_id: string
      holder_id: string
      given_at: Temporal.Instant
      noted_by: string
    }
    voting_links: {
      organisation_id: string
      id: string
      operation_id: string
      person_id: string
      how: "email" | "post"
      code_hash: Buffer
      batch_id: string | null
      issued_by: string | null
      issued_at: Temporal.Instant
      withdrawn_at: Temporal.Instant | null
    }
    ballot_urns: {
      organisation_id: string
      ballot_id: string
      urn: Written<Urn>
      question: Written<Question | null>
      laid_by: string
      laid_at: Temporal.Instant
    }
    urn_rehearsals: {
      organisation_id: string
      id: string
      ballot_id: string
      urn_key: string
      opener_id: string
      key: string
      begun_at: Temporal.Instant
      ended_at: Temporal.Instant | null
      found: boolean | null
    }
    rehearsal_shares: {
      organisation_id: string
      rehearsal_id: string
      from_id: string
      how: "device" | "paper"
      envelope: string | null
    }
    ballot_signatures: {
      organisation_id: string
      ballot_id: string
      person_id: string
      how: "screen" | "paper"
      by_id: string | null
    }
    ballot_sealed: { organisation_id: string; ballot_id: string; receipt: string; ciphertext: string }
    ballot_openings: {
      organisation_id: string
      ballot_id: string
      teller_id: string
      key: string
      opened: Written<Opened | null>
    }
    ballot_passed_shares: {
      organisation_id: string
      ballot_id: string
      to_id: string
      from_id: string
      envelope: string
    }
  }
}
