import { type Html, html } from "../html.ts"
import { PALETTE, STYLES } from "./palette.ts"

/** What a letter is made of, in reading order. All texts are plain: they are escaped here, and never hold markup. */
export type Part =
  | { kind: "heading"; text: string }
  | { kind: "subheading"; text: string }
  /** Line breaks are kept. */
  | { kind: "paragraph"; text: string }
  /** Date, place, agenda: a label and its value. */
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | { kind: "list"; items: string[]; numbered?: boolean }
  /** The first is the main one. Links are http(s) or mailto. */
  | { kind: "buttons"; buttons: { label: string; href: string }[] }
  /** Smaller words, under a line. */
  | { kind: "note"; text: string }

export type Layout = {
  /** Language of the words, "fr". */
  lang: string
  /** Who writes: shown above the heading. */
  sender: string
  /** What mail programs show after the subject in their list. */
  preview?: string
  parts: Part[]
  /** Why the person receives this, and how to stop it. */
  footer: { text: string; links?: { label: string; href: string }[] }
}

/** A letter as HTML and as plain text, both from the same parts, so that neither says more than the other. */
export function layOut(layout: Layout): { html: string; text: string } {
  return { html: htmlOf(layout), text: textOf(layout) }
}

function htmlOf({ lang, sender, preview, parts, footer }: Layout): string {
  const title = parts.find((part) => part.kind === "heading")?.text ?? sender
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${STYLES}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${PALETTE.paper}">
${preview && html`<div style="display:none;max-height:0;overflow:hidden">${preview}${Array(40).fill(BLANK)}</div>`}
${table("paper", `background:${PALETTE.paper}`)}<tr><td align="center" style="padding:24px 12px">
${table("sheet", `max-width:600px;background:${PALETTE.sheet};border:1px solid ${PALETTE.line};border-radius:8px`)}<tr><td class="ink" style="padding:28px 24px;font:16px/1.5 ${FONT};color:${PALETTE.ink};text-align:left">
<p class="soft" style="margin:0 0 12px;font-size:14px;color:${PALETTE.soft}">${sender}</p>
${parts.map((part) => htmlOfPart(part))}
</td></tr></table>
${table("", "max-width:600px")}<tr><td class="soft" style="padding:16px 24px;font:13px/1.5 ${FONT};color:${PALETTE.soft};text-align:left">
${multiline(footer.text)}${(footer.links ?? []).map((link) => html`<br />${anchor(link)}`)}
</td></tr></table>
</td></tr></table>
</body>
</html>
`.markup
}

function htmlOfPart(part: Part): Html {
  switch (part.kind) {
    case "heading":
      return html`<h1 class="ink" style="margin:0 0 16px;font:600 24px/1.25 ${FONT};color:${PALETTE.ink}">
        ${part.text}
      </h1>`
    case "subheading":
      return html`<h2 class="ink" style="margin:8px 0 8px;font:600 18px/1.35 ${FONT};color:${PALETTE.ink}">
        ${part.text}
      </h2>`
    case "paragraph":
      return html`<p style="margin:0 0 16px">${multiline(part.text)}</p>`
    case "facts":
      return html`<table
        cellpadding="0"
        cellspacing="0"
        border="0"
        width="100%"
        style="margin:0 0 16px;border-collapse:collapse"
      >
        ${part.facts.map(factRow)}
      </table>`
    case "list":
      return listHtml(part.items, part.numbered ?? false)
    case "buttons":
      return html`<div style="margin:0 0 16px">${part.buttons.map(button)}</div>`
    case "note":
      return html`<p
        class="soft rule"
        style="margin:8px 0 16px;padding-top:12px;border-top:1px solid ${PALETTE.line};font-size:14px;color:${PALETTE.soft}"
      >
        ${multiline(part.text)}
      </p>`
  }
}

// Outlook lays out by tables alone; the role keeps readers from announcing them.
const table = (name: string, style: string) =>
  html`<table
    role="presentation"
    class="${name}"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="${style}"
  >`

// The label is a header of its row; one above the other on a phone, by the style sheet.
const factRow = ({ label, value }: { label: string; value: string }) =>
  html`<tr>
    <th
      scope="row"
      class="fact soft rule"
      align="left"
      valign="top"
      style="padding:8px 16px 8px 0;border-top:1px solid ${PALETTE.line};font-weight:400;color:${PALETTE.soft};width:28%"
    >
      ${label}
    </th>
    <td
      class="fact value ink"
      valign="top"
      style="padding:8px 0;border-top:1px solid ${PALETTE.line};color:${PALETTE.ink};font-weight:600"
    >
      ${multiline(value)}
    </td>
  </tr>`

function listHtml(items: string[], numbered: boolean): Html {
  const lines = items.map((item) => html`<li style="margin:0 0 6px">${multiline(item)}</li>`)
  const style = "margin:0 0 16px;padding-left:24px"
  return numbered
    ? html`<ol style="${style}">
        ${lines}
      </ol>`
    : html`<ul style="${style}">
        ${lines}
      </ul>`
}

// A cell of a table with padding, because Outlook gives none to a link; 48 px high under the thumb.
function button({ label, href }: { label: string; href: string }, index: number): Html {
  const name = index === 0 ? "main" : "other"
  const [ground, words] = index === 0 ? [PALETTE.accent, PALETTE.accent_ink] : [PALETTE.sheet, PALETTE.accent]
  return html`<table
    role="presentation"
    class="button"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="display:inline-table;margin:0 8px 8px 0"
  >
    <tr>
      <td
        class="${name}"
        bgcolor="${ground}"
        align="center"
        style="border:1px solid ${PALETTE.accent};border-radius:8px;background:${ground}"
      >
        <a
          class="${name}"
          href="${linkable(href)}"
          style="display:block;padding:12px 20px;font:600 16px/22px ${FONT};color:${words};text-decoration:none;border-radius:8px"
          >${label}</a
        >
      </td>
    </tr>
  </table>`
}

const anchor = ({ label, href }: { label: string; href: string }) =>
  html`<a class="link" href="${linkable(href)}" style="color:${PALETTE.accent};display:inline-block;padding:8px 0"
    >${label}</a
  >`

function textOf({ lang, sender, parts, footer }: Layout): string {
  const links = (footer.links ?? []).map((link) => `${link.label}${colon(lang)}${link.href}`)
  const signature = [footer.text, ...links].join("\n")
  // "-- " opens a signature: mail programs leave it out of answers (RFC 3676 §4.3).
  return `${[sender, ...parts.map((part) => textOfPart(part, lang)), `-- \n${signature}`].join("\n\n")}\n`
}

function textOfPart(part: Part, lang: string): string {
  switch (part.kind) {
    case "heading":
      return underlined(part.text, "=")
    case "subheading":
      return underlined(part.text, "-")
    case "paragraph":
    case "note":
      return part.text
    case "facts":
      return part.facts.map(({ label, value }) => `${label}${colon(lang)}${value.replaceAll("\n", "\n  ")}`).join("\n")
    case "list":
      return part.items
        .map((item, n) => `${part.numbered ? `${n + 1}.` : "-"} ${item.replaceAll("\n", "\n  ")}`)
        .join("\n")
    case "buttons":
      return part.buttons.map(({ label, href }) => `${label}${colon(lang).trimEnd()}\n${href}`).join("\n\n")
  }
}

const underlined = (text: string, sign: string) => `${text}\n${sign.repeat(Math.min(72, [...text].length))}`

/** French puts a no-break space before the colon. */
const colon = (lang: string) => (lang.startsWith("fr") ? "\u00a0: " : ": ")

const FONT = "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// A blank the mail program cannot drop: it keeps the first words of the letter out of the preview.
const BLANK = "\u2007\u034f "

const multiline = (text: string): Html => {
  const [first = "", ...others] = text.split(/\r\n|\r|\n/)
  return html`${first}${others.map((other) => html`<br />${other}`)}`
}

function linkable(href: string): string {
  if (!/^(https?:\/\/|mailto:)/i.test(href)) throw new Error(`Not a link for a letter: ${href.slice(0, 80)}`)
  return href
}
