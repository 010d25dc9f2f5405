import type { Level } from "../tables.ts"

export type PlaceOfShape = { country: "FR" | "BE"; level: Level; code: string }

// What the publishers call the code, the finest first: a commune of IGN names its department and its region too, a statistical
// sector of Statbel its municipality. IGN (Admin Express), geo.api.gouv.fr, Statbel, OpenDataSoft, in any case of letters.
const names: [country: "FR" | "BE", level: Level, names: string[]][] = [
  ["FR", "municipality", ["insee_com", "com_code", "code_insee_de_la_commune", "codgeo"]],
  ["FR", "department", ["insee_dep", "dep_code", "code_insee_du_departement"]],
  ["FR", "region", ["insee_reg", "reg_code", "code_insee_de_la_region"]],
  ["BE", "municipality", ["cd_munty_refnis", "nis5", "mun_code", "nis_code", "niscode", "refnis"]],
  ["BE", "arrondissement", ["cd_dstr_refnis", "arr_code"]],
  ["BE", "province", ["cd_prov_refnis", "prov_code"]],
  ["BE", "region", ["cd_rgn_refnis"]],
]
const bare = ["code", "code_insee", "insee", "id"]
const frenchRegions = new Set("01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94".split(" "))

/** Which place each feature is the outline of; undefined where nothing says it. */
export const placesOfFeatures = (all: readonly Record<string, unknown>[]): (PlaceOfShape | undefined)[] => {
  const read = all.map((properties) => {
    const cells = new Map(Object.entries(properties).map(([key, value]) => [key.toLowerCase(), textOf(value)]))
    const cell = (keys: readonly string[]) => keys.map((key) => cells.get(key)).find(Boolean)
    const found = names.find(([, , keys]) => cell(keys))
    return found ? { country: found[0], level: found[1], code: cell(found[2])! } : cell(bare)
  })
  // "code": "27" is a department as well as a region: a file of regions holds nothing else.
  const codes = read.filter((one) => typeof one === "string")
  const regions = codes.length <= frenchRegions.size && codes.every((code) => frenchRegions.has(code))
  return read.map((one) => (typeof one === "string" ? french(one, regions) : one))
}

const french = (code: string, regions: boolean): PlaceOfShape | undefined => {
  if (/^\d[\dAB]\d{3}$/.test(code)) return { country: "FR", level: "municipality", code }
  if (!/^(\d[\dAB]|97\d|98\d)$/.test(code)) return undefined
  return { country: "FR", level: regions ? "region" : "department", code }
}

const textOf = (value: unknown): string => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === "string" || typeof one === "number" ? String(one).trim() : ""
}

/** The places above a municipality, as its code says them: one file of communes draws its departments and provinces too. */
export const placesAbove = ({ country, code }: PlaceOfShape): PlaceOfShape[] => {
  if (country === "FR") {
    return [{ country, level: "department", code: code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2) }]
  }
  const arrondissement = { country, level: "arrondissement", code: `${code.slice(0, 2)}000` } as const
  if (code.startsWith("21")) return [arrondissement, { country, level: "region", code: "04000" }]
  const flemish = /^(1|23|24|3|4|7)/.test(code)
  const province = code.startsWith("2") ? (flemish ? "20001" : "20002") : `${code.slice(0, 1)}0000`
  return [
    arrondissement,
    { country, level: "province", code: province },
    { country, level: "region", code: flemish ? "02000" : "03000" },
  ]
}
