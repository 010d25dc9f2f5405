import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Ballot, stateOf } from "../ballot.ts"
import { openingRehearsed, rehearsalBegun, trialSharesPassed } from "../events.ts"
import { keyText } from "../operation/give-key.ts"
import { isTeller } from "../operation/is-teller.ts"
import { findOperationToChange } from "../operation/operation.ts"
import { ballotsOf } from "../seen.ts"
import { urnOfBallot } from "./lay-urn.ts"

type Given = Pick<Circumstances, "db" | "now">

/** The secret votes of an operation that are not open yet and whose urn has a trial, with the key of their urn. */
const toRehearse = async (
  operationId: string,
  { db, now }: Given,
): Promise<(Pick<Ballot, "id"> & { key: string })[]> => {
  const prepared = (await ballotsOf(operationId, { db })).filter(
    (ballot) => ballot.manner === "secret" && stateOf(ballot, now) === "prepared",
  )
  const laid = await Promise.all(prepared.map(async ({ id }) => ({ id, urn: (await urnOfBallot(id, { db }))?.urn })))
  return laid.flatMap(({ id, urn }) => (urn?.trial ? [{ id, key: urn.key }] : []))
}

/** A teller rehearses the opening of the urns that are ready, with a key made for it, as at an opening. Only shares of the trial pass. */
export const beginRehearsal = command({
  name: "votes.beginRehearsal",
  input: z.object({ operationId: z.uuid(), key: keyText }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { operationId, key }, ...given }) {
    const { actor, db, now } = given
    const urns = await toRehearse(operationId, given)
    if (urns.length === 0) refuse("votes.nothing_to_rehearse")
    const opener_id = actor.personId!
    // Begun again, after a page was closed: what passed was for the key that is gone.
    await db
      .deleteFrom("urn_rehearsals")
      .where("opener_id", "=", opener_id)
      .where("ended_at", "is", null)
      .where(
        "ballot_id",
        "in",
        urns.map(({ id }) => id),
      )
      .execute()
    await db
      .insertInto("urn_rehearsals")
      .values(
        urns.map((urn) => ({
          organisation_id: actor.organisation,
          id: newId(),
          ballot_id: urn.id,
          urn_key: urn.key,
          opener_id,
          key,
          begun_at: now,
          ended_at: null,
          found: null,
        })),
      )
      .execute()
    return rehearsalBegun({ operationId })
  },
})

const how = z.enum(["device", "paper"])

/** A teller’s shares of the trials, in envelopes for the teller who rehearses; from the device, or from the paper if the device were lost. */
export const passTrialShares = command({
  name: "votes.passTrialShares",
  input: z.object({
    operationId: z.uuid(),
    toId: z.uuid(),
    shares: z
      .array(z.object({ ballotId: z.uuid(), how, envelope: z.string().regex(/^[\w-]{20,400}$/) }))
      .min(1)
      .max(50),
  }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { operationId, toId, shares }, ...given }) {
    const { actor, db } = given
    const running = await runningOf(operationId, toId, given)
    for (const { ballotId, ...share } of shares) {
      const rehearsal = running.get(ballotId) ?? refuse("votes.nothing_to_rehearse")
      await db
        .insertInto("rehearsal_shares")
        .values({ organisation_id: actor.organisation, rehearsal_id: rehearsal.id, from_id: actor.personId!, ...share })
        .onConflict((on) => on.columns(["organisation_id", "rehearsal_id", "from_id"]).doUpdateSet(share))
        .execute()
    }
    return trialSharesPassed({ operationId })
  },
})

/** Ends a rehearsal with what the teller’s browser found, urn by urn. `own`: how they had their own share, null without one. */
export const endRehearsal = command({
  name: "votes.endRehearsal",
  input: z.object({
    operationId: z.uuid(),
    own: how.nullable(),
    urns: z
      .array(z.object({ ballotId: z.uuid(), found: z.boolean() }))
      .min(1)
      .max(50),
  }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: isTeller,
  async run({ input: { operationId, own, urns }, subject: operation, ...given }) {
    const { actor, db, now } = given
    const me = actor.personId!
    const running = await runningOf(operationId, me, given)
    for (const { ballotId, found } of urns) {
      const rehearsal = running.get(ballotId) ?? refuse("votes.nothing_to_rehearse")
      if (own)
        await db
          .insertInto("rehearsal_shares")
          .values({
            organisation_id: actor.organisation,
            rehearsal_id: rehearsal.id,
            from_id: me,
            how: own,
            envelope: null,
          })
          .onConflict((on) => on.columns(["organisation_id", "rehearsal_id", "from_id"]).doUpdateSet({ how: own }))
          .execute()
      const { numUpdatedRows } = await db
        .updateTable("rehearsal_shares")
        .set({ envelope: null })
        .where("rehearsal_id", "=", rehearsal.id)
        .executeTakeFirstOrThrow()
      // Fewer than an opening needs prove nothing.
      if (found && Number(numUpdatedRows) < operation.needed)
        refuse("votes.rehearsal_of_few", { needed: operation.needed })
      await db.updateTable("urn_rehearsals").set({ ended_at: now, found }).where("id", "=", rehearsal.id).execute()
    }
    return openingRehearsed({ operationId, found: urns.every((one) => one.found) })
  },
})

/** What a teller rehearses now, by vote: of urns as they still are. */
const runningOf = async (operationId: string, openerId: string, given: Given) => {
  const urns = new Map((await toRehearse(operationId, given)).map(({ id, key }) => [id, key]))
  if (urns.size === 0) return new Map<string, { id: string }>()
  const rows = await given.db
    .selectFrom("urn_rehearsals")
    .select(["id", "ballot_id", "urn_key"])
    .where("opener_id", "=", openerId)
    .where("ended_at", "is", null)
    .where("ballot_id", "in", [...urns.keys()])
    .execute()
  return new Map(rows.filter((one) => urns.get(one.ballot_id) === one.urn_key).map((one) => [one.ballot_id, one]))
}
