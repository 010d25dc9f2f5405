/** The paragraphs of a text read out of a file: lines that a page cut are one again, what stands on each page is left. */
export const paragraphsOf = (text: string): string[] => {
  const paragraphs: string[] = []
  let open = ""
  const close = () => {
    if (open) paragraphs.push(open)
    open = ""
  }
  for (const raw of text.split(/\r?\n|\f/)) {
    const line = raw.replaceAll(/[ \t\u00a0\u202f]+/g, " ").trim()
    if (line === "" || /^(?:page\s*)?\d+\s*(?:\/|sur)\s*\d+$/i.test(line)) {
      close()
      continue
    }
    // An article, a number or a mark begins a paragraph, whatever the line before it.
    if (open && /^(?:article\s|\d+[.)]\s|[-•–]\s|[A-ZÉÈÀ]{4,}\b)/u.test(line)) close()
    open = open.endsWith("-") ? `${open.slice(0, -1)}${line}` : [open, line].filter(Boolean).join(" ")
  }
  close()
  return paragraphs
}
