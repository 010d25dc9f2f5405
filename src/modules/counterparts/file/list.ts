import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBody, findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { logExchange } from "../exchanges/log.ts"
import { addCounterpart } from "./add.ts"
import { counterpartFilters, countCounterparts, findCounterparts } from "./find.ts"
import { checkCounterparts, endCounterparts, tagCounterparts } from "./several.ts"

/** The counterparts of a body as a list, searched while typing. */
export const listCounterparts = read({
  name: "counterparts.list",
  input: counterpartFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { rows, next } = await findCounterparts(input, given)
    // Counted with the first page only: the list keeps it.
    const total = input.q || input.after ? undefined : ((await countCounterparts(input, given)) ?? undefined)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    const acts = [addCounterpart, logExchange, checkCounterparts, tagCounterparts, endCounterparts] as const
    return {
      rows,
      next,
      total,
      reads: body ? await holds("counterparts.read")(body, given) : rows.length > 0,
      may: body ? await may(body, acts, given) : undefined,
    }
  },
})

/** By what the file of a body can be narrowed. */
export const readCounterpartFilters = read({
  name: "counterparts.filters",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: holds("counterparts.read"),
  async run({ subject: body, db }) {
    const { rows: themes } = await sql<{ theme: string }>`
      select distinct theme from counterparts c cross join unnest(c.themes) as theme
       where c.body_id = ${body.id} and c.ended_on is null order by theme limit 200`.execute(db)
    const { rows: territories } = await sql<{ value: string; words: string }>`
      with used as (
        select distinct case when territory_code like '%/%/%' then territory_code else territory end as code, territory from counterparts
         where body_id = ${body.id} and ended_on is null and territory is not null),
      -- An official place and those above it: who looks for a province finds its communes.
      places as (
        with recursive up as (
          select t.* from used u join territories t on u.code = t.country || '/' || t.level || '/' || t.code
          union select t.* from territories t join up on (t.country, t.level, t.code) = (up.country, up.parent_level, up.parent_code))
        select country || '/' || level || '/' || code as code, name from up)
      select code as value, name as words from places
      union select code, territory from used where code not in (select code from places)
       order by words, value limit 300`.execute(db)
    const { rows: outlets } = await sql<{ id: string; name: string }>`
      select id, name from counterparts
       where body_id = ${body.id} and ended_on is null and kind = 'media' order by folded collate "C", id limit 200`.execute(
      db,
    )
    return { themes: themes.map(({ theme }) => theme), territories, outlets }
  },
})

/** Counterparts to choose one from, while typing. */
export const pickCounterparts = read({
  name: "counterparts.pick",
  input: z.object({
    q: z.string().trim().max(200).optional(),
    bodyId: z.uuid().optional(),
    nature: z.enum(["organisation", "person"]).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { rows } = await findCounterparts({ ...input, limit: 12 }, given)
    return rows.map(({ id, name, roles, territory, town }) => ({
      id,
      name,
      soft: roles.join(" · ") || territory || town || "",
    }))
  },
})
