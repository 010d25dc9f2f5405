import { type Selectable, sql } from "kysely"
import type { RawBuilder } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { ThemeRow } from "../tables.ts"

export type Theme = Selectable<ThemeRow>
/** A theme at its place in the tree: after the one it stands under, `depth` below the top. */
export type ThemeLine = { id: string; parent_id: string | null; name: string; depth: number; path: string }

/** Locks the body of a theme with it: the places of a tree are changed by one at a time. */
export const findThemeToChange = async (themeId: string, db: Db): Promise<Theme | undefined> => {
  const theme = await db.selectFrom("themes").selectAll().where("id", "=", themeId).executeTakeFirst()
  if (!theme) return undefined
  await db.selectFrom("bodies").select("id").where("id", "=", theme.body_id).forUpdate().execute()
  return db.selectFrom("themes").selectAll().where("id", "=", themeId).forUpdate().executeTakeFirst()
}

/** The themes a body uses, in reading order. */
export const themesOf = async (bodyId: string, db: Db): Promise<ThemeLine[]> => {
  const { rows } = await sql<ThemeLine>`
    with recursive tree as (
      select id, parent_id, name, 0 as depth, name as path, array[position] as places from themes
       where body_id = ${bodyId} and parent_id is null and ended_on is null
      union all
      select c.id, c.parent_id, c.name, t.depth + 1, t.path || ' › ' || c.name, t.places || c.position
        from themes c join tree t on c.parent_id = t.id where c.ended_on is null)
    select id, parent_id, name, depth, path from tree order by places, id`.execute(db)
  return rows
}

/** SQL: the ids of a theme and of all that stands under it, ended or not. */
export const withBelow = (themeId: string | RawBuilder<string>): RawBuilder<unknown> => sql`(
  with recursive below as (
    select organisation_id, id from themes where id = ${themeId}
    union
    select c.organisation_id, c.id from themes c join below b on (c.organisation_id, c.parent_id) = (b.organisation_id, b.id))
  select id from below)`

/** One name in one place of the tree. */
export const stillFree = async (
  name: string,
  { bodyId, parentId, but }: { bodyId: string; parentId: string | null; but?: string },
  db: Db,
): Promise<string> => {
  const { rows } = await sql`
    select from themes where body_id = ${bodyId} and parent_id is not distinct from ${parentId}::uuid and ended_on is null
       and f_unaccent(lower(name)) = f_unaccent(lower(${name})) and id is distinct from ${but ?? null}::uuid`.execute(
    db,
  )
  if (rows.length) refuse("themes.name_taken", { name })
  return name
}

/** The theme under which another is put: in use, and of the same body. */
export const mustBeOf = async (parentId: string | null, bodyId: string, db: Db): Promise<void> => {
  if (parentId === null) return
  const { rows } = await sql`
    select from themes where id = ${parentId} and body_id = ${bodyId} and ended_on is null`.execute(db)
  if (rows.length === 0) refuse("themes.unknown")
}

/** Puts a theme at a place among those of its new parent, and closes the ranks. */
export const putAt = async (
  theme: { id: string; body_id: string },
  { parentId, place }: { parentId: string | null; place: number },
  db: Db,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select id from themes where body_id = ${theme.body_id} and parent_id is not distinct from ${parentId}::uuid
       and ended_on is null and id <> ${theme.id} order by position, id`.execute(db)
  const ids = rows.map(({ id }) => id)
  ids.splice(place, 0, theme.id)
  await sql`update themes set parent_id = ${parentId}::uuid where id = ${theme.id}`.execute(db)
  await sql`
    update themes t set position = p.position from unnest(${ids}::uuid[]) with ordinality as p(id, position)
     where t.id = p.id and t.position <> p.position`.execute(db)
}
