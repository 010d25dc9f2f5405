import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { anyOf } from "../../kernel/rule.ts"
import { findBodyEvenClosed, ruleOf } from "../bodies/contract.ts"
import { holds, isOfBody } from "../mandates/contract.ts"
import { declarants, declarations, dueOn } from "./declarations.ts"
import type { InstitutionKind, Role } from "./kinds.ts"
import { lodgeDeclaration } from "./lodge.ts"

export type DeclarationLine = {
  rule: string
  due: Temporal.PlainDate
  basis: string | null
  source: string | null
  confidence: string
  people: { person_id: string; name: string; lodged_on: Temporal.PlainDate | null; declaration_id: string | null }[]
}

/** Who must lodge which declaration of mandates in a year, and who has: for those who keep the register, and oneself for oneself. */
export const readDeclarations = read({
  name: "offices.declarations",
  input: z.object({ bodyId: z.uuid(), year: z.int().min(1950).max(2200).optional() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("offices.manage")),
  async run({ input, subject: body, ...given }) {
    const year = input.year ?? dayOf(given.now).year
    const all = await declarationsIn(body.id, year, given.db)
    const keeps = await holds("offices.manage")(body, given)
    const mine = ({ person_id }: { person_id: string }) => keeps || person_id === given.actor.personId
    return {
      body: { id: body.id, name: body.name },
      year,
      declarations: all.map((one) => ({ ...one, people: one.people.filter(mine) })),
      may: await may(body, [lodgeDeclaration], given),
    }
  },
})

export const declarationsIn = async (bodyId: string, year: number, db: Db): Promise<DeclarationLine[]> => {
  const { rows: offices } = await sql<Office>`
    select o.person_id, p.given_name || ' ' || p.family_name as name, i.kind, o.role, o.since, o.until
      from offices o
      join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
      join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
     where o.body_id = ${bodyId} order by p.folded collate "C", o.person_id`.execute(db)
  if (offices.length === 0) return []
  const lodged = await db
    .selectFrom("office_declarations")
    .select(["id", "person_id", "rule", "lodged_on"])
    .where("body_id", "=", bodyId)
    .where("year", "=", year)
    .execute()
  const names = new Map(offices.map(({ person_id, name }) => [person_id, name]))
  const lines: DeclarationLine[] = []
  for (const declaration of declarations) {
    const rule = await ruleOf(bodyId, declaration.rule, Temporal.PlainDate.from({ year, month: 1, day: 1 }), db)
    const due = dueOn(rule?.value, year)
    const who = declarants(declaration, offices, year)
    if (!rule || !due || who.size === 0) continue
    lines.push({
      rule: declaration.rule,
      due,
      basis: rule.legal_basis,
      source: rule.source,
      confidence: rule.confidence,
      people: [...who].map((person_id) => {
        const found = lodged.find((one) => one.rule === declaration.rule && one.person_id === person_id)
        return {
          person_id,
          name: names.get(person_id) ?? "",
          lodged_on: found?.lodged_on ?? null,
          declaration_id: found?.id ?? null,
        }
      }),
    })
  }
  return lines
}

type Office = {
  person_id: string
  name: string
  kind: InstitutionKind
  role: Role
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}
