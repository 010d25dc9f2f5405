import writeExcelFile, { type SheetData } from "write-excel-file/node"
import { type Cell, harmless, isoOf, type TableLanguage, yesOrNo } from "./cell.ts"

export type Sheet = {
  name: string
  /** `width` in characters; without it, what the longest of the first rows needs. */
  columns: { title: string; width?: number }[]
  rows: readonly (readonly Cell[])[]
}

// What Excel takes; beyond, it says the file is damaged.
const LONGEST_CELL = 32_767
const LONGEST_NAME = 31

/** A workbook: every text is a text cell, never a formula; figures are figures; the heading row stays in view. */
export async function xlsx(sheets: Sheet[], language: TableLanguage = "fr"): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const written = sheets.map((sheet, index) => ({
    sheet: names[index],
    data: dataOf(sheet, language),
    columns: widths(sheet),
    stickyRowsCount: 1,
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}

function dataOf({ columns, rows }: Sheet, language: TableLanguage): SheetData {
  const head = columns.map(({ title }) => ({ ...text(title), fontWeight: "bold" as const }))
  return [head, ...rows.map((row) => columns.map((_, index) => written(row[index], language)))]
}

function written(cell: Cell, language: TableLanguage) {
  switch (typeof cell) {
    case "string":
      return text(cell)
    case "boolean":
      return text(yesOrNo(cell, language))
    case "number":
      return Number.isFinite(cell) ? { type: Number, value: cell } : null
    case "bigint":
      return exact(String(cell))
    case "object":
      if (cell === null) return null
      if (cell instanceof Temporal.PlainDate) return dated(cell)
      if (cell instanceof Temporal.PlainTime)
        return { type: Number, value: cell.since(midnight).total("days"), format: "hh:mm" }
      return exact(cell.decimal, cell.decimal.includes(".") ? "0.00" : undefined)
    default:
      return null
  }
}

const midnight = new Temporal.PlainTime()
const dayZero = new Temporal.PlainDate(1899, 12, 30)
const firstDay = new Temporal.PlainDate(1900, 3, 1)

// A real day, to be sorted and compared with today: a sheet counts days from the end of 1899. It believes 1900 was a leap
// year, so what comes before its March stays a text.
const dated = (day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(day, firstDay) < 0
    ? text(isoOf(day))
    : { type: Number, value: day.since(dayZero).days, format: "dd/mm/yyyy" }

// A sheet counts in floats of 15 figures: a longer number stays a text, whole.
const exact = (figure: string, format?: string) =>
  /^-?\d+(\.\d+)?$/.test(figure) && figure.replace(/\D/g, "").length <= 15
    ? { type: Number, value: Number(figure), ...(format ? { format } : {}) }
    : text(figure)

// The cell is a text already; the apostrophe is for the day someone edits it, or saves the sheet as CSV. A telephone
// number cannot do harm and stays readable.
const text = (said: string) => ({
  type: String,
  value: (/^\+[\d\s()./-]+$/.test(said) ? said : harmless(said)).slice(0, LONGEST_CELL),
})

const widths = ({ columns, rows }: Sheet) =>
  columns.map(({ title, width }, index) => {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, shown(row[index])), title.length)
    return { width: width ?? Math.min(Math.max(longest + 2, 8), 60) }
  })

const shown = (cell: Cell) =>
  (cell && typeof cell === "object" && "decimal" in cell ? cell.decimal : String(cell ?? "")).length

// Excel refuses some signs in a sheet's name, more than 31 letters, an empty name, and two alike.
function sheetNames(wanted: string[]) {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const clean =
      harmless(name)
        .replace(/[\\/?*[\]:']/g, " ")
        .trim()
        .slice(0, LONGEST_NAME) || `${index + 1}`
    let unique = clean
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${clean.slice(0, LONGEST_NAME - 4)} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
