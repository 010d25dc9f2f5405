import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { proxyRuleSchema } from "../../../kernel/law/proxies.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { isThemselves } from "../../people/contract.ts"
import { placeOf } from "../deadlines/keys.ts"
import { attendanceNoted } from "../events.ts"
import { attendanceStates } from "../kinds.ts"
import { findSeenSitting, type Sitting } from "../seen.ts"

/** Where one of ours is during a sitting, who stands in, and who holds their proxy. Each says it of themselves, the office of all. */
export const noteAttendance = command({
  name: "sittings.noteAttendance",
  input: z.object({
    sittingId: z.uuid(),
    personId: z.uuid(),
    /** Null: not known again. */
    state: z.enum(attendanceStates).nullable(),
    replacedById: z.uuid().nullish(),
    proxyToId: z.uuid().nullish(),
    note: line(300).nullish(),
  }),
  async find({ sittingId, personId }, given) {
    const sitting = await findSeenSitting(sittingId, given)
    return sitting && { ...sitting, person_id: personId }
  },
  allow: anyOf<{ body_id: string; person_id: string }>(holds("sittings.manage"), isThemselves),
  async run({ input, subject: sitting, ...given }) {
    const { actor, db } = given
    const { personId, state } = input
    const replaced_by = state === "replaced" ? (input.replacedById ?? null) : null
    const proxy_to = state === "present" || state === null ? null : (input.proxyToId ?? null)
    if (replaced_by === personId) invalid(["replacedById"], "oneself")
    if (proxy_to === personId) invalid(["proxyToId"], "oneself")
    await mustSee([personId, replaced_by, proxy_to], given)
    // Two who give their proxy to one councillor at once wait for one another.
    await db.selectFrom("sittings").select("id").where("id", "=", sitting.id).forUpdate().execute()
    if (proxy_to) await mayHold(proxy_to, personId, sitting, given)
    await db
      .deleteFrom("sitting_attendances")
      .where("sitting_id", "=", sitting.id)
      .where("person_id", "=", personId)
      .execute()
    if (state)
      await db
        .insertInto("sitting_attendances")
        .values({
          organisation_id: actor.organisation,
          sitting_id: sitting.id,
          person_id: personId,
          state,
          replaced_by,
          proxy_to,
          note: input.note ?? null,
        })
        .execute()
    return attendanceNoted({ sittingId: sitting.id, bodyId: sitting.body_id, personId, state })
  },
})

/** CGCT L4132-15, L2121-20: one received by a councillor; in Wallonia none. The rule is that of the assembly. */
const mayHold = async (holder: string, giver: string, sitting: Sitting, { db }: Circumstances): Promise<void> => {
  const { kind } = await db
    .selectFrom("assemblies")
    .select("kind")
    .where("id", "=", sitting.assembly_id)
    .executeTakeFirstOrThrow()
  const place = placeOf(kind)
  const found = place ? await ruleOf(sitting.body_id, `${place}.proxies`, sitting.starts.toPlainDate(), db) : null
  const allowed = proxyRuleSchema.safeParse(found?.value)
  if (!allowed.success) return
  const { per_holder } = allowed.data
  if (per_holder === 0) refuse("sittings.no_proxies", { article: found!.legal_basis ?? "" })
  const others = await db
    .selectFrom("sitting_attendances")
    .select("person_id")
    .where("sitting_id", "=", sitting.id)
    .where("proxy_to", "=", holder)
    .where("person_id", "<>", giver)
    .execute()
  if (others.length >= per_holder)
    refuse("sittings.proxy_over", { most: per_holder, article: found!.legal_basis ?? "" })
  const theirs = await db
    .selectFrom("sitting_attendances")
    .select("state")
    .where("sitting_id", "=", sitting.id)
    .where("person_id", "=", holder)
    .executeTakeFirst()
  if (theirs && theirs.state !== "present") refuse("sittings.holder_absent")
}
