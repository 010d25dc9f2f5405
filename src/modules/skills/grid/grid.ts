import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf, type Circumstances } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { askSheets } from "../asking/ask.ts"
import { isSheetSeen } from "../here.ts"
import { beginSkills } from "../list/begin.ts"
import { skillsOf } from "../store.ts"
import type { Level } from "../tables.ts"

/** What stands in a square: a level, or null with a wish alone. */
export type Square = { level: Level | null; wants: boolean }
export type GridRow = { id: string; name: string; confirmed_on: Temporal.PlainDate; squares: Record<string, Square> }

export const gridFilters = z.object({
  bodyId: z.uuid(),
  themeId: z.uuid().optional(),
  /** Only those who said something of this skill. */
  skillId: z.uuid().optional(),
})

/** Who can do what: people as rows, the skills of the body as columns. Whoever said nothing of what is asked about is left out. */
export const readGrid = read({
  name: "skills.grid",
  input: gridFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    after: z.uuid().optional(),
  }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("people.read")),
  async run({ subject: body, input, ...given }) {
    const skills = await skillsOf(body.id, given.db)
    const rows = await gridRows(input, { limit: input.limit + 1, after: input.after }, given)
    return {
      skills: skills
        .filter(({ theme_id }) => !input.themeId || theme_id === input.themeId)
        .map(({ id, name, theme_id, theme }) => ({ id, name, theme_id, theme })),
      themes: [...new Map(skills.map(({ theme_id, theme }) => [theme_id, { id: theme_id, name: theme }])).values()],
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? rows[input.limit - 1]!.id : null,
      /** The reader sees everyone, and not only those who said it for all members. */
      reads_all: await holds("people.read")(body, given),
      may: await may(body, [askSheets, beginSkills], given),
    }
  },
})

export const gridRows = async (
  { bodyId, themeId, skillId }: z.output<typeof gridFilters>,
  { limit, after }: { limit: number; after?: string | undefined },
  given: Circumstances,
): Promise<GridRow[]> => {
  const place = sql`(p.folded collate "C", p.id)`
  const { rows } = await sql<GridRow>`
    select f.*, coalesce((select jsonb_object_agg(s.skill_id, jsonb_build_object('level', s.level, 'wants', s.wants)) ${said(sql`f.id`, bodyId, themeId)}), '{}') as squares
      from (
        select p.id, p.given_name || ' ' || p.family_name as name, h.confirmed_on, p.folded
          from skill_sheets h join people p on (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
         where ${await isSheetSeen(bodyId, given)}
           and exists (select ${said(sql`h.person_id`, bodyId, themeId)} and ${skillId ? sql`s.skill_id = ${skillId}` : sql`true`})
           and ${after ? sql`${place} > ((select folded from people where id = ${after}) collate "C", ${after}::uuid)` : sql`true`}
         order by p.folded collate "C", p.id limit ${limit}) f
     order by f.folded collate "C", f.id`.execute(given.db)
  return rows.map(({ id, name, confirmed_on, squares }) => ({ id, name, confirmed_on, squares }))
}

/** SQL: what somebody said of the skills in use in a body, of one theme or of all. */
const said = (person: RawBuilder<unknown>, bodyId: string, themeId: string | undefined) => sql`
  from person_skills s join skills k on (k.organisation_id, k.id) = (s.organisation_id, s.skill_id)
 where s.person_id = ${person} and k.body_id = ${bodyId} and k.ended_on is null and ${themeId ? sql`k.theme_id = ${themeId}` : sql`true`}`
