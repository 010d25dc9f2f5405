import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
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
    const count = async (key: RawBuilder<unknown>, of: RawBuilder<unknown> = bodies, members = true) => {
      const { rows } = await sql<Cell>`
        select coalesce(one.key, '') as key, count(distinct one.person_id)::int as count from (
          select ${key} as key, m.person_id
            from memberships m join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
           where ${of} and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
             and (p.left_on is null or p.left_on >= ${today}::date)
             and ${members ? sql`m.ring = 'member'` : sql`m.ring in ('member', 'sympathiser', 'supporter')`}) as one
         group by 1 order by 2 desc, 1`.execute(db)
      return rows
    }
    /** The figures, and with the bodies below those of the body alone, which its own page shows. */
    const both = async (key: RawBuilder<unknown>, members = true) => ({
      cells: await count(key, bodies, members),
      alone: where === "below" ? await count(key, here, members) : undefined,
    })
    const years = await both(sql`extract(year from m.since)::int::text`)
    const towns = await both(sql`nullif(trim(p.town), '')`)
    const dues = sql`case when m.dues_until is null then 'never' when m.dues_until < ${today}::date then 'late' else 'paid' end`
    return {
      on: today,
      has_below: (await sql`select from bodies where parent_id = ${body.id} limit 1`.execute(db)).rows.length > 0,
      tables: [
        ringsOf(await both(sql`m.ring`, false)),
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
          { name: "towns", ...together(towns, towns.cells, 20, "others") },
          { name: "forms", ...(await both(sql`p.form`)) },
          { name: "dues", ...(await both(dues)) },
        ]),
      ],
    }
  },
})

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
