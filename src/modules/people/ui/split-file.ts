/** A part of a file: where it lies, and the number of its first line in the whole. */
export type Part = { from: number; to: number; firstLine: number }
export type Split = {
  parts: Part[]
  lines: number
  /** The line of the headings, with what stands before it. */ head: Blob
  headLines: number
}

/** What the server takes at once: beyond, a table of text is cut, and anything else is refused before it is sent. */
export const MOST_BYTES = 50 * 1024 * 1024
const PART = { bytes: 24 * 1024 * 1024, lines: 100_000 }

/**
 * Cuts a table of text at the ends of its lines, never within a cell that has several, reading it once and keeping none of it: three
 * hundred megabytes are a million people. Undefined for what cannot be cut: a workbook, cards, text in two bytes a sign.
 */
export const splitFile = async (
  file: Blob,
  onShare: (share: number) => void = () => {},
  most = PART,
): Promise<Split | undefined> => {
  if (!isPlainTable(new Uint8Array(await file.slice(0, 1000).arrayBuffer()))) return undefined
  const parts: Part[] = []
  let [at, from, line, firstLine, head, headLines] = [0, 0, 1, 1, 0, 0]
  let openSince = -1
  let last = 0
  const cut = (to: number) => {
    if (to > from) parts.push({ from, to, firstLine })
    ;[from, firstLine] = [to, line]
  }
  const reader = file.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const bytes = read.value
    for (let n = 0; n < bytes.length; n++, at++) {
      last = bytes[n]!
      if (last === QUOTE) openSince = openSince < 0 ? at : -1
      if (last !== END) continue
      line++
      // A quotation mark that never closes would make one cell of all the rest: no cell is so long.
      if (openSince >= 0 && at - openSince > LONGEST_CELL) openSince = -1
      if (openSince >= 0) continue
      if (head === 0 && !(line === 2 && (await beginsWithSeparator(file)))) [head, headLines] = [at + 1, line - 1]
      if (at + 1 - from >= most.bytes || line - firstLine >= most.lines) cut(at + 1)
    }
    onShare(at / file.size)
  }
  cut(file.size)
  return { parts, lines: last === END ? line - 1 : line, head: file.slice(0, head), headLines }
}

/** A part as a file of its own, under the headings of the whole, and how many lines its own are further down. */
export const partFile = (
  file: Blob,
  { parts, head, headLines }: Split,
  index: number,
  hasHeading: boolean,
): { file: Blob; offset: number } => {
  const { from, to, firstLine } = parts[index]!
  const part = file.slice(from, to)
  if (index === 0) return { file: part, offset: 0 }
  return hasHeading
    ? { file: new Blob([head, part]), offset: firstLine - 1 - headLines }
    : { file: part, offset: firstLine - 1 }
}

const QUOTE = 34
const END = 10
const LONGEST_CELL = 100_000

// "PK": Excel and LibreOffice; "D0 CF": Excel of before; a zero in the first signs: two bytes for each.
const isPlainTable = (first: Uint8Array): boolean =>
  !(first[0] === 0x50 && first[1] === 0x4b) &&
  !(first[0] === 0xd0 && first[1] === 0xcf) &&
  !first.includes(0) &&
  !/^\s*BEGIN:VCARD/i.test(new TextDecoder().decode(first.subarray(0, 40)).replace("\uFEFF", ""))

// Excel’s own first line, "sep=;", stands before the headings.
const beginsWithSeparator = async (file: Blob): Promise<boolean> => /^\uFEFF?sep=/i.test(await file.slice(0, 10).text())
