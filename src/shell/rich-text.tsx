import { type ReactNode, createElement } from "react"

/** A structured text: ProseMirror JSON limited to the nodes and marks below. */
export type RichDoc = { type: "doc"; content?: RichNode[] }
export type RichNode = {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: RichNode[]
}

/** Shows a structured text, in the serif of things to read, without loading the editor. Unknown nodes show their text. */
export const RichText = ({ of }: { of: RichDoc | null | undefined }) => (
  <div className="prose">{children(of?.content)}</div>
)

/** Whether a structured text holds no letter. */
export const isBlank = (of: RichDoc | RichNode | null | undefined): boolean =>
  !of || ("text" in of && of.text ? of.text.trim() === "" : (of.content ?? []).every(isBlank))

const children = (nodes: readonly RichNode[] | undefined): ReactNode[] =>
  (nodes ?? []).map((node, at) => drawn(node, at))

const tags: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  blockquote: "blockquote",
}
const markTags: Record<string, string> = { bold: "strong", italic: "em", underline: "u" }

const drawn = (node: RichNode, key: number): ReactNode => {
  if (node.type === "text") return marked(node, key)
  if (node.type === "hardBreak") return <br key={key} />
  // A text stands inside a page: its headings come under the page's own.
  if (node.type === "heading")
    return createElement(node.attrs?.["level"] === 3 ? "h4" : "h3", { key }, ...children(node.content))
  return createElement(tags[node.type] ?? "div", { key }, ...children(node.content))
}

const marked = (node: RichNode, key: number): ReactNode =>
  (node.marks ?? []).reduce<ReactNode>((inside, mark, depth) => {
    const at = `${key}-${depth}`
    if (mark.type === "link") return link(String(mark.attrs?.["href"] ?? ""), inside, at)
    return createElement(markTags[mark.type] ?? "span", { key: at }, inside)
  }, node.text)

// The same addresses as the schema of texts: they open a page or a mail; a stored "javascript:" must not run here.
const link = (href: string, inside: ReactNode, key: string) =>
  /^(https?:\/\/|mailto:)/i.test(href) ? (
    <a key={key} href={href} rel="noopener noreferrer">
      {inside}
    </a>
  ) : (
    <span key={key}>{inside}</span>
  )
