import { type RawBuilder, sql } from "kysely"

/**
 * Some bodies, to ask of many rows whether theirs is among them: these, and all that lie under those; or every one there is. With the
 * ids of five thousand bodies in each question of the page, a list of people took half a second.
 */
export type Scope = { ids: string[]; under: string[]; all: boolean }

export const onlyBodies = (...ids: string[]): Scope => ({ ids, under: [], all: false })
export const allUnder = (bodyId: string): Scope => ({ ids: [], under: [bodyId], all: false })
export const either = (...some: readonly Scope[]): Scope => ({
  ids: [...new Set(some.flatMap(({ ids }) => ids))],
  under: [...new Set(some.flatMap(({ under }) => under))],
  all: some.some(({ all }) => all),
})

/** SQL, a json value: the scope that places (SQL, with `body_id` and `below`) make. Under the one body at the top, it is all. */
export const scopeIn = (places: RawBuilder<unknown>): RawBuilder<Scope> => sql<Scope>`(
  select json_build_object('ids', coalesce(json_agg(distinct x.body_id) filter (where not x.below), '[]'),
           'under', coalesce(json_agg(distinct x.body_id) filter (where x.below), '[]'),
           'all', coalesce(bool_or(x.below and x.body_id = (
             select case when count(*) = 1 then min(b.id::text)::uuid end from bodies b where b.parent_id is null)), false))
    from (${places}) x)`

/** SQL: the body that `column` names is among them. Asked of one row after the other. */
export const isAmong = (scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  asked(
    scope,
    column,
    sql`exists (select from bodies z where z.id = ${column} and z.line && ${scope.under}::uuid[] offset 0)`,
  )

/** The same, for who takes all rows of these bodies at once. */
export const isOneOf = (scope: Scope, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  asked(scope, column, sql`${column} in (select z.id from bodies z where z.line && ${scope.under}::uuid[])`)

const asked = ({ ids, under, all }: Scope, column: RawBuilder<unknown>, below: RawBuilder<boolean>) => {
  if (all) return sql<boolean>`true`
  if (under.length === 0) return sql<boolean>`${column} = any(${ids}::uuid[])`
  return ids.length === 0 ? below : sql<boolean>`(${column} = any(${ids}::uuid[]) or ${below})`
}
