import { type Selectable, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../../kernel/clock.ts"
import { day, line } from "../../../../kernel/input.ts"
import { invalid } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { bodiesOf, mustSee } from "../../../mandates/contract.ts"
import type { AssemblyMemberRow } from "../../tables.ts"

export const memberSaid = z.object({
  givenName: line(100).nullish(),
  familyName: line(100),
  groupId: z.uuid().nullish(),
  role: line(200).nullish(),
  seat: z.int().min(1).max(10_000).nullish(),
  since: day().nullish(),
  until: day().nullish(),
  /** Who of ours it is; the others are known by their public name alone. */
  personId: z.uuid().nullish(),
})
export type MemberSaid = z.output<typeof memberSaid>

export type AssemblyMember = Selectable<AssemblyMemberRow> & { body_id: string }

export const findSeenMember = async (
  memberId: string,
  { actor, db, now }: Circumstances,
): Promise<AssemblyMember | undefined> => {
  const { rows } = await sql<AssemblyMember>`
    select m.*, a.body_id from assembly_members m join assemblies a on (a.organisation_id, a.id) = (m.organisation_id, m.assembly_id)
     where m.id = ${memberId} and a.body_id in (${bodiesOf(actor.personId!, dayOf(now))}) for update of m`.execute(db)
  return rows[0]
}

/** The columns of a member as it was said: the group is one of this assembly, the person somebody the actor sees. */
export const memberColumns = async (
  said: MemberSaid,
  { assemblyId, known }: { assemblyId: string; known?: string | null },
  given: Circumstances,
) => {
  if (said.groupId) {
    const group = await given.db
      .selectFrom("assembly_groups")
      .select("id")
      .where("id", "=", said.groupId)
      .where("assembly_id", "=", assemblyId)
      .where("ended_on", "is", null)
      .executeTakeFirst()
    if (!group) invalid(["groupId"], "unknown")
  }
  if (said.since && said.until && Temporal.PlainDate.compare(said.until, said.since) < 0)
    invalid(["until"], "ends_before")
  await mustSee([said.personId ?? null], given, { known: [known ?? null] })
  return {
    given_name: said.givenName ?? "",
    family_name: said.familyName,
    group_id: said.groupId ?? null,
    role: said.role ?? null,
    seat: said.seat ?? null,
    since: said.since ?? null,
    until: said.until ?? null,
    person_id: said.personId ?? null,
  }
}
