import { type Piece, pieces } from "./markup.ts"
import { dayOfSerial, type Kind, kindOfFormat, shownNumber } from "./number-format.ts"
import { unpacked } from "./unpack.ts"
import { UnreadableTable } from "./unreadable-table.ts"

/** A sheet as rows of texts; a row that is empty is there, so that the place of each is its line. */
export type Grid = string[][]

// What Excel itself can show.
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 500

/**
 * The first sheet of a workbook that holds anything. A formula is the value it had when the file was saved: nothing is ever
 * computed. Days are ISO, and a figure is written as its format shows it: "01000" is a postcode.
 */
export const readXlsx = (bytes: Uint8Array, megabytes: number): Grid => {
  const parts = unpacked(
    bytes,
    /^(?:xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i,
    megabytes,
  )
  const workbook = parts["xl/workbook.xml"]
  if (!workbook) throw new UnreadableTable("unsupported")
  const shared = sharedStrings(parts["xl/sharedStrings.xml"] ?? "")
  const kinds = cellKinds(parts["xl/styles.xml"] ?? "")
  const from1904 = /<(?:\w+:)?workbookPr[^>]*date1904="(?:1|true)"/.test(workbook)
  for (const path of sheetPaths(workbook, parts)) {
    const grid = gridOf(parts[path] ?? "", { shared, kinds, from1904 })
    if (grid.some((row) => row.some(Boolean))) return grid
  }
  return []
}

// Visible sheets first, in the order of the tabs.
const sheetPaths = (workbook: string, parts: Record<string, string>): string[] => {
  const targets = new Map<string, string>()
  for (const piece of pieces(parts["xl/_rels/workbook.xml.rels"] ?? ""))
    if (piece.kind === "open" && piece.name === "Relationship")
      targets.set(piece.attribute("Id") ?? "", (piece.attribute("Target") ?? "").replace(/^\/?(xl\/)?/, "xl/"))
  const sheets = [...pieces(workbook)].flatMap((piece) =>
    piece.kind === "open" && piece.name === "sheet"
      ? [
          {
            path: targets.get(piece.attribute("id") ?? "") ?? "",
            isHidden: /hidden/i.test(piece.attribute("state") ?? ""),
          },
        ]
      : [],
  )
  const known = sheets.filter(({ path }) => path in parts)
  return known.length > 0
    ? known.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden)).map(({ path }) => path)
    : Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/"))
}

const sharedStrings = (markup: string): string[] => {
  const all: string[] = []
  const text = textIn()
  for (const piece of pieces(markup)) {
    text.hear(piece)
    if (isOpen(piece, "si")) text.take()
    if (isOpen(piece, "si") && piece.isEmpty) all.push("")
    if (isClose(piece, "si")) all.push(text.take())
  }
  return all
}

/** The kind of number each style of a cell shows. */
const cellKinds = (markup: string): Kind[] => {
  const formats = new Map<number, string>()
  const kinds: Kind[] = []
  let inCells = false
  for (const piece of pieces(markup)) {
    if (piece.kind === "text") continue
    if (piece.name === "cellXfs") inCells = piece.kind === "open"
    if (isOpen(piece, "numFmt")) formats.set(Number(piece.attribute("numFmtId")), piece.attribute("formatCode") ?? "")
    if (inCells && isOpen(piece, "xf")) {
      const id = Number(piece.attribute("numFmtId") ?? 0)
      kinds.push(kindOfFormat(id, formats.get(id)))
    }
  }
  return kinds
}

type Context = { shared: string[]; kinds: Kind[]; from1904: boolean }

const gridOf = (markup: string, context: Context): Grid => {
  const grid: Grid = []
  const text = textIn(["v", "t"])
  let row: string[] = []
  let cell = { column: 0, type: "", style: 0 }
  let next = 0
  for (const piece of pieces(markup)) {
    text.hear(piece)
    if (isOpen(piece, "row")) {
      const at = Number(piece.attribute("r") ?? grid.length + 1)
      if (!(at >= 1 && at <= MOST_ROWS)) throw new UnreadableTable("broken")
      while (grid.length < at - 1) grid.push([])
      row = []
      next = 0
      grid[at - 1] = row
    } else if (isOpen(piece, "c")) {
      const column = columnOf(piece.attribute("r")) ?? next
      next = column + 1
      cell = { column, type: piece.attribute("t") ?? "n", style: Number(piece.attribute("s") ?? 0) }
      text.take()
    } else if (isClose(piece, "c") && cell.column < MOST_COLUMNS) {
      const shown = shownCell(text.take(), cell, context)
      if (shown !== "") {
        while (row.length < cell.column) row.push("")
        row[cell.column] = shown
      }
    }
  }
  return grid
}

const shownCell = (
  value: string,
  { type, style }: { type: string; style: number },
  { shared, kinds, from1904 }: Context,
) => {
  if (type === "s") return shared[Number(value)] ?? ""
  if (type === "b") return value === "1" ? "oui" : value === "0" ? "non" : ""
  // A formula that ended in an error tells nothing.
  if (type === "e") return ""
  if (type !== "n" || value.trim() === "") return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const kind = kinds[style] ?? { is: "number" }
  return kind.is === "day" ? dayOfSerial(number, from1904) : shownNumber(number, kind)
}

/** Gathers the text of some elements, past what is read aloud above it in Japanese. */
const textIn = (names: readonly string[] = ["t"]) => {
  let gathered = ""
  let depth = 0
  let aloud = 0
  return {
    hear(piece: Piece) {
      if (piece.kind === "text") {
        if (depth > 0 && aloud === 0) gathered += piece.text
      } else if (piece.kind === "open" && !piece.isEmpty) {
        if (names.includes(piece.name)) depth++
        if (piece.name === "rPh") aloud++
      } else if (piece.kind === "close") {
        if (names.includes(piece.name)) depth--
        if (piece.name === "rPh") aloud--
      }
    },
    take: () => {
      const text = gathered
      gathered = ""
      return text
    },
  }
}

const columnOf = (place: string | undefined): number | undefined => {
  const letters = /^([A-Z]{1,3})\d*$/.exec(place ?? "")?.[1]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined
}

type Open<Name extends string> = Extract<Piece, { kind: "open" }> & { name: Name }
const isOpen = <Name extends string>(piece: Piece, name: Name): piece is Open<Name> =>
  piece.kind === "open" && piece.name === name
const isClose = (piece: Piece, name: string) => piece.kind === "close" && piece.name === name
