import * as mupdf from "mupdf"

/** A report as an institution sends it, a page for each list of lines; null is a page that is only a picture. */
export const reportPdf = (pages: readonly (readonly string[] | null)[]): Uint8Array => {
  const document = new mupdf.PDFDocument()
  const font = document.addSimpleFont(new mupdf.Font("Helvetica"), "Latin")
  const resources = document.addObject({ Font: { F1: font } })
  for (const lines of pages) {
    const drawn = lines
      ? `BT /F1 11 Tf 50 780 Td 14 TL ${lines.map((line) => `(${written(line)}) Tj T*`).join(" ")} ET`
      : "1 0 0 rg 10 10 500 500 re f"
    const content = new mupdf.Buffer()
    for (const byte of Buffer.from(drawn, "latin1")) content.writeByte(byte)
    document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, content))
  }
  const saved = document.saveToBuffer("")
  const bytes = saved.asUint8Array().slice()
  // Its memory is not the collector’s: two hundred reports would fill it.
  for (const one of [saved, document]) one.destroy()
  return bytes
}

// The fourteen standard fonts know Latin-1 alone.
const written = (line: string) =>
  line
    .replaceAll("’", "'")
    .replaceAll("€", "euros")
    .replaceAll(/[()\\]/g, String.raw`\$&`)
