import { type Block, type Inline, isSafeLink, type Mark, type RichText } from "./schema.ts"

/** HTML for mails and pages without script: escaped, no attribute but the address of a link. */
export const toHtml = (doc: RichText): string => doc.content.map(blockToHtml).join("\n")

/** For text put between tags or inside a quoted attribute. */
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function blockToHtml(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${inlinesToHtml(block.content)}</p>`
    case "heading":
      return `<h${block.attrs.level}>${inlinesToHtml(block.content)}</h${block.attrs.level}>`
    case "blockquote":
      return `<blockquote>${block.content.map(blockToHtml).join("")}</blockquote>`
    case "bulletList":
      return `<ul>${itemsToHtml(block.content)}</ul>`
    case "orderedList": {
      const start = block.attrs?.start ?? 1
      return `<ol${start === 1 ? "" : ` start="${start}"`}>${itemsToHtml(block.content)}</ol>`
    }
  }
}

const itemsToHtml = (items: { content: Block[] }[]) =>
  items.map((item) => `<li>${item.content.map(blockToHtml).join("")}</li>`).join("")

const inlinesToHtml = (inlines: Inline[] = []) =>
  inlines
    .map((inline) =>
      inline.type === "hardBreak" ? "<br>" : (inline.marks ?? []).reduceRight(wrapped, escapeHtml(inline.text)),
    )
    .join("")

function wrapped(html: string, mark: Mark) {
  switch (mark.type) {
    case "bold":
      return `<strong>${html}</strong>`
    case "italic":
      return `<em>${html}</em>`
    case "underline":
      return `<u>${html}</u>`
    case "link":
      // Checked again here: a text may come from an import that did not pass the schema.
      return isSafeLink(mark.attrs.href)
        ? `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer nofollow">${html}</a>`
        : html
  }
}
