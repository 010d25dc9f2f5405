import { dayOf } from "../../kernel/clock.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { capabilities as all, type Capability } from "./capabilities.ts"

/** The founder's membership and mandate: the one power that no earlier mandate gives. */
export const foundMandate = async (
  {
    personId,
    bodyId,
    functionKey,
    capabilities = all,
  }: { personId: string; bodyId: string; functionKey: string; capabilities?: readonly Capability[] },
  { actor, db, now }: Circumstances,
): Promise<void> => {
  const here = { organisation_id: actor.organisation, body_id: bodyId }
  const functionId = newId()
  await db
    .insertInto("functions")
    .values({
      ...here,
      id: functionId,
      key: functionKey,
      name_m: functionKey,
      name_f: functionKey,
      name_n: functionKey,
      capabilities: [...capabilities],
      holders_max: null,
      term_months: null,
      consecutive_max: null,
      ended_on: null,
    })
    .execute()
  await db
    .insertInto("mandates")
    .values({
      ...here,
      id: newId(),
      person_id: personId,
      function_id: functionId,
      since: dayOf(now),
      until: null,
      origin: "founding",
      origin_id: null,
      origin_note: null,
    })
    .execute()
  await db
    .insertInto("memberships")
    .values({
      ...here,
      id: newId(),
      person_id: personId,
      ring: "member",
      since: dayOf(now),
      until: null,
      dues_until: null,
    })
    .execute()
}
