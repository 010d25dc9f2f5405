import * as mupdf from "mupdf"

/** What a reader finds in a PDF: its words page by page, its fonts, whether it is tagged, its standard, its date and its bookmarks. */
export function read(pdf: Uint8Array) {
  const document = mupdf.PDFDocument.openDocument(pdf, "application/pdf").asPDF()!
  const pages = Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toStructuredText("preserve-whitespace").asText(),
  )
  const fonts = new Set<string>()
  for (let index = 1; index < document.countObjects(); index++) {
    const object = document.newIndirect(index).resolve()
    if (object.isDictionary() && object.get("Type").isName() && object.get("Type").asName() === "FontDescriptor")
      fonts.add(
        object
          .get("FontName")
          .asName()
          .replace(/^[A-Z]{6}\+/, ""),
      )
  }
  const root = document.getTrailer().get("Root")
  const metadata = root.get("Metadata").readStream().asString()
  return {
    pages,
    text: pages.join("\n"),
    fonts: [...fonts].sort(),
    tagged: root.get("MarkInfo").get("Marked").asBoolean(),
    language: root.get("Lang").asString(),
    metadata,
    /** How a screen reader is told the parts: "Document/Table/TR/TD", once for each that there is. */
    tags: tagsUnder(root.get("StructTreeRoot"), ""),
    bookmarks: titlesOf(document.loadOutline() ?? []),
    links: pages.flatMap((_, index) =>
      document
        .loadPage(index)
        .getLinks()
        .map((link) => link.getURI()),
    ),
  }
}

const titlesOf = (outline: readonly { title?: string | undefined; down?: unknown }[]): string[] =>
  outline.flatMap(({ title, down }) => [title ?? "", ...titlesOf((down ?? []) as typeof outline)])

const tagsUnder = (node: mupdf.PDFObject, path: string): string[] => {
  const kids = node.get("K")
  const all = kids.isArray() ? Array.from({ length: kids.length }, (_, index) => kids.get(index)) : [kids]
  return all
    .filter((kid) => kid.isDictionary() && kid.get("S").isName())
    .flatMap((kid) => {
      const here = `${path}/${kid.get("S").asName()}`
      return [here, ...tagsUnder(kid, here)]
    })
}
