import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { atStep, type Election } from "../election.ts"
import type { NominationRow } from "../tables.ts"
import { speakerOf } from "../speaker.ts"

type Turn = { toId: string; reasons: string } | null

/**
 * One’s word in the change round: whom one names instead, or nobody, for who keeps to it. A change is said once; who kept to it may
 * still change, and nobody writes over what somebody said themselves.
 */
export const turn = async (
  election: Election,
  forId: string | undefined,
  to: (own: Pick<NominationRow, "nominee_id">) => Promise<Turn> | Turn,
  given: Circumstances,
): Promise<void> => {
  const { db, now } = given
  atStep(election, "changes")
  const { speakerId, notedBy } = await speakerOf(election, forId, given)
  const own = await db
    .selectFrom("consent_nominations")
    .select(["nominee_id", "to_id", "turned_at", "turn_noted_by"])
    .where("election_id", "=", election.id)
    .where("person_id", "=", speakerId)
    .forUpdate()
    .executeTakeFirst()
  if (!own) refuse("consent.named_nobody")
  if (own!.to_id) refuse("consent.changed_already")
  if (notedBy && own!.turned_at && !own!.turn_noted_by) refuse("consent.wrote_own")
  const said = await to(own!)
  await db
    .updateTable("consent_nominations")
    .set({
      to_id: said?.toId ?? null,
      to_reasons: said?.reasons ?? null,
      turned_at: now,
      turn_noted_by: notedBy,
    })
    .where("election_id", "=", election.id)
    .where("person_id", "=", speakerId)
    .execute()
}
