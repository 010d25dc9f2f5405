import type { Successor } from "./read-file.ts"

/**
 * The municipalities that merged, and those whose code changed with their arrondissement, on 1 January 2019 and 2025. The file of
 * 2020 holds every new code of 2019 and none of the old ones (tests/corpus). Each is taken only from a file that holds the new code
 * and no longer the old one.
 */
export const belgianMergers: readonly Successor[] = [
  ...on("2019-01-01", "12041", ["12030", "Puurs"], ["12034", "Sint-Amands"]),
  ...on("2019-01-01", "44083", ["44011", "Deinze"], ["44049", "Nevele"]),
  ...on("2019-01-01", "44084", ["44001", "Aalter"], ["44029", "Knesselare"]),
  ...on("2019-01-01", "44085", ["44036", "Lovendegem"], ["44072", "Waarschoot"], ["44080", "Zomergem"]),
  ...on("2019-01-01", "45068", ["45017", "Kruishoutem"], ["45057", "Zingem"]),
  ...on("2019-01-01", "72042", ["71047", "Opglabbeek"], ["72040", "Meeuwen-Gruitrode"]),
  ...on("2019-01-01", "72043", ["72025", "Neerpelt"], ["72029", "Overpelt"]),
  ...on("2019-01-01", "51067", ["55010", "Enghien"]),
  ...on("2019-01-01", "51068", ["55039", "Silly"]),
  ...on("2019-01-01", "51069", ["55023", "Lessines"]),
  ...on("2019-01-01", "55085", ["52063", "Seneffe"]),
  ...on("2019-01-01", "55086", ["52043", "Manage"]),
  ...on("2019-01-01", "57096", ["54007", "Mouscron"]),
  ...on("2019-01-01", "57097", ["54010", "Comines-Warneton"]),
  ...on("2019-01-01", "58001", ["55022", "La Louvière"]),
  ...on("2019-01-01", "58002", ["56011", "Binche"]),
  ...on("2019-01-01", "58003", ["56085", "Estinnes"]),
  ...on("2019-01-01", "58004", ["56087", "Morlanwelz"]),
  ...on("2025-01-01", "11002", ["11007", "Borsbeek"]),
  ...on("2025-01-01", "23106", ["23023", "Galmaarden"], ["23024", "Gooik"], ["23032", "Herne"]),
  ...on("2025-01-01", "37021", ["37018", "Wingene"], ["37012", "Ruiselede"]),
  ...on("2025-01-01", "37022", ["37015", "Tielt"], ["37007", "Meulebeke"]),
  ...on("2025-01-01", "44086", ["44048", "Nazareth"], ["44012", "De Pinte"]),
  ...on("2025-01-01", "44087", ["44034", "Lochristi"], ["44073", "Wachtebeke"]),
  ...on("2025-01-01", "44088", ["44043", "Merelbeke"], ["44040", "Melle"]),
  ...on("2025-01-01", "46029", ["46014", "Lokeren"], ["44045", "Moerbeke"]),
  ...on("2025-01-01", "46030", ["46003", "Beveren"], ["46013", "Kruibeke"], ["11056", "Zwijndrecht"]),
  ...on("2025-01-01", "71071", ["71069", "Ham"], ["71057", "Tessenderlo"]),
  ...on("2025-01-01", "71072", ["71022", "Hasselt"], ["73040", "Kortessem"]),
  ...on("2025-01-01", "73110", ["73006", "Bilzen"], ["73032", "Hoeselt"]),
  ...on("2025-01-01", "73111", ["73083", "Tongeren"], ["73009", "Borgloon"]),
  ...on("2025-01-01", "82039", ["82003", "Bastogne"], ["82005", "Bertogne"]),
]

function on(day: string, became: string, ...old: [code: string, name: string][]): Successor[] {
  return old.map(([code, name]) => ({ country: "BE", level: "municipality", code, name, became, on: day }))
}
