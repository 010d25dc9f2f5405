import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { confide } from "../../../kernel/confide.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { mustSee } from "../../mandates/contract.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import { ofThisFile } from "../store.ts"
import type { Told } from "./fields.ts"

/** Refuses what does not hold together, and answers whether the exchange is confidential: that of a confidential matter is. */
export const checked = async (
  it: Told,
  bodyId: string,
  given: Circumstances,
  known: readonly string[] = [],
): Promise<{ confidential: boolean }> => {
  await ofThisFile("theirsIds", it.theirsIds, bodyId, given)
  await mustSee(it.oursIds, given, { known })
  // Tomorrow, for whoever writes at midnight in another zone than the server's.
  if (Temporal.PlainDate.compare(it.on, dayOf(given.now).add({ days: 1 })) > 0) invalid(["on"], "not_yet")
  if (it.nextOn && Temporal.PlainDate.compare(it.nextOn, it.on) < 0) invalid(["nextOn"], "before_exchange")
  if (it.kind === "request" && it.answerDue && Temporal.PlainDate.compare(it.answerDue, it.on) < 0)
    invalid(["answerDue"], "before_exchange")
  return { confidential: it.confidential || (await isOfConfidentialMatter(it.matterId, bodyId, given)) }
}

/** The columns of what is told; words rest encrypted when confidential. */
export const columnsOf = (it: Told, confidential: boolean, given: Circumstances) => ({
  kind: it.kind,
  on_day: it.on,
  about: it.about,
  said: confide(given, confidential).text(it.said),
  next_step: confide(given, confidential).text(it.nextStep ?? ""),
  next_on: it.nextStep ? (it.nextOn ?? null) : null,
  matter_id: it.matterId ?? null,
  confidential,
  answer_due: it.kind === "request" ? (it.answerDue ?? null) : null,
})

/** Who was there, theirs and ours, in place of who stood there before. */
export const writeWho = async (
  exchangeId: string,
  { oursIds, theirsIds }: Pick<Told, "oursIds" | "theirsIds">,
  { actor, db }: Circumstances,
): Promise<void> => {
  const key = { organisation_id: actor.organisation, exchange_id: exchangeId }
  await db.deleteFrom("exchange_ours").where("exchange_id", "=", exchangeId).execute()
  await db.deleteFrom("exchange_theirs").where("exchange_id", "=", exchangeId).execute()
  if (oursIds.length > 0)
    await db
      .insertInto("exchange_ours")
      .values(oursIds.map((person_id) => ({ ...key, person_id })))
      .execute()
  await db
    .insertInto("exchange_theirs")
    .values(theirsIds.map((counterpart_id) => ({ ...key, counterpart_id })))
    .execute()
}

/** Says again on which day each was last dealt with. Who was to be forgotten for want of an exchange is not, once there is one. */
export const keepLast = async (counterpartIds: readonly string[], { db }: Circumstances): Promise<void> => {
  await sql`
    update counterparts c
       set last_on = met.last_on, forget_on = case when met.last_on > coalesce(c.last_on, '-infinity') then null else c.forget_on end
      from (select c.organisation_id, c.id, max(e.on_day) as last_on
              from counterparts c
              left join exchange_theirs t on (t.organisation_id, t.counterpart_id) = (c.organisation_id, c.id)
              left join exchanges e on (e.organisation_id, e.id) = (t.organisation_id, t.exchange_id)
             where c.id = any(${[...counterpartIds]}::uuid[]) group by c.organisation_id, c.id) as met
     where (c.organisation_id, c.id) = (met.organisation_id, met.id)`.execute(db)
}

const isOfConfidentialMatter = async (
  matterId: string | null | undefined,
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<boolean> => {
  if (!matterId) return false
  const isSeen = actor.personId ? isMatterSeen(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<{ confidential: boolean }>`
    select x.confidential from matters x where x.id = ${matterId} and x.body_id = ${bodyId} and ${isSeen}`.execute(db)
  return (rows[0] ?? invalid(["matterId"], "not_of_this_body")).confidential
}
