import { readCsv } from "../../kernel/tables/read-csv.ts"
import { belgianMergers } from "./belgian-mergers.ts"
import type { Level } from "./tables.ts"

export type Territory = {
  country: "FR" | "BE"
  level: Level
  code: string
  name: string
  parent_level: Level | null
  parent_code: string | null
  postcodes: string[]
}

/** A code that is no more, and the one that took its place from a day on. */
export type Successor = { country: "FR" | "BE"; level: Level; code: string; name: string; became: string; on: string }

/** Which of the files we know it is (`territories.file.<kind>`). */
export type TerritoryFileKind = "fr_regions" | "fr_departments" | "fr_communes" | "fr_movements" | "be_municipalities"

/** What a file gives: places, successions, and the lines that could not be read, each with its reason. */
export type TerritoryFile = {
  kind: TerritoryFileKind
  territories: Territory[]
  successors: Successor[]
  /** Communes that live on as a part of another, without the day it took them in. */
  absorbed: { code: string; became: string }[]
  unread: { line: number; why: "no_code" | "no_name" }[]
}

/**
 * Reads an official file by its headings: the lists of Insee (COG: regions, departments, communes, their movements) in the names of
 * any year, and the table of Belgian municipalities by NIS code. Undefined: no file we know.
 */
export const readTerritories = (bytes: Uint8Array): TerritoryFile | undefined => {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  if (start.startsWith("[") || start.startsWith("{")) {
    const found = belgian(fromJson(bytes))
    return found.territories.length > 0 ? found : undefined
  }
  const { heading, rows } = tableOf(bytes)
  // The first of the names that the heading has.
  const column = (names: readonly string[]) => heading.indexOf(names.find((one) => heading.includes(one)) ?? "")
  const lines = rows.map(({ line, cells }) => ({
    line,
    cell: (...names: string[]) => cells[column(names)]?.trim() ?? "",
  }))
  const has = (...names: string[]) => names.every((name) => heading.includes(name))
  if (has("nis_code", "municipality_fr")) return belgian(lines)
  if (has("com_av", "com_ap", "date_eff")) return movements(lines)
  if (has("typecom", "com", "libelle")) {
    const own = communes(lines.filter(({ cell }) => cell("typecom") === "COM"))
    return { ...own, kind: "fr_communes", absorbed: parts(lines) }
  }
  if (has("code_commune", "commune")) return { ...communes(lines), kind: "fr_communes" }
  if (has("dep", "reg", "libelle") || has("id", "region", "nom"))
    return { ...departments(lines), kind: "fr_departments" }
  if (has("reg", "libelle") || has("id", "nom", "cheflieu")) return { ...regions(lines), kind: "fr_regions" }
  return undefined
}

type Line = { line: number; cell: (...names: string[]) => string }

// The heading of these files is known by its names, which our guess of a heading does not always take for one.
const tableOf = (bytes: Uint8Array) => {
  const { heading, rows } = readCsv(bytes)
  const names = heading ?? rows[0]?.cells ?? []
  return { heading: names.map((one) => one.trim().toLowerCase()), rows: heading ? rows : rows.slice(1) }
}

const fromJson = (bytes: Uint8Array): Line[] => {
  const read = parsedJson(bytes)
  const all = Array.isArray(read) ? (read as Record<string, unknown>[]) : []
  return all.map((row, n) => {
    const cells = new Map(Object.entries(row).map(([key, value]) => [key.toLowerCase(), String(value ?? "")]))
    return {
      line: n + 1,
      cell: (...names) =>
        names
          .map((name) => cells.get(name))
          .find(Boolean)
          ?.trim() ?? "",
    }
  })
}

const parsedJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

const readable = (lines: readonly Line[], of: (line: Line) => Omit<Territory, "country">[], country: "FR" | "BE") => {
  const found = new Map<string, Territory>()
  const unread: TerritoryFile["unread"] = []
  for (const line of lines) {
    const all = of(line)
    const bad = all.find(({ code, name }) => !code || !name)
    if (bad) unread.push({ line: line.line, why: bad.code ? "no_name" : "no_code" })
    else
      for (const one of all) {
        const key = `${one.level} ${one.code}`
        const before = found.get(key)
        const postcodes = [...new Set([...(before?.postcodes ?? []), ...one.postcodes])]
        found.set(key, { ...one, country, postcodes })
      }
  }
  return { territories: [...found.values()], successors: [], absorbed: [], unread }
}

