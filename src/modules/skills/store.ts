import type { Selectable } from "kysely"
import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isHere } from "./here.ts"
import type { SheetRow, SkillRow } from "./tables.ts"

export type Skill = Selectable<SkillRow>
export type Sheet = Selectable<SheetRow>

export const findSkill = (skillId: string, db: Db): Promise<Skill | undefined> =>
  db.selectFrom("skills").selectAll().where("id", "=", skillId).executeTakeFirst()

export const findSkillToChange = (skillId: string, db: Db): Promise<Skill | undefined> =>
  db.selectFrom("skills").selectAll().where("id", "=", skillId).forUpdate().executeTakeFirst()

/** The skills a body uses, theme by theme. */
export const skillsOf = async (bodyId: string, db: Db): Promise<Skill[]> => {
  const { rows } = await sql<Skill>`
    select * from skills where body_id = ${bodyId} and ended_on is null
     order by array_position(array['speaking', 'mandate', 'money', 'image', 'field', 'hosting', 'knowledge'], theme), position, id`.execute(
    db,
  )
  return rows
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
