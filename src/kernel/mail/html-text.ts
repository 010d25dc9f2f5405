/**
 * Plain words of an HTML letter whose writer sent no text, with the quoted part left out where mail programs name it. Goes through
 * the letter once, since anybody may send one made to be slow.
 */
export function textOfHtml(html: string): string {
  let text = ""
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at)
    text += html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, " ")
    if (open < 0) break
    const close = html.startsWith("<!--", open) ? after(html, "-->", open) : after(html, ">", open)
    const tag = html.slice(open, close)
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ""
    if (tag.length < 5000 && QUOTES.has(name) && NAMED_QUOTE.test(tag)) break
    text += BREAKS[name] ?? ""
    at = UNSEEN.has(name) ? endOf(name, html, close) : close
  }
  return text
    .replace(/&(#x?[0-9a-f]{1,8}|[a-z]{2,8});/gi, entity)
    .replace(/[ \u00a0]*\n[ \u00a0]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

const after = (html: string, mark: string, from: number) => {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function endOf(name: string, html: string, from: number): number {
  // Closed in another case, or never: what follows is lost, and the search is not made again.
  const closing = html.indexOf(`</${name}`, from)
  const found = closing < 0 ? html.indexOf(`</${name.toUpperCase()}`, from) : closing
  return found < 0 ? html.length : after(html, ">", found)
}

const UNSEEN = new Set(["style", "script", "head", "title"])
const QUOTES = new Set(["div", "blockquote", "hr", "table", "span"])

// Gmail, Outlook (three ages of it), Yahoo, Thunderbird, Proton, Zimbra; blockquote of type cite is everybody else's.
const NAMED_QUOTE =
  /gmail_quote|gmail_attr|divRplyFwdMsg|appendonsend|stopSpelling|OLK_SRC_BODY_SECTION|yahoo_quoted|moz-cite-prefix|protonmail_quote|__QUOTED_TEXT__|^<blockquote\b[^>]*\btype=["']?cite|border-top:\s*solid #(E1E1E1|B5C4DF)/i

const BREAKS: Record<string, string> = {
  br: "\n",
  li: "\n- ",
  ...Object.fromEntries(
    ["p", "div", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote"].map((name) => [`/${name}`, "\n"]),
  ),
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  rsquo: "’",
  laquo: "«",
  raquo: "»",
  ecirc: "ê",
  euro: "€",
}

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : " "
}
