import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import { holds } from "../mandates/contract.ts"
import { roundPrepared } from "./events.ts"
import { foundOf } from "./found.ts"
import { nextRoundOf } from "./outcome.ts"
import { findBallotToChange } from "./seen.ts"

/** Prepares the round that follows: for the seats left, between those who stay in by the rule that was declared. */
export const prepareNextRound = command({
  name: "votes.nextRound",
  input: z.object({
    ballotId: z.uuid(),
    /** Who withdrew since, by their places on the paper: who comes next takes their place. */
    withdrew: z.array(z.int().min(0).max(199)).max(200).default([]),
  }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: holds("decisions.manage"),
  async run({ input: { withdrew }, subject: ballot, ...given }) {
    const { actor, db, now } = given
    if (!ballot.closed_at) refuse("votes.not_counted")
    if (withdrew.some((one) => one >= ballot.candidates.length)) invalid(["withdrew"], "invalid_value")
    const next = nextRoundOf(ballot, await foundOf(ballot, given), withdrew) ?? refuse("votes.no_next_round")
    const again = await db
      .selectFrom("ballots")
      .select("id")
      .where("follows_id", "=", ballot.id)
      .where("cancelled_at", "is", null)
      .executeTakeFirst()
    if (again) refuse("votes.round_prepared")
    const stay = next.candidates.toSorted((a, b) => a - b)
    const place = (old: number) => stay.indexOf(old)
    const { people: _, forms: __, candidates, ...same } = ballot
    const ballotId = newId()
    await db
      .insertInto("ballots")
      .values({
        ...same,
        id: ballotId,
        candidates: stay.map((old) => (ballot.people[old] ? "" : candidates[old]!)),
        seats: next.seats,
        bounds: json(next.bounds.map((one) => ({ ...one, of: one.of.filter((old) => stay.includes(old)).map(place) }))),
        rule: null,
        round: ballot.round + 1,
        follows_id: ballot.id,
        // The order that was drawn before the first round holds: drawn again, it could be drawn until it pleases.
        lot: ballot.lot?.filter((old) => stay.includes(old)).map(place) ?? null,
        ends_at: null,
        latest_at: null,
        quorum: null,
        meeting_room: null,
        revision: 1,
        prepared_by: actor.personId,
        prepared_at: now,
        roll_id: null,
        entitled: null,
        opened_by: null,
        opened_at: null,
        closed_by: null,
        closed_at: null,
        cancelled_at: null,
        result: null,
      })
      .execute()
    const people = stay.flatMap((old, at) => (ballot.people[old] ? [{ person_id: ballot.people[old], place: at }] : []))
    if (people.length > 0)
      await db
        .insertInto("ballot_candidates")
        .values(people.map((one) => ({ organisation_id: actor.organisation, ballot_id: ballotId, ...one })))
        .execute()
    return roundPrepared({ ballotId, followsId: ballot.id, round: ballot.round + 1 })
  },
})
