import type { Stance } from "../kinds.ts"

/** How one of ours voted; `apart`: took no part in it. */
export const memberVotes = ["for", "against", "abstain", "apart", "absent"] as const
export type MemberVote = (typeof memberVotes)[number]

type OfItem = { organisation_id: string; item_id: string }
type Spell = {
  organisation_id: string
  id: string
  sitting_id: string
  item_id: string
  began_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export type NoticeRow = {
  organisation_id: string
  id: string
  sitting_id: string
  item_id: string
  stance: Stance | null
  condition: string | null
  said_by: string | null
  said_at: Temporal.Instant
}

declare module "../../../kernel/db.ts" {
  interface Tables {
    sitting_debates: Spell
    sitting_turns: Spell & { person_id: string | null; group_id: string | null }
    sitting_group_votes: OfItem & {
      group_id: string
      votes_for: number
      votes_against: number
      abstentions: number
      apart: number
    }
    sitting_member_votes: OfItem & { member_id: string; vote: MemberVote; by_proxy: boolean }
    sitting_notices: NoticeRow
    sitting_notices_seen: { organisation_id: string; notice_id: string; person_id: string; seen_at: Temporal.Instant }
  }
}
