import { type Selectable, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Rule } from "../../../kernel/rule.ts"
import { holdsForPerson } from "../../mandates/contract.ts"
import type { PersonRow } from "../tables.ts"

export type Person = Selectable<PersonRow>

/** Two records side by side. */
export type Two = { one: Person; other: Person }

/** Both, in the order they were named, locked in the order of their ids: two merges that cross wait instead of standing still. */
export const findTwoToChange = async (one: string, other: string, db: Db): Promise<Two | undefined> => {
  const { rows } = await sql<Person>`
    select * from people where id in (${one}, ${other}) order by id for update`.execute(db)
  return inOrder(rows, one, other)
}

export const findTwo = async (one: string, other: string, db: Db): Promise<Two | undefined> => {
  const { rows } = await sql<Person>`select * from people where id in (${one}, ${other})`.execute(db)
  return inOrder(rows, one, other)
}

const inOrder = (rows: Person[], one: string, other: string): Two | undefined => {
  const [a, b] = [rows.find(({ id }) => id === one), rows.find(({ id }) => id === other)]
  return a && b && { one: a, other: b }
}

const keeps = holdsForPerson("people.manage")

/** Whoever keeps both records. One that was merged belongs to nobody any more: nobody keeps it. */
export const keepsBoth: Rule<Two> = Object.assign(
  async ({ one, other }: Two, given: Parameters<Rule<Two>>[1]) =>
    (await keeps({ person_id: one.id }, given)) && (await keeps({ person_id: other.id }, given)),
  { says: keeps.says },
)
