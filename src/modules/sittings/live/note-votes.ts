import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { findSeenItem } from "../seen.ts"
import { votesNoted } from "./events.ts"
import { type MemberVote, memberVotes } from "./tables.ts"
import { isApartFromPosition } from "./vote.ts"

/** How each of ours voted, present or by the one who holds their proxy. Each may say it of themselves; null: not known again. */
export const noteVotes = command({
  name: "sittings.noteVotes",
  input: z.object({
    itemId: z.uuid(),
    votes: z
      .array(
        z.object({ memberId: z.uuid(), vote: z.enum(memberVotes).nullable(), byProxy: z.boolean().default(false) }),
      )
      .min(1)
      .max(500),
  }),
  async find({ itemId, votes }, given) {
    const item = await findSeenItem(itemId, given)
    if (!item) return undefined
    const ids = votes.map(({ memberId }) => memberId)
    const { rows: ours } = await sql<{ id: string; person_id: string | null }>`
      select m.id, m.person_id from assembly_members m
        join sittings s on (s.organisation_id, s.id) = (m.organisation_id, ${item.sitting_id}::uuid) and s.assembly_id = m.assembly_id
        join assembly_groups g on (g.organisation_id, g.id) = (m.organisation_id, m.group_id) and g.is_ours
       where m.id = any(${ids}::uuid[])`.execute(given.db)
    const people = new Set(ours.map(({ person_id }) => person_id))
    return {
      ...item,
      ours: new Set(ours.map(({ id }) => id)),
      person_id: people.size === 1 ? (ours[0]!.person_id ?? "") : "",
    }
  },
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ input: { votes }, subject: item, actor, db }) {
    const ids = votes.map(({ memberId }) => memberId)
    if (ids.some((id) => !item.ours.has(id))) invalid(["votes"], "unknown")
    if (new Set(ids).size < ids.length) invalid(["votes"], "twice")
    const before = await alike(item.id, db)
    await db.deleteFrom("sitting_member_votes").where("item_id", "=", item.id).where("member_id", "in", ids).execute()
    const said = votes.flatMap(({ memberId, vote, byProxy }) => (vote ? [{ memberId, vote, byProxy }] : []))
    if (said.length > 0)
      await db
        .insertInto("sitting_member_votes")
        .values(
          said.map(({ memberId, vote, byProxy }) => ({
            organisation_id: actor.organisation,
            item_id: item.id,
            member_id: memberId,
            vote,
            by_proxy: byProxy,
          })),
        )
        .execute()
    // All alike is how ours voted, unless somebody said it otherwise.
    const after = await alike(item.id, db)
    if (after !== before)
      await db
        .updateTable("sitting_items")
        .set({ voted: after })
        .where("id", "=", item.id)
        .where((eb) => eb.or([eb("voted", "is", null), ...(before ? [eb("voted", "=", before)] : [])]))
        .execute()
    return votesNoted({
      itemId: item.id,
      sittingId: item.sitting_id,
      bodyId: item.body_id,
      votes: said.length,
      apart: said.filter(({ vote }) => isApartFromPosition(vote, item.stance)).length,
    })
  },
})

/** How ours voted where all of those noted by name voted alike; who was absent did not vote. */
const alike = async (itemId: string, db: Db): Promise<Exclude<MemberVote, "absent"> | null> => {
  const rows = await db
    .selectFrom("sitting_member_votes")
    .select("vote")
    .distinct()
    .where("item_id", "=", itemId)
    .where("vote", "<>", "absent")
    .execute()
  return rows.length === 1 ? (rows[0]!.vote as Exclude<MemberVote, "absent">) : null
}
