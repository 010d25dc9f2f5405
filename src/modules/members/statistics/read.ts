import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { readsMembers } from "../permissions.ts"
import { type Cell, hideSmall, isTotalShown } from "./hide-small.ts"

/** How many, by ring, year of joining, town, form and dues: of one body, or of it and those below. Small figures are hidden. */
export const readStatistics = read({
  name: "members.statistics",
  input: z.object({ bodyId: z.uuid(), where: z.enum(["here", "below"]).default("here") }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsMembers,
  async run({ input: { where }, subject: body, db, now }) {
    const today = dayOf(now, body.zone)
    const bodies =
      where === "here"
        ? sql`m.body_id = ${body.id}`
        : sql`m.body_id in (select id from bodies where line @> array[${body.id}]::uuid[])`
    const count = async (key: RawBuilder<unknown>, members = true) => {
      const { rows } = await sql<Cell>`
        select coalesce(one.key, '') as key, count(distinct one.person_id)::int as count from (
          select ${key} as key, m.person_id
            from memberships m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
           where ${bodies} and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
             and (p.left_on is null or p.left_on >= ${today}::date)
             and ${members ? sql`m.ring = 'member'` : sql`m.ring in ('member', 'sympathiser', 'supporter')`}) as one
         group by 1 order by 2 desc, 1`.execute(db)
      return rows
    }
    const rings = await count(sql`m.ring`, false)
    const years = (await count(sql`extract(year from m.since)::int::text`)).toSorted((a, b) => (a.key < b.key ? 1 : -1))
    return {
      on: today,
      has_below: (await sql`select from bodies where parent_id = ${body.id} limit 1`.execute(db)).rows.length > 0,
      tables: [
        tableOf("rings", rings),
        tableOf("years", fewYears(years)),
        tableOf("towns", fewTowns(await count(sql`nullif(trim(p.town), '')`))),
        tableOf("forms", await count(sql`p.form`)),
        tableOf(
          "dues",
          await count(
            sql`case when m.dues_until is null then 'never' when m.dues_until < ${today}::date then 'late' else 'paid' end`,
          ),
        ),
      ],
    }
  },
})

const tableOf = (name: string, cells: readonly Cell[]) => {
  const rows = hideSmall(cells)
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  return { name, rows, total: isTotalShown(cells, rows) ? total : null }
}

/** Fifteen years by themselves, those before together. */
const fewYears = (cells: readonly Cell[]): Cell[] => together(cells, 15, "before")
const fewTowns = (cells: readonly Cell[]): Cell[] => together(cells, 20, "others")

const together = (cells: readonly Cell[], most: number, key: string): Cell[] =>
  cells.length <= most
    ? [...cells]
    : [...cells.slice(0, most), { key, count: cells.slice(most).reduce((sum, { count }) => sum + count, 0) }]
