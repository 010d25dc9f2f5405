import { sql } from "kysely"
import { giveTerritory } from "../../src/modules/territories/give.ts"
import type { Stage } from "../stage.ts"

type Corner = [x: number, y: number]

// A country that is none: two provinces of nine communes, three by three, by a river that runs from north to south.
const communes = [
  ["Vireux", "Haute-Rive", "Sombreval"],
  ["Valmont", "Clairpont", "Aubemont"],
  ["Rochebrune", "Lisle", "Fontaines"],
]
const provinces = ["Deux-Rives", "Deux-Rives", "Hautes-Terres"]
const codeOf = (row: number, column: number) => `9${column + 1}00${row + 1}`
const provinceCodeOf = (name: string) => (name === "Deux-Rives" ? "91000" : "92000")

/** Where the party of the example is at home, and the outlines of the country around it, so that its map shows something. */
export const placesOfRives = async (
  stage: Stage,
  bodies: { region: string; valmont: string; rochebrune: string },
): Promise<void> => {
  const at = { level: "municipality", parent_level: "province" }
  const places = [
    ...[...new Set(provinces)].map((name) => ({ level: "province", code: provinceCodeOf(name), name, postcodes: [] })),
    ...communes.flatMap((row, y) =>
      row.map((name, x) => ({
        ...at,
        code: codeOf(y, x),
        name,
        parent_code: provinceCodeOf(provinces[x]!),
        postcodes: name === "Valmont" ? ["5470"] : name === "Rochebrune" ? ["5480"] : [],
      })),
    ),
  ]
  const contours = [
    { level: "province", code: "91000", shape: [[outline([0, 0], [2, 3])]] },
    { level: "province", code: "92000", shape: [[outline([2, 0], [3, 3])]] },
    ...communes.flatMap((row, y) =>
      row.map((_, x) => ({ level: at.level, code: codeOf(y, x), shape: [[outline([x, y], [x + 1, y + 1])]] })),
    ),
  ]
  await stage.within(async ({ db }) => {
    await sql`select put_example_places(${JSON.stringify(places)}::jsonb, ${JSON.stringify(contours)}::jsonb)`.execute(
      db,
    )
    // Nobody of the story looks after the region yet.
    await sql`insert into body_territories (organisation_id, body_id, country, level, code)
      values (current_org(), ${bodies.region}, 'XX', 'province', '91000')`.execute(db)
  })
  const give = (who: string, bodyId: string, code: string) =>
    stage.act(who, giveTerritory, { bodyId, territories: [`XX/municipality/${code}`] })
  await give("ines", bodies.valmont, codeOf(1, 0))
  await give("solange", bodies.rochebrune, codeOf(2, 0))
}

/** A way round, from one corner of the grid to another, clockwise; each border is crooked, and the same from both sides. */
const outline = ([west, north]: Corner, [east, south]: Corner): Corner[] => {
  const steps = 8
  const range = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) * steps }, (_, n) => from + (Math.sign(to - from) * n) / steps)
  const way: Corner[] = [
    ...range(west, east).map((x): Corner => [x, north]),
    ...range(north, south).map((y): Corner => [east, y]),
    ...range(east, west).map((x): Corner => [x, south]),
    ...range(south, north).map((y): Corner => [west, y]),
  ]
  return [...way, way[0]!].map(([x, y]): Corner => {
    const crooked = (a: number, b: number) => 0.09 * Math.sin(5 * a + 3 * b) + 0.04 * Math.sin(17 * b - 11 * a)
    return [round(-20 + (x + crooked(x, y)) * 0.4), round(47 - (y + crooked(y, x + 2)) * 0.27)]
  })
}

const round = (value: number) => Number(value.toFixed(4))