const plain = { parent_level: null, parent_code: null, postcodes: [] }

const regions = (lines: readonly Line[]) =>
  readable(
    lines,
    ({ cell }) => [{ ...plain, level: "region", code: cell("reg", "id"), name: cell("libelle", "nom") }],
    "FR",
  )

const departments = (lines: readonly Line[]) =>
  readable(
    lines,
    ({ cell }) => [
      {
        ...plain,
        level: "department",
        code: cell("dep", "id"),
        name: cell("libelle", "nom"),
        parent_level: "region",
        parent_code: cell("reg", "region") || null,
      },
    ],
    "FR",
  )

const communes = (lines: readonly Line[]) =>
  readable(
    lines,
    ({ cell }) => {
      const code = cell("com", "code_commune")
      return [
        {
          ...plain,
          level: "municipality",
          code,
          name: cell("libelle", "commune"),
          parent_level: "department",
          // Overseas departments have three signs.
          parent_code: cell("dep", "code_departement") || (code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2)),
        },
      ]
    },
    "FR",
  )

// COMD and COMA: a commune that is now a part of another, which Insee names as the one above it.
const parts = (lines: readonly Line[]): TerritoryFile["absorbed"] =>
  lines
    .filter(({ cell }) => ["COMD", "COMA"].includes(cell("typecom")) && cell("comparent") !== cell("com"))
    .map(({ cell }) => ({ code: cell("com"), became: cell("comparent") }))
    .filter(({ became }) => became !== "")

// Codes of movement 30 to 34: a new commune, a merger. The rest changes a name or gives back a life.
const movements = (lines: readonly Line[]): TerritoryFile => ({
  kind: "fr_movements",
  territories: [],
  unread: [],
  absorbed: [],
  successors: lines
    .filter(({ cell }) => ["31", "32", "33", "34"].includes(cell("mod")))
    .filter(
      ({ cell }) => cell("typecom_av") === "COM" && cell("typecom_ap") === "COM" && cell("com_av") !== cell("com_ap"),
    )
    .map(({ cell }) => ({
      country: "FR",
      level: "municipality",
      code: cell("com_av"),
      name: cell("libelle_av"),
      became: cell("com_ap"),
      on: cell("date_eff"),
    })),
})

const belgianRegions: Record<string, string> = { F: "02000", W: "03000", B: "04000" }

/** NIS: an arrondissement is the first two digits of its municipalities, a province the first, Brabant apart. */
const belgian = (lines: readonly Line[]): TerritoryFile => {
  const file = readable(
    lines,
    ({ cell }) => {
      const code = cell("nis_code")
      const region = cell("region_fr", "region_nl")
      const letter = /brux/i.test(region) ? "B" : /wall/i.test(region) ? "W" : "F"
      const regionCode = belgianRegions[letter]!
      const province = cell("province_fr", "province_nl")
      const provinceCode = code.startsWith("2") ? (letter === "W" ? "20002" : "20001") : `${code.slice(0, 1)}0000`
      const arrondissement = `${code.slice(0, 2)}000`
      const inProvince = letter !== "B" && province !== ""
      const above = { parent_level: "region" as const, parent_code: regionCode }
      return [
        { ...plain, level: "region", code: regionCode, name: region },
        ...(inProvince ? [{ ...plain, ...above, level: "province" as const, code: provinceCode, name: province }] : []),
        {
          ...plain,
          ...(inProvince ? { parent_level: "province" as const, parent_code: provinceCode } : above),
          level: "arrondissement",
          code: arrondissement,
          name: cell("arrondissement_fr", "arrondissement_nl"),
        },
        {
          level: "municipality",
          code,
          name: cell("municipality_fr", "municipality_nl"),
          parent_level: "arrondissement",
          parent_code: arrondissement,
          postcodes: cell("zip") ? [cell("zip")] : [],
        },
      ]
    },
    "BE",
  )
  const known = new Set(file.territories.map(({ level, code }) => `${level} ${code}`))
  const isDone = ({ code, became }: Successor) =>
    known.has(`municipality ${became}`) && !known.has(`municipality ${code}`)
  return { ...file, kind: "be_municipalities", successors: belgianMergers.filter(isDone) }
}
