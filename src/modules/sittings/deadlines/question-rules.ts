import { sql } from "kysely"
import type { Rule } from "../../../kernel/law/rule.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf, rulesOfMany } from "../../bodies/contract.ts"
import type { AssemblyKind } from "../kinds.ts"
import { placeOf } from "./keys.ts"

/**
 * Within what time the assemblies that a body follows answer a written question, by body and day: a month in Wallonia (CDLD
 * L1122-10), what the assembly's own rules say in France. Null where nobody has said it.
 */
export const answerRulesOf = async (
  bodyIds: readonly string[],
  { db }: Pick<Circumstances, "db">,
): Promise<(bodyId: string, on: Temporal.PlainDate) => Rule | null> => {
  const { rows } = await sql<{ body_id: string; kind: AssemblyKind }>`
    select distinct a.body_id, a.kind from assemblies a
     where a.body_id = any(${[...bodyIds]}::uuid[]) and a.closed_on is null`.execute(db)
  const keysOf = Map.groupBy(
    rows.flatMap(({ body_id, kind }) => {
      const place = placeOf(kind)
      return place ? [{ body_id, key: `${place}.question_answer` }] : []
    }),
    ({ body_id }) => body_id,
  )
  const keys = [...new Set([...keysOf.values()].flat().map(({ key }) => key))]
  const ruleIn = await rulesOfMany([...keysOf.keys()], keys, db)
  return (bodyId, on) =>
    (keysOf.get(bodyId) ?? [])
      .map(({ key }) => ruleIn(bodyId, key, on)?.rule)
      .find((rule) => rule && rule.value !== null) ?? null
}

/** How many oral questions one of ours may ask in a sitting, as the assembly's own rules say; null where none speaks of it. */
export const questionsRuleOf = async (sittingId: string, { db }: Pick<Circumstances, "db">): Promise<Rule | null> => {
  const { rows } = await sql<{ body_id: string; kind: AssemblyKind; on_day: Temporal.PlainDate }>`
    select s.body_id, a.kind, s.starts::date as on_day
      from sittings s join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
     where s.id = ${sittingId}`.execute(db)
  const place = rows[0] && placeOf(rows[0].kind)
  return place ? ruleOf(rows[0]!.body_id, `${place}.oral_questions_max`, rows[0]!.on_day, db) : null
}
