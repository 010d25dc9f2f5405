import type { Stance } from "../kinds.ts"
import type { MemberVote } from "./tables.ts"

/** Whether somebody voted otherwise than the group had decided. Where the vote is free, or nobody decided, nobody does; whoever was away neither. */
export const isApartFromPosition = (vote: MemberVote, stance: Stance | null): boolean =>
  stance !== null && stance !== "free" && vote !== "absent" && vote !== stance

export type Count = { for: number; against: number; abstain: number; apart: number }

/** The votes of a group out of those of its members. */
export const countOf = (votes: readonly MemberVote[]): Count => ({
  for: votes.filter((vote) => vote === "for").length,
  against: votes.filter((vote) => vote === "against").length,
  abstain: votes.filter((vote) => vote === "abstain").length,
  apart: votes.filter((vote) => vote === "apart").length,
})
