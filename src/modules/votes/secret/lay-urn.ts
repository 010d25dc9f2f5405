import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Ballot, stillPrepared } from "../ballot.ts"
import { urnLaid } from "../events.ts"
import { keyText } from "../operation/give-key.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findBallotToChange } from "../seen.ts"
import { questionOf } from "./question-of.ts"

const sealed = z.string().regex(/^[\w-]{20,400}$/)

/** An urn as a teller's browser made it: all of it may be published. The server keeps it, and holds no part of its key. */
export const layUrn = command({
  name: "votes.layUrn",
  input: z.object({
    ballotId: z.uuid(),
    urn: z.object({
      ballot: z.uuid(),
      key: keyText,
      needed: z.int().min(2).max(20),
      tellers: z.array(z.object({ teller: z.uuid(), key: keyText, share: sealed, mark: keyText })).max(20),
      probe: sealed,
      trial: z.object({
        key: keyText,
        probe: sealed,
        tellers: z.array(z.object({ share: sealed, mark: keyText, paper: sealed })).max(20),
      }),
    }),
  }),
  find: ({ ballotId }, given) => findBallotToChange(ballotId, given),
  allow: isTeller,
  async run({ input: { urn }, subject: ballot, actor, db, now }) {
    stillPrepared(ballot)
    if (ballot.manner !== "secret") refuse("votes.not_secret")
    const { needed } = await db
      .selectFrom("voting_operations")
      .select("needed")
      .where("id", "=", ballot.operation_id)
      .executeTakeFirstOrThrow()
    const tellers = await db
      .selectFrom("operation_tellers")
      .select(["person_id", "key"])
      .where("operation_id", "=", ballot.operation_id)
      .execute()
    if (tellers.some(({ key }) => !key)) refuse("votes.keys_missing")
    const made = new Map(urn.tellers.map(({ teller, key }) => [teller, key]))
    const fits =
      urn.ballot === ballot.id &&
      urn.needed === needed &&
      made.size === tellers.length &&
      urn.tellers.length === tellers.length &&
      urn.trial.tellers.length === tellers.length &&
      tellers.every(({ person_id, key }) => made.get(person_id) === key)
    // A key was changed while the urn was made, or somebody made it for others.
    if (!fits) refuse("votes.urn_of_others")
    const laid = { urn: json(urn), question: null, laid_by: actor.personId!, laid_at: now }
    await db
      .insertInto("ballot_urns")
      .values({ organisation_id: actor.organisation, ballot_id: ballot.id, ...laid })
      .onConflict((on) => on.columns(["organisation_id", "ballot_id"]).doUpdateSet(laid))
      .execute()
    return urnLaid({ ballotId: ballot.id })
  },
})

/** When a secret vote opens: its words as they are sealed, and the urn they go into. */
export const freezeQuestion = async (ballot: Ballot, { db }: Pick<Circumstances, "db">) => {
  const { numUpdatedRows } = await db
    .updateTable("ballot_urns")
    .set({ question: json(questionOf(ballot)) })
    .where("ballot_id", "=", ballot.id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) refuse("votes.urn_missing")
}

/** The urn of a vote with the question sealed into its votes; undefined where none was laid, or it was destroyed. */
export const urnOfBallot = (ballotId: string, { db }: Pick<Circumstances, "db">) =>
  db.selectFrom("ballot_urns").select(["urn", "question"]).where("ballot_id", "=", ballotId).executeTakeFirst()

/** The question alone, for each vote that comes: the urn holds a share for every teller, several kilobytes. */
export const questionOfUrn = async (ballotId: string, { db }: Pick<Circumstances, "db">) =>
  (await db.selectFrom("ballot_urns").select("question").where("ballot_id", "=", ballotId).executeTakeFirst())?.question
