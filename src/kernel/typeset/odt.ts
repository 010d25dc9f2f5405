import { zipSync } from "fflate"
import type { PaperBlock, Run } from "../rich-text/blocks.ts"
import type { Piece } from "../redline/words.ts"
import { withoutControls } from "../unprintable.ts"
import type { PaperHead, Signature } from "./paper-head.ts"
import { contentOf, stylesOf } from "./odt-styles.ts"

/**
 * An OpenDocument text (ODF 1.3), written by hand: no library for it is kept. Parts are strings of XML made by the functions below;
 * whatever a person typed goes through `words`.
 */
export const odtOf = (
  head: PaperHead & { stamp?: string },
  parts: readonly string[],
  changes = changesIn(),
): Uint8Array => {
  const { title, lang = "fr", region = "FR" } = head
  const language = { lang, region: lang === "en" ? "GB" : region }
  const text = (xml: string) => [new TextEncoder().encode(xml), {}] as const
  const stored = (of: string) => [new TextEncoder().encode(of), { level: 0 as const }] as const
  const files = {
    // First and not compressed: what tells an OpenDocument from any other archive.
    mimetype: stored("application/vnd.oasis.opendocument.text"),
    "content.xml": text(contentOf(changes.xml() + parts.join(""))),
    "styles.xml": text(stylesOf(language, words(head.reference ?? ""), words(head.stamp?.toUpperCase() ?? ""))),
    "meta.xml": text(
      `${xml}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${words(title)}</dc:title><dc:language>${language.lang}-${language.region}</dc:language></office:meta></office:document-meta>`,
    ),
    "META-INF/manifest.xml": text(manifest),
  }
  // A date of its own would make another file of the same words.
  return zipSync(files as never, { mtime: "2000-01-01T00:00:00" })
}

export const xml = `<?xml version="1.0" encoding="UTF-8"?>\n`

const manifest = `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>${["content.xml", "styles.xml", "meta.xml"].map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`).join("")}</manifest:manifest>`

/** What a person typed, as it may stand in XML; runs of spaces are kept, which OpenDocument would make one. */
export const words = (text: string): string =>
  withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replaceAll("\n", "<text:line-break/>")

export type ParagraphStyle = "Standard" | "Soft" | "Body" | "Quote" | "Role" | "Line"
export const paragraph = (text: string, style: ParagraphStyle = "Standard"): string => inParagraph(words(text), style)
const inParagraph = (content: string, style: ParagraphStyle = "Standard") =>
  `<text:p text:style-name="${style}">${content}</text:p>`
export const heading = (level: 1 | 2 | 3, text: string): string => headed(level, words(text))
const headed = (level: 1 | 2 | 3, content: string) =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${content}</text:h>`

/** A structured text. */
export const blocks = (all: readonly PaperBlock[], style: ParagraphStyle = "Standard"): string =>
  all
    .map((block): string => {
      switch (block.kind) {
        case "paragraph":
          return inParagraph(runs(block.runs), style)
        case "heading":
          return headed(3, runs(block.runs))
        case "quote":
          return blocks(block.blocks, "Quote")
        case "list": {
          const items = block.items.map(
            (item, index) =>
              `<text:list-item${block.ordered && index === 0 && block.start !== 1 ? ` text:start-value="${block.start}"` : ""}>${blocks(item, style)}</text:list-item>`,
          )
          return `<text:list text:style-name="${block.ordered ? "Numbers" : "Bullets"}">${items.join("")}</text:list>`
        }
      }
    })
    .join("")

const runs = (all: readonly Run[]): string =>
  all
    .map(({ text, bold, italic, underline, link }) => {
      const style = `T${bold ? "b" : ""}${italic ? "i" : ""}${underline ? "u" : ""}`
      const said = style === "T" ? words(text) : `<text:span text:style-name="${style}">${words(text)}</text:span>`
      return link ? `<text:a xlink:type="simple" xlink:href="${words(link)}">${said}</text:a>` : said
    })
    .join("")

/** A word and a sentence on each line. */
export const facts = (rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0
    ? ""
    : `<table:table table:style-name="Facts"><table:table-column table:style-name="Word"/><table:table-column table:style-name="Sentence"/>${rows
        .map(
          ([word, sentence]) =>
            `<table:table-row>${cell(paragraph(word, "Soft"))}${cell(paragraph(sentence))}</table:table-row>`,
        )
        .join("")}</table:table>`
const cell = (content: string) => `<table:table-cell office:value-type="string">${content}</table:table-cell>`

/** Each role over the line to sign on. */
export const signatures = (all: readonly Signature[]): string =>
  all.map(({ role, name }) => paragraph(role, "Role") + paragraph(name, "Line")).join("")

/** Changes that the word processor tracks: each is accepted or refused there, under the name of its author. */
export const changesIn = (at = "2000-01-01T00:00:00") => {
  const regions: string[] = []
  const region = (kind: "insertion" | "deletion", author: string, content = "") => {
    const id = `ct${regions.length + 1}`
    regions.push(
      `<text:changed-region xml:id="${id}" text:id="${id}"><text:${kind}><office:change-info><dc:creator>${words(author)}</dc:creator><dc:date>${at.slice(0, 19)}</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`,
    )
    return id
  }
  return {
    /** A paragraph as it was and as it becomes. */
    paragraph: (pieces: readonly Piece[], author: string): string =>
      inParagraph(
        pieces
          .map(({ is, text }) => {
            if (is === "kept") return words(text)
            if (is === "removed")
              return `<text:change text:change-id="${region("deletion", author, inParagraph(words(text)))}"/>`
            const id = region("insertion", author)
            return `<text:change-start text:change-id="${id}"/>${words(text)}<text:change-end text:change-id="${id}"/>`
          })
          .join(""),
      ),
    xml: () => (regions.length ? `<text:tracked-changes>${regions.join("")}</text:tracked-changes>` : ""),
  }
}
