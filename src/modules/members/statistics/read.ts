import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { readsMembers } from "../permissions.ts"
import { type Cell, hideDifferences, hideRings, hideSmall, isTotalShown, restOf, type Shown } from "./hide-small.ts"

/** How many, by ring, year of joining, town, form and dues: of one body, or of it and those below. Small figures are hidden. */
export const readStatistics = read({
  name: "members.statistics",
  input: z.object({ bodyId: z.uuid(), where: z.enum(["here", "below"]).default("here") }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: readsMembers,
  async run({ input: { where }, subject: body, db, now }) {
    const today = dayOf(now, body.zone)
    const here = sql`m.body_id = ${body.id}`
    const bodies =
      where === "here" ? here : sql`m.body_id in (select id from bodies where line @> array[${body.id}]::uuid[])`
    const all = await countAll(bodies, today, db)
    const own = where === "below" ? await countAll(here, today, db) : undefined
    /** The figures, and with the bodies below those of the body alone, which its own page shows. */
    const both = (name: string): Figures => ({ cells: cellsOf(all, name), alone: own && cellsOf(own, name) })
    const years = both("years")
    return {
      on: today,
      has_below: (await sql`select from bodies where parent_id = ${body.id} limit 1`.execute(db)).rows.length > 0,
      tables: [
        ringsOf(both("rings")),
        ...ofMembers([
          {
            name: "years",
            ...together(
              years,
              years.cells.toSorted((a, b) => (a.key < b.key ? 1 : -1)),
              15,
              "before",
            ),
          },
          { name: "towns", ...together(both("towns"), both("towns").cells, 20, "others") },
          { name: "forms", ...both("forms") },
          { name: "dues", ...both("dues") },
        ]),
      ],
    }
  },
})

type Counted = Cell & { name: string }

/** The lines of one table, the largest first. */
const cellsOf = (counted: readonly Counted[], name: string): Cell[] =>
  counted
    .filter((one) => one.name === name)
    .map(({ key, count }) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))

/** Every figure in one pass: of a million members, five took five times as long. Whoever is of two bodies is counted once in each line. */
const countAll = async (bodies: RawBuilder<unknown>, today: Temporal.PlainDate, db: Db) => {
  // What is told apart is told apart in memory; in the usual four megabytes it is written to disk and sorted.
  await sql`set local work_mem = '128MB'`.execute(db)
  const { rows } = await sql<Counted>`
    with one as materialized (
      select m.person_id, m.ring, extract(year from m.since)::int::text as year, nullif(trim(p.town), '') as town, p.form,
             case when m.dues_until is null then 'never' when m.dues_until < ${today}::date then 'late' else 'paid' end as dues
        from memberships m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where ${bodies} and m.ring in ('member', 'sympathiser', 'supporter')
         and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
         and (p.left_on is null or p.left_on >= ${today}::date)),
    several as materialized (select person_id from one group by person_id having count(*) > 1)
    select name, coalesce(key, '') as key, sum(count)::int as count from (
      ${figures(sql`count(*)`)} from one where not exists (select from several s where s.person_id = one.person_id) ${sets}
      union all ${figures(sql`count(distinct person_id)`)} from one where person_id in (select person_id from several) ${sets}) t
     where count > 0 group by 1, 2`.execute(db)
  return rows
}

// Rings count everybody, the rest members only.
const figures = (count: RawBuilder<unknown>) => sql`
  select case grouping(ring, year, town, form, dues) when 15 then 'rings' when 23 then 'years' when 27 then 'towns' when 29 then 'forms'
              else 'dues' end as name, coalesce(ring, year, town, form, dues) as key,
         case when grouping(ring) = 0 then ${count} else ${count} filter (where ring = 'member') end as count`
const sets = sql`group by grouping sets ((ring), (year), (town), (form), (dues))`

type Figures = { cells: Cell[]; alone: Cell[] | undefined }
type Table = { name: string; rows: Shown[]; total: number | null; withheld: boolean }

const hiding =
  ({ alone }: Figures) =>
  (cells: readonly Cell[]) =>
    alone ? hideDifferences(cells, alone) : hideSmall(cells)
const isSafe = ({ cells, alone }: Figures, rows: readonly Shown[]) =>
  isTotalShown(cells, rows) && (!alone || isTotalShown(restOf(cells, alone), rows))
const sumOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0)

const ringsOf = (figures: Figures): Table => {
  const rows = hideRings(figures.cells, figures.alone)
  return { name: "rings", rows, total: isSafe(figures, rows) ? sumOf(figures.cells) : null, withheld: false }
}

/**
 * Each of these tables counts the same members: the total of one is that of all. One whose hidden figures that total would give
 * away is withheld.
 */
const ofMembers = (tables: ({ name: string } & Figures)[]): Table[] =>
  tables.map(({ name, ...figures }) => {
    const rows = hiding(figures)(figures.cells)
    const withheld = !isSafe(figures, rows)
    return { name, rows: withheld ? [] : rows, total: withheld ? null : sumOf(figures.cells), withheld }
  })

/** So many by themselves, the others together: the same ones in the figures of the body alone. */
const together = ({ cells, alone }: Figures, ordered: readonly Cell[], most: number, key: string): Figures => {
  const kept = new Set(ordered.slice(0, most).map((one) => one.key))
  const fold = (all: readonly Cell[]) => {
    const others = sumOf(all.filter((one) => !kept.has(one.key)))
    return [...all.filter((one) => kept.has(one.key)), ...(others ? [{ key, count: others }] : [])]
  }
  return { cells: cells.length <= most ? [...ordered] : fold(ordered), alone: alone && fold(alone) }
}
