import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import type { Db } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { anyOf } from "../../kernel/rule.ts"
import { findBodyEvenClosed, ruleOfMany } from "../bodies/contract.ts"
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

export const declarationsIn = (bodyId: string, year: number, db: Db): Promise<DeclarationLine[]> =>
  declarationsOf([bodyId], year, db)

/** The same of several registers, without a question for each. */
export const declarationsOf = async (
  bodyIds: readonly string[],
  year: number,
  db: Db,
): Promise<(DeclarationLine & { body_id: string })[]> => {
  const { rows: offices } = await sql<Office>`
    select o.body_id, o.person_id, p.given_name || ' ' || p.family_name as name, i.kind, o.role, o.since, o.until
      from offices o
      join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
      join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
     where o.body_id = any(${[...bodyIds]}::uuid[]) order by p.folded collate "C", o.person_id`.execute(db)
  if (offices.length === 0) return []
  const registers = Map.groupBy(offices, ({ body_id }) => body_id)
  const { rows: lodged } = await sql<Lodged>`
    select body_id, id, person_id, rule, lodged_on from office_declarations
     where body_id = any(${[...registers.keys()]}::uuid[]) and year = ${year}`.execute(db)
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const rules = new Map<string, Awaited<ReturnType<typeof ruleOfMany>>>()
  for (const { rule } of declarations) rules.set(rule, await ruleOfMany([...registers.keys()], rule, first, db))
  return [...registers].flatMap(([body_id, theirs]) => {
    const names = new Map(theirs.map(({ person_id, name }) => [person_id, name]))
    return declarations.flatMap((declaration) => {
      const rule = rules.get(declaration.rule)?.get(body_id)
      const due = dueOn(rule?.value, year)
      const who = declarants(declaration, theirs, year)
      if (!rule || !due || who.size === 0) return []
      const people = [...who].map((person_id) => {
        const found = lodged.find(
          (one) => one.body_id === body_id && one.rule === declaration.rule && one.person_id === person_id,
        )
        return {
          person_id,
          name: names.get(person_id) ?? "",
          lodged_on: found?.lodged_on ?? null,
          declaration_id: found?.id ?? null,
        }
      })
      const { legal_basis: basis, source, confidence } = rule
      return [{ body_id, rule: declaration.rule, due, basis, source, confidence, people }]
    })
  })
}

type Lodged = { body_id: string; id: string; person_id: string; rule: string; lodged_on: Temporal.PlainDate }

type Office = {
  body_id: string
  person_id: string
  name: string
  kind: InstitutionKind
  role: Role
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}
