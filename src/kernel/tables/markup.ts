/** A tag or a text of XML, in the order of the document. */
export type Piece =
  | { kind: "open"; name: string; attribute: (name: string) => string | undefined; isEmpty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string }

/**
 * The tags and texts of a sheet, one after the other: no tree, whose million nodes would cost ten times the file. Entities of
 * XML only; none is declared by the document, so that none grows.
 */
export function* pieces(markup: string): Generator<Piece> {
  for (const [, data, closing, name, attributes = "", empty, plain] of markup.matchAll(tokens)) {
    if (plain !== undefined) yield { kind: "text", text: plainText(plain) }
    else if (data !== undefined) yield { kind: "text", text: data }
    else if (name && closing) yield { kind: "close", name: local(name) }
    else if (name)
      yield {
        kind: "open",
        name: local(name),
        attribute: (wanted) => attributeOf(attributes, wanted),
        isEmpty: empty === "/",
      }
  }
}

const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g

// A prefix is the writer's choice; what stands behind it is the format's.
const local = (name: string) => name.slice(name.indexOf(":") + 1)

const attributeOf = (attributes: string, wanted: string): string | undefined => {
  for (const [, name = "", double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (local(name) === wanted) return plainText(double ?? single ?? "")
  return undefined
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const plainText = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
        if (name) return named[name as string] ?? whole
        const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
      })
    : text
