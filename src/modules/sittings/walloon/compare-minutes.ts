import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { minutesCompared } from "../events.ts"
import { outcomes } from "../kinds.ts"
import { ownFile } from "../read-table.ts"
import { findSeenSitting } from "../seen.ts"
import { comparedOf } from "./compared-of.ts"

const votes = z.int().min(0).max(10_000).nullish()

/** The minutes of the assembly as they were received: what stands there of each item, and the items we do not have. Said again, it replaces. */
export const compareMinutes = command({
  name: "sittings.compareMinutes",
  input: z.object({
    sittingId: z.uuid(),
    receivedOn: day().nullish(),
    fileId: z.uuid().nullish(),
    lines: z
      .array(
        z.object({
          itemId: z.uuid().nullish(),
          title: line(500),
          outcome: z.enum(outcomes).nullish(),
          votesFor: votes,
          votesAgainst: votes,
          abstentions: votes,
          /** Names as they are written there. */
          against: line(2000).nullish(),
          abstaining: line(2000).nullish(),
        }),
      )
      .max(1000),
  }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: holds("sittings.manage"),
  async run({ input, subject: sitting, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now, sitting.zone)
    const receivedOn = input.receivedOn ?? today
    if (Temporal.PlainDate.compare(receivedOn, today) > 0) invalid(["receivedOn"], "not_yet")
    const before = await comparedOf(sitting, given)
    const known = new Set(before.items.map(({ id }) => id))
    for (const [index, { itemId }] of input.lines.entries())
      if (itemId && !known.has(itemId)) invalid(["lines", index, "itemId"], "unknown")
    const fileId = input.fileId ? (await ownFile(input.fileId, sitting.body_id, given)).id : null
    const columns = {
      received_on: receivedOn,
      file_id: fileId ?? before.minutes?.file_id ?? null,
      compared_by: actor.personId,
      compared_at: now,
    }
    await db
      .insertInto("sitting_minutes")
      .values({ organisation_id: actor.organisation, sitting_id: sitting.id, ...columns })
      .onConflict((on) => on.columns(["organisation_id", "sitting_id"]).doUpdateSet(columns))
      .execute()
    await db.deleteFrom("sitting_minutes_lines").where("sitting_id", "=", sitting.id).execute()
    if (input.lines.length > 0)
      await db
        .insertInto("sitting_minutes_lines")
        .values(
          input.lines.map((one, place) => ({
            organisation_id: actor.organisation,
            sitting_id: sitting.id,
            place,
            item_id: one.itemId ?? null,
            title: one.title,
            outcome: one.outcome ?? null,
            votes_for: one.votesFor ?? null,
            votes_against: one.votesAgainst ?? null,
            abstentions: one.abstentions ?? null,
            against: one.against ?? null,
            abstaining: one.abstaining ?? null,
          })),
        )
        .execute()
    const { differences } = await comparedOf(sitting, given)
    return minutesCompared({ sittingId: sitting.id, bodyId: sitting.body_id, differences: differences.length })
  },
})
