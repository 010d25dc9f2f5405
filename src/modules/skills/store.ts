import type { Selectable } from "kysely"
import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { invalid, refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isHere } from "./here.ts"
import type { SheetRow, SkillRow, ThemeRow } from "./tables.ts"

export type Skill = Selectable<SkillRow>
export type Theme = Selectable<ThemeRow>
export type Sheet = Selectable<SheetRow>

export const findSkill = (skillId: string, db: Db): Promise<Skill | undefined> =>
  db.selectFrom("skills").selectAll().where("id", "=", skillId).executeTakeFirst()

export const findSkillToChange = (skillId: string, db: Db): Promise<Skill | undefined> =>
  db.selectFrom("skills").selectAll().where("id", "=", skillId).forUpdate().executeTakeFirst()

/** The skills a body uses, theme by theme; `theme`: its name. */
export const skillsOf = async (bodyId: string, db: Db): Promise<(Skill & { theme: string })[]> => {
  const { rows } = await sql<Skill & { theme: string }>`
    select k.*, t.name as theme from skills k join skill_themes t on (t.organisation_id, t.id) = (k.organisation_id, k.theme_id)
     where k.body_id = ${bodyId} and k.ended_on is null
     order by t.position, t.id, k.position, k.id`.execute(db)
  return rows
}

/** The themes a body uses, in its order, with how many skills in use each has. */
export const themesOf = async (bodyId: string, db: Db): Promise<{ id: string; name: string; skills: number }[]> => {
  const { rows } = await sql<{ id: string; name: string; skills: number }>`
    select t.id, t.name, (select count(*)::int from skills k
             where (k.organisation_id, k.theme_id) = (t.organisation_id, t.id) and k.ended_on is null) as skills
      from skill_themes t where t.body_id = ${bodyId} and t.ended_on is null order by t.position, t.id`.execute(db)
  return rows
}

export const findThemeToChange = (themeId: string, db: Db): Promise<Theme | undefined> =>
  db.selectFrom("skill_themes").selectAll().where("id", "=", themeId).forUpdate().executeTakeFirst()

/** A theme of this body that is in use, held while a skill is put under it. */
export const themeInUse = async (themeId: string, bodyId: string, db: Db): Promise<string> => {
  const theme = await findThemeToChange(themeId, db)
  if (!theme || theme.body_id !== bodyId || theme.ended_on) return invalid(["themeId"], "invalid_value")
  return theme.id
}

/** One name stands for one thing in a body. */
export const stillFree = async (name: string, bodyId: string, db: Db, but?: string): Promise<string> => {
  const { rows } = await sql`
    select from skills where body_id = ${bodyId} and ended_on is null and f_unaccent(lower(name)) = f_unaccent(lower(${name}))
       and id is distinct from ${but ?? null}::uuid`.execute(db)
  if (rows.length) refuse("skills.name_taken", { name })
  return name
}

/** A person in a body where they are today, locked, with their sheet if they have one. */
export const findSubjectToChange = async (
  { bodyId, personId }: { bodyId: string; personId: string },
  { db, now }: Pick<Circumstances, "db" | "now">,
) => {
  const { rows } = await sql<{ body_id: string; person_id: string; body_name: string }>`
    select b.id as body_id, p.id as person_id, b.name as body_name
      from people p join bodies b on b.id = ${bodyId} and b.closed_on is null
     where p.id = ${personId} and ${isHere(bodyId, dayOf(now))} for update of p`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  const sheet = await db
    .selectFrom("skill_sheets")
    .selectAll()
    .where("body_id", "=", bodyId)
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirst()
  return { ...found, sheet }
}

/** Writes on a person's sheet in a body, which is made if there was none. */
export const writeSheet = async (
  { body_id, person_id, sheet }: { body_id: string; person_id: string; sheet: Sheet | undefined },
  values: Partial<Omit<SheetRow, "organisation_id" | "id" | "body_id" | "person_id" | "slots" | "shared">> & {
    slots?: string[]
    shared?: boolean
  },
  { actor, db }: Pick<Circumstances, "actor" | "db">,
): Promise<void> => {
  if (sheet) await db.updateTable("skill_sheets").set(values).where("id", "=", sheet.id).execute()
  else
    await db
      .insertInto("skill_sheets")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        body_id,
        person_id,
        asked_on: null,
        asked_by: null,
        confirmed_on: null,
        said_by: null,
        means: null,
        hours_month: null,
        away_until: null,
        manner: null,
        note: null,
        withdrawn_on: null,
        declined_on: null,
        ...values,
      })
      .execute()
}

/** Takes away what somebody said of the skills of a body. */
export const clearSkills = async (bodyId: string, personId: string, db: Db): Promise<void> => {
  await sql`
    delete from person_skills s using skills k
     where s.person_id = ${personId} and (k.organisation_id, k.id) = (s.organisation_id, s.skill_id) and k.body_id = ${bodyId}`.execute(
    db,
  )
}
