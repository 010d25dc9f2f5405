import { parse } from "csv-parse/sync"
import { isHeading } from "./heading.ts"

export type CsvTable = {
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"
  separator: "," | ";" | "\t" | "|"
  /** The names of the columns when the file begins with them; then they are not among the rows. */
  heading: string[] | undefined
  /** `line` is the line of the file a row begins on, from 1, to tell a person where to look. */
  rows: CsvRow[]
  /** A quotation mark was opened and never closed: all marks were then read as plain signs. */
  stray_quotes: boolean
}
export type CsvRow = { line: number; cells: string[] }

/** Reads a table as people export them: whatever its separator, its encoding, with or without a heading row. */
export function readCsv(bytes: Uint8Array): CsvTable {
  const { text: whole, encoding } = decoded(bytes)
  // Excel's own way to say the separator, as the first line.
  const said = /^sep=([,;\t|])\r?\n/i.exec(whole)
  const text = said ? whole.slice(said[0].length) : whole
  const separator = (said?.[1] as CsvTable["separator"] | undefined) ?? separatorOf(text)
  const { rows, stray_quotes } = parsed(text, separator)
  if (said) for (const row of rows) row.line++
  const heading = isHeading(rows.map((row) => row.cells)) ? rows.shift()!.cells : undefined
  return { encoding, separator, heading, rows, stray_quotes }
}

/** The text of a file of text, whatever its encoding. */
export function decoded(bytes: Uint8Array): { text: string; encoding: CsvTable["encoding"] } {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes).replaceAll("\u0000", "")
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): CsvTable["encoding"] {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  // Without a mark, UTF-16 of our languages has a zero in every second byte.
  const sample = bytes.subarray(0, 4000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => byte === 0 && zeros[index % 2]!++)
  if (zeros[1]! > sample.length / 4) return "utf-16le"
  if (zeros[0]! > sample.length / 4) return "utf-16be"
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return "utf-8"
  } catch {
    return "windows-1252"
  }
}

// The separator that cuts the first lines into most columns, alike on each line.
function separatorOf(text: string): CsvTable["separator"] {
  const sample = text.slice(0, 50_000)
  const scored = ([";", ",", "\t", "|"] as const).map((separator) => {
    const widths = parsed(sample, separator)
      .rows.slice(0, 50)
      .map((row) => row.cells.length)
    const columns = mostFrequent(widths)
    const alike = widths.filter((width) => width === columns).length / (widths.length || 1)
    return { separator, score: columns > 1 ? alike * alike * Math.log2(columns + 1) : 0 }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.separator : ","
}

function mostFrequent(widths: number[]) {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0])[0]
}

function parsed(text: string, separator: string): { rows: CsvRow[]; stray_quotes: boolean } {
  try {
    return { rows: rowsOf(text, separator, '"'), stray_quotes: false }
  } catch {
    // The only complaint left with the relaxed options below: a quotation mark that never closes.
    return { rows: rowsOf(text, separator, null), stray_quotes: true }
  }
}

type Parsed = { record: string[]; info: { lines: number } }

function rowsOf(text: string, delimiter: string, quote: string | null): CsvRow[] {
  const records: unknown = parse(text, {
    delimiter,
    quote,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    skip_empty_lines: true,
  })
  // csv-parse counts the line a record ends on.
  return (records as Parsed[])
    .map(({ record, info }) => ({ line: info.lines - lineEnds(record), cells: record }))
    .filter((row) => row.cells.some((cell) => cell !== ""))
}

const lineEnds = (cells: string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
