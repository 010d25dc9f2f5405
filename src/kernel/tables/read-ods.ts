import { pieces } from "./markup.ts"
import type { Grid } from "./read-xlsx.ts"
import { unpacked } from "./unpack.ts"
import { UnreadableTable } from "./unreadable-table.ts"

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 500

/**
 * The first sheet of a LibreOffice workbook that holds anything. Repeated rows and cells are written out, except the empty ones
 * that fill a sheet to its end. Days are ISO; a formula is the value it had when the file was saved.
 */
export const readOds = (bytes: Uint8Array, megabytes: number): Grid => {
  const parts = unpacked(bytes, /^(?:content|META-INF\/manifest)\.xml$/, megabytes)
  if ((parts["META-INF/manifest.xml"] ?? "").includes("encryption-data")) throw new UnreadableTable("encrypted")
  const content = parts["content.xml"]
  if (!content) throw new UnreadableTable("unsupported")
  return gridsOf(content).find((grid) => grid.some((row) => row.some(Boolean))) ?? []
}

type Cell = { value: string; repeated: number; text: string }

const gridsOf = (markup: string): Grid[] => {
  const grids: Grid[] = []
  let row: { cells: string[]; repeated: number; empty: number } | undefined
  let cell: Cell | undefined
  let left = 0
  // Text in an annotation, or in what was struck out with changes tracked, is not the cell's.
  const asides = new Set(["annotation", "tracked-changes", "shapes"])
  for (const piece of pieces(markup)) {
    if (piece.kind === "text") {
      if (cell && left === 0) cell.text += piece.text.replaceAll(/\s+/g, " ")
    } else if (asides.has(piece.name)) {
      if (piece.kind === "close") left--
      else if (!piece.isEmpty) left++
    } else if (left > 0) {
      continue
    } else if (piece.kind === "open") {
      if (piece.name === "table") grids.push([])
      else if (piece.name === "table-row")
        row = { cells: [], repeated: times(piece.attribute("number-rows-repeated")), empty: 0 }
      else if (piece.name === "table-cell" || piece.name === "covered-table-cell") {
        cell = {
          value: shownValue(piece.attribute) ?? "",
          repeated: times(piece.attribute("number-columns-repeated")),
          text: "",
        }
        if (piece.isEmpty && row) cell = put(cell, row)
      } else if (cell && piece.name === "p" && cell.text) cell.text += "\n"
      else if (cell && piece.name === "line-break") cell.text += "\n"
      else if (cell && (piece.name === "s" || piece.name === "tab"))
        cell.text += " ".repeat(Math.min(times(piece.attribute("c")), 100))
    } else if ((piece.name === "table-cell" || piece.name === "covered-table-cell") && cell && row) {
      cell = put(cell, row)
    } else if (piece.name === "table-row" && row) {
      end(row, grids.at(-1) ?? [])
      row = undefined
    }
  }
  return grids
}

const times = (said: string | undefined) => Math.max(1, Number.parseInt(said ?? "1", 10) || 1)

// What the cell is, rather than how its format shows it: "12/03/26" leaves open which century. Texts are what is written.
const shownValue = (attribute: (name: string) => string | undefined): string | undefined => {
  const type = attribute("value-type")
  if (type === "date") return attribute("date-value")?.slice(0, 10)
  if (type === "percentage") {
    const share = Number(attribute("value"))
    return Number.isFinite(share) ? `${Math.round(share * 1e10) / 1e8} %` : undefined
  }
  if (type === "boolean") return attribute("boolean-value") === "true" ? "oui" : "non"
  return undefined
}

// A number is taken as it is shown: "01000" is a postcode, "0470 12 34 56" a telephone.
const put = ({ value, text, repeated }: Cell, row: { cells: string[]; empty: number }): undefined => {
  const shown = value || text.trim()
  if (shown === "") {
    row.empty += repeated
    return undefined
  }
  for (; row.empty > 0 && row.cells.length < MOST_COLUMNS; row.empty--) row.cells.push("")
  row.empty = 0
  for (let n = 0; n < repeated && row.cells.length < MOST_COLUMNS; n++) row.cells.push(shown)
  return undefined
}

// Empty rows count once somebody writes below them: the last of a sheet repeats a million times.
const end = ({ cells, repeated }: { cells: string[]; repeated: number }, grid: Grid & { owed?: number }): void => {
  if (cells.length === 0) {
    grid.owed = (grid.owed ?? 0) + repeated
    return
  }
  if (grid.length + (grid.owed ?? 0) + repeated > MOST_ROWS) throw new UnreadableTable("too_long")
  for (let n = grid.owed ?? 0; n > 0; n--) grid.push([])
  grid.owed = 0
  for (let n = 0; n < repeated; n++) grid.push(cells)
}
