import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { ruleOf } from "../bodies/contract.ts"
import type { Held, IncompatibilityRule } from "./incompatibilities.ts"
import { lawOfOffices, termsRule } from "./incompatibility-rules.ts"
import { nameOf } from "./store.ts"

export type HeldThere = Held & { institution_id: string; institution_name: string; body_id: string }

/**
 * Every office there ever was of some people, in whichever register: what does not go together may be held for two bodies. Only
 * ever shown to who sees one of the two (`withinSight` of the page).
 */
export const heldBy = async (people: readonly string[], db: Db): Promise<HeldThere[]> => {
  const { rows } = await sql<HeldThere>`
    select o.id, o.person_id, i.kind, i.country, o.role, o.origin, o.since, o.until, o.institution_id,
           ${nameOf("i")} as institution_name, o.body_id
      from offices o join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
     where o.person_id = any(${[...people]}::uuid[]) order by o.since, o.id`.execute(db)
  return rows
}

/** The rules against holding several offices, for a body: the law's, and the limit of terms of its own rulebook. */
export const rulesFor = async (
  bodyId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<readonly IncompatibilityRule[]> => {
  for (const key of ["be.locale.terms.consecutive", "fr.local.terms.consecutive"]) {
    const rule = await ruleOf(bodyId, key, on, db)
    if (rule && typeof rule.value === "number" && rule.confidence !== "?")
      return [
        ...lawOfOffices,
        termsRule({
          value: rule.value,
          basis: rule.legal_basis ?? "",
          source: rule.source ?? "",
          read_on: rule.read_on,
          confidence: rule.confidence,
        }),
      ]
  }
  return lawOfOffices
}
