/**
 * The text between the tags of XML or HTML, for search and nothing else: no tree, one pass. `breaks` end a line, `spaces`
 * are a blank, what is inside `skips` is left out.
 */
export function markupText(
  markup: string,
  { breaks, skips = [], spaces = [] }: { breaks: string[]; skips?: string[]; spaces?: string[] },
): string {
  let text = ""
  let skipping: string | undefined
  for (const [, data, closing, tag, selfClosing, plain] of markup.matchAll(tokens)) {
    const name = tag?.toLowerCase()
    if (skipping !== undefined) {
      if (closing && name === skipping) skipping = undefined
    } else if (name !== undefined) {
      if (breaks.includes(name) && (closing || selfClosing || name === "br")) text += "\n"
      else if (spaces.includes(name)) text += " "
      else if (skips.includes(name) && !closing && !selfClosing) skipping = name
    } else if (data !== undefined || plain !== undefined) {
      text += data ?? decoded(plain ?? "")
    }
  }
  return text.replace(/[ \t]+/g, " ").replace(/ ?\n[\s]*\n+/g, "\n\n")
}

const tokens = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>|([^<]+)/g

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name as string] ?? letter(name as string) ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

const marks: Record<string, string> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  cedil: "\u0327",
  tilde: "\u0303",
}

// &eacute; and its sisters, which mail programs still write.
function letter(name: string): string | undefined {
  const [, base, mark] = name.match(/^([A-Za-z])(acute|grave|circ|uml|cedil|tilde)$/) ?? []
  if (base && mark) return (base + marks[mark]).normalize("NFC")
  return { oelig: "œ", OElig: "Œ", rsquo: "’", laquo: "«", raquo: "»", euro: "€", hellip: "…", ndash: "–" }[name]
}
