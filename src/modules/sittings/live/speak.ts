import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { findSeenItem, findSeenSitting } from "../seen.ts"
import { endTurn, stillSitting } from "./call-item.ts"
import { speechStarted, speechStopped } from "./events.ts"

/** Somebody speaks, one of ours or somebody of another group: the clock of the server runs. Whoever was speaking has done. */
export const startSpeech = command({
  name: "sittings.startSpeech",
  input: z.object({ itemId: z.uuid(), personId: z.uuid().nullish(), groupId: z.uuid().nullish() }),
  async find({ itemId, personId }, given) {
    const item = await findSeenItem(itemId, given)
    return item && { ...item, person_id: personId ?? "" }
  },
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ input: { itemId, personId, groupId }, subject: item, ...given }) {
    const { actor, db, now } = given
    if (Boolean(personId) === Boolean(groupId)) invalid(["personId"], "required")
    await mustSee([personId], given)
    await stillSitting(item.sitting_id, given)
    if (groupId) await mustBeGroup(groupId, item.sitting_id, given)
    await endTurn(item.sitting_id, given)
    await db
      .insertInto("sitting_turns")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        sitting_id: item.sitting_id,
        item_id: itemId,
        person_id: personId ?? null,
        group_id: groupId ?? null,
        began_at: now,
        ended_at: null,
      })
      .execute()
    return speechStarted({
      itemId,
      sittingId: item.sitting_id,
      bodyId: item.body_id,
      personId: personId ?? null,
      groupId: groupId ?? null,
    })
  },
})

/** The clock stops: whoever prepares the sitting stops it, and whoever speaks their own. */
export const stopSpeech = command({
  name: "sittings.stopSpeech",
  input: z.object({ sittingId: z.uuid() }),
  async find({ sittingId }, given) {
    const sitting = await findSeenSitting(sittingId, given)
    if (!sitting) return undefined
    const turn = await given.db
      .selectFrom("sitting_turns")
      .select("person_id")
      .where("sitting_id", "=", sittingId)
      .where("ended_at", "is", null)
      .executeTakeFirst()
    return { ...sitting, person_id: turn?.person_id ?? "" }
  },
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ subject: sitting, input: _, ...given }) {
    await endTurn(sitting.id, given)
    return speechStopped({ sittingId: sitting.id, bodyId: sitting.body_id })
  },
})

/** A group that sits in the assembly of this sitting. */
export const mustBeGroup = async (
  groupId: string,
  sittingId: string,
  { db }: Circumstances,
): Promise<{ is_ours: boolean }> =>
  (await db
    .selectFrom("assembly_groups as g")
    .innerJoin("sittings as s", (on) =>
      on.onRef("s.organisation_id", "=", "g.organisation_id").onRef("s.assembly_id", "=", "g.assembly_id"),
    )
    .select("g.is_ours")
    .where("g.id", "=", groupId)
    .where("s.id", "=", sittingId)
    .executeTakeFirst()) ?? invalid(["groupId"], "unknown")
