import { type Cell, harmless, isoOf, type TableLanguage, yesOrNo } from "./cell.ts"

export type CsvOptions = {
  /** French: `;` and decimal comma, as a French Excel expects. English: `,` and decimal point. */
  language?: TableLanguage
}

/** A whole table as CSV with its heading row, UTF-8 with the mark that makes Excel read it as such. */
export const csv = (columns: string[], rows: Iterable<readonly Cell[]>, options?: CsvOptions): string =>
  Array.from(csvLines(columns, rows, options)).join("")

/** The same, line by line, to stream a long table. */
export function* csvLines(columns: string[], rows: Iterable<readonly Cell[]>, { language = "fr" }: CsvOptions = {}) {
  yield "\ufeff" + line(columns, language)
  for (const row of rows) yield line(row, language)
}

const line = (cells: readonly Cell[], language: TableLanguage) =>
  cells
    .map((cell) => quoted(written(cell, language), language === "fr" ? ";" : ","))
    .join(language === "fr" ? ";" : ",") + "\r\n"

function written(cell: Cell, language: TableLanguage): string {
  switch (typeof cell) {
    case "string":
      return harmless(cell)
    case "boolean":
      return yesOrNo(cell, language)
    case "number":
      return Number.isFinite(cell) ? decimal(String(cell), language) : ""
    case "bigint":
      return String(cell)
    case "object":
      if (cell === null) return ""
      return "decimal" in cell ? decimal(harmless(cell.decimal), language) : isoOf(cell)
    default:
      return ""
  }
}

const decimal = (figure: string, language: TableLanguage) => (language === "fr" ? figure.replace(".", ",") : figure)

// A text that holds the other separator is quoted too, since a reader may take either for the one in use; a figure is
// not, or some would take it for a text.
const quoted = (text: string, separator: string) =>
  text.includes(separator) || (/["\r\n;,\t]|^\s|\s$/.test(text) && !/^-?\d+,\d+$/.test(text))
    ? `"${text.replaceAll('"', '""')}"`
    : text
