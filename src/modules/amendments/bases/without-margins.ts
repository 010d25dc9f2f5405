const DEEP = 3

/** Pages without what is printed on each: headers, footers, page numbers. Only where there are pages to compare. */
export function withoutMargins(pages: string[]): { pages: string[]; leftOut: number } {
  if (pages.length < 2) return { pages, leftOut: 0 }
  const split = pages.map((page) => page.split("\n"))
  const seen = new Map<string, number>()
  for (const lines of split)
    for (const key of new Set(marginsOf(lines).map((index) => keyOf(lines[index]!))))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  let leftOut = 0
  const kept = split.map((lines) => {
    const out = new Set(marginsOf(lines).filter((index) => isPrinted(lines[index]!)))
    leftOut += out.size
    return lines.filter((_, index) => !out.has(index)).join("\n")
  })
  return { pages: kept, leftOut }

  function isPrinted(line: string) {
    const times = seen.get(keyOf(line)) ?? 0
    return isPageNumber(line) || (times >= 2 && times >= pages.length / 2)
  }
}

// The first and last lines that hold something.
function marginsOf(lines: string[]): number[] {
  const some = lines.flatMap((line, index) => (line.trim() ? [index] : []))
  return [...new Set([...some.slice(0, DEEP), ...some.slice(-DEEP)])]
}

// Figures change from page to page: "Rapport n° 12 – page 3".
const keyOf = (line: string) => line.trim().toLowerCase().replaceAll(/\d+/g, "#")
const isPageNumber = (line: string) =>
  line.length < 40 && /^\s*(?:page|p\.)?\s*[–—-]?\s*\d{1,4}\s*(?:[–—-]|(?:\/|sur|de)\s*\d{1,4})?\s*$/i.test(line)
