import { dayOf } from "../../kernel/clock.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { type Capability, type ProfileKey, profiles } from "../bodies/contract.ts"

/** Gives a new body the functions of its profile, nobody holding them yet. Names are kept in the body's language. */
export const foundFunctions = async (
  { bodyId, profile }: { bodyId: string; profile: ProfileKey },
  { actor, db }: Circumstances,
): Promise<void> => {
  const { functions, language } = profiles[profile]
  await db
    .insertInto("functions")
    .values(
      functions.map((one) => ({
        organisation_id: actor.organisation,
        id: newId(),
        body_id: bodyId,
        key: one.key,
        name_m: one.name[language].m,
        name_f: one.name[language].f,
        name_n: one.name[language].n,
        capabilities: one.capabilities,
        reach: one.reach === "body" ? ("body" as const) : ("below" as const),
        holders_min: one.holders.min,
        holders_max: one.holders.max,
        term_months: one.term_months,
        consecutive_max: one.consecutive_max,
        excludes: one.excludes,
        parity: one.parity,
        second_factor: one.demands_second_factor,
        ended_on: null,
      })),
    )
    .execute()
}

/** Writes a function of one's own into a body; answers its id. */
export const addFunction = async (
  it: { bodyId: string; key: string; name: string; capabilities: readonly Capability[]; reach?: "body" | "below" },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  const { bodyId: body_id, key, name, capabilities, reach = "body" } = it
  await db
    .insertInto("functions")
    .values({
      organisation_id: actor.organisation,
      id,
      body_id,
      key,
      name_m: name,
      name_f: name,
      name_n: name,
      capabilities: [...capabilities],
      reach,
      holders_max: null,
      term_months: null,
      consecutive_max: null,
      ended_on: null,
    })
    .execute()
  return id
}

/** The founder's membership and mandate: the one power that no earlier mandate gives. */
export const foundMandate = async (
  { personId, bodyId, functionKey }: { personId: string; bodyId: string; functionKey: string },
  { actor, db, now }: Circumstances,
): Promise<void> => {
  const here = { organisation_id: actor.organisation, body_id: bodyId, person_id: personId }
  const since = dayOf(now)
  const { id: function_id } = await db
    .selectFrom("functions")
    .select("id")
    .where("body_id", "=", bodyId)
    .where("key", "=", functionKey)
    .executeTakeFirstOrThrow()
  await db
    .insertInto("mandates")
    .values({
      ...here,
      id: newId(),
      function_id,
      since,
      until: null,
      origin: "founding",
      origin_id: null,
      origin_note: null,
    })
    .execute()
  await db
    .insertInto("memberships")
    .values({ ...here, id: newId(), ring: "member", since, until: null, dues_until: null })
    .execute()
}
