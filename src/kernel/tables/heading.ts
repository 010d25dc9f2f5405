// Words that name a column in the exports seen: Outlook, Google, spreadsheets of chapters, voter lists.
const names =
  /^(n[o°]|id|num(éro|ber)?|nom|pr[ée]nom|name|first[ _]?name|last[ _]?name|family[ _]?name|given[ _]?name|titre|title|civilit[ée]|e[- ]?mail|courriel|m[ée]l|mail|adresse?|address|rue|street|t[ée]l([ée]phone)?|gsm|mobile|phone|portable|code[ _]postal|cp|postcode|zip|ville|commune|city|localit[ée]|pays|country|date|naissance|birth|organi[sz]ation|soci[ée]t[ée]|company|groupe?s?|statut|status|cotisation|montant|amount)\b/i

/**
 * Is the first row the names of the columns? It is when nothing in it is a datum (an address, a number, a date) and
 * either a cell is a known name, or a column below holds data of a kind that its first cell is not.
 */
export function isHeading(rows: string[][]): boolean {
  const [first, ...rest] = rows
  if (!first || first.some(isDatum) || first.every((cell) => cell === "")) return false
  if (first.some((cell) => names.test(cell.trim()))) return true
  const sample = rest.slice(0, 50)
  return first.some((cell, column) => {
    const below = sample.map((row) => row[column] ?? "").filter((value) => value !== "")
    return cell !== "" && below.length > 0 && below.filter(isDatum).length > below.length / 2
  })
}

const isDatum = (cell: string) => cell.includes("@") || /^[\s+\d.,/:()€%-]*\d[\s\d.,/:()€%-]*$/.test(cell)
