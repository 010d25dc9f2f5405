import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Ballot, stateOf } from "../ballot.ts"
import { openingBegun, sharesPassed, urnOpened } from "../events.ts"
import { keyText } from "../operation/give-key.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findOperationToChange } from "../operation/operation.ts"
import { ballotsOf, findBallotToChange } from "../seen.ts"

/** The secret votes of an operation that are over and not counted: those whose urns are opened together. */
export const toOpen = async (operationId: string, { db, now }: Pick<Circumstances, "db" | "now">): Promise<Ballot[]> =>
  (await ballotsOf(operationId, { db })).filter(
    (ballot) => ballot.manner === "secret" && stateOf(ballot, now) === "ended",
  )

/** A teller opens the urns that are over, with a key made for it: the others pass their shares to that key. */
export const beginOpening = command({
  name: "votes.beginOpening",
  input: z.object({ operationId: z.uuid(), key: keyText }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { operationId, key }, ...given }) {
    const { actor, db } = given
    const ballots = await toOpen(operationId, given)
    if (ballots.length === 0) refuse("votes.nothing_to_open")
    for (const { id: ballot_id } of ballots) {
      const teller_id = actor.personId!
      // Begun again, after a page was closed: the shares were for the key that is gone.
      await db
        .deleteFrom("ballot_passed_shares")
        .where("ballot_id", "=", ballot_id)
        .where("to_id", "=", teller_id)
        .execute()
      await db
        .insertInto("ballot_openings")
        .values({ organisation_id: actor.organisation, ballot_id, teller_id, key, opened: null })
        .onConflict((on) =>
          on.columns(["organisation_id", "ballot_id", "teller_id"]).doUpdateSet({ key, opened: null }),
        )
        .execute()
    }
    return openingBegun({ operationId })
  },
})

/** A teller's shares, in envelopes for the teller who opens. */
export const passShares = command({
  name: "votes.passShares",
  input: z.object({
    operationId: z.uuid(),
    toId: z.uuid(),
    shares: z
      .array(z.object({ ballotId: z.uuid(), envelope: z.string().regex(/^[\w-]{20,400}$/) }))
      .min(1)
      .max(50),
  }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { operationId, toId, shares }, ...given }) {
    const { actor, db } = given
    const ballots = new Set((await toOpen(operationId, given)).map(({ id }) => id))
    for (const { ballotId, envelope } of shares) {
      if (!ballots.has(ballotId)) refuse("votes.nothing_to_open")
      const opening = await db
        .selectFrom("ballot_openings")
        .select("key")
        .where("ballot_id", "=", ballotId)
        .where("teller_id", "=", toId)
        .executeTakeFirst()
      if (!opening) refuse("votes.nothing_to_open")
      await db
        .insertInto("ballot_passed_shares")
        .values({
          organisation_id: actor.organisation,
          ballot_id: ballotId,
          to_id: toId,
          from_id: actor.personId!,
          envelope,
        })
        .onConflict((on) => on.columns(["organisation_id", "ballot_id", "to_id", "from_id"]).doUpdateSet({ envelope }))
        .execute()
    }
    return sharesPassed({ operationId })
  },
})

const mark = z.int().min(0).max(0xffff)

/** What a teller found in an urn: the sorted votes, no envelope beside any of them. Counted once a second teller found the same. */
export const giveOpened = command({
  name: "votes.giveOpened",
  input: z.object({
    ballotId: z.uuid(),
    votes: z.array(z.object({ blank: z.boolean(), marks: z.array(mark).max(200) })).max(100_000),
    nulls: z.int().min(0),
    unreadable: z.int().min(0),
    copies: z.int().min(0),
  }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: isTeller,
  async run({ input: { ballotId, ...opened }, subject: ballot, actor, db, now }) {
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    if (stateOf(ballot, now) !== "ended") refuse("votes.nothing_to_open")
    const { sealed } = await db
      .selectFrom("ballot_sealed")
      .select(({ fn }) => fn.countAll<string>().as("sealed"))
      .where("ballot_id", "=", ballotId)
      .executeTakeFirstOrThrow()
    if (opened.votes.length + opened.nulls + opened.copies !== Number(sealed)) refuse("votes.not_the_urn")
    const { numUpdatedRows } = await db
      .updateTable("ballot_openings")
      .set({ opened: json(opened) })
      .where("ballot_id", "=", ballotId)
      .where("teller_id", "=", actor.personId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) refuse("votes.nothing_to_open")
    return urnOpened({ ballotId })
  },
})
