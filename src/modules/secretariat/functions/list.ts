import { type Selectable, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import {
  capabilities,
  type Capability,
  type FunctionRow,
  holds,
  isOfBody,
  reasons,
  fallsShort,
} from "../../mandates/contract.ts"
import { addFunction } from "./add.ts"

export type FunctionLine = Omit<Selectable<FunctionRow>, "organisation_id" | "capabilities" | "ended_on"> & {
  capabilities: Capability[]
  holders: { person_id: string; name: string; since: Temporal.PlainDate; until: Temporal.PlainDate | null }[]
}

/** The functions of a body, who holds them today, and where the body falls short of its own rules. */
export const listFunctions = read({
  name: "functions.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("bodies.manage")),
  async run({ subject: body, ...given }) {
    const { db, now } = given
    const on = dayOf(now)
    const { rows } = await sql<FunctionLine>`
      select f.id, f.body_id, f.key, f.name_m, f.name_f, f.name_n, f.capabilities, f.reach, f.holders_min, f.holders_max,
             f.term_months, f.consecutive_max, f.excludes, f.parity, f.second_factor, '[]'::jsonb as holders
        from functions f where f.body_id = ${body.id} and f.ended_on is null order by f.name_n, f.id`.execute(db)
    const { rows: held } = await sql<FunctionLine["holders"][number] & { function_id: string }>`
      select m.function_id, m.person_id, p.given_name || ' ' || p.family_name as name, m.since, m.until
        from mandates m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where m.body_id = ${body.id} and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
       order by p.folded collate "C"`.execute(db)
    const own = await reasons({ personId: given.actor.personId!, bodyId: body.id, on }, db)
    const yours = new Set(own.map(({ capability }) => capability))
    const { warnings, unheld } = await fallsShort(body.id, on, db)
    return {
      body: { id: body.id, name: body.name },
      functions: rows.map((one) => ({
        ...one,
        holders: held
          .filter(({ function_id }) => function_id === one.id)
          .map(({ function_id: _, ...holder }) => holder),
      })),
      warnings,
      /** What nobody may do in it any more. */
      unheld,
      /** All there are; whoever changes a function gives only those they hold themselves (`yours`). */
      capabilities: capabilities.map((name) => ({ name, yours: yours.has(name) })),
      may: await may(body, [addFunction], given),
    }
  },
})
