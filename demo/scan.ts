/** A letter as it was scanned: one page of lines, dark on white. Written by hand: the story needs no typesetter. */
export const scanOf = (lines: readonly string[]): Buffer => {
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, "\\$&")}) Tj T*`).join("\n")
  const stream = bytesOf(`BT /F 11.5 Tf 17 TL 70 760 Td\n${shown}\nET`)
  return Buffer.concat([
    bytesOf(
      [
        "%PDF-1.4",
        "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
        "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj",
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>>> endobj",
        "4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>> endobj",
        `5 0 obj <</Length ${stream.length}>> stream\n`,
      ].join("\n"),
    ),
    stream,
    bytesOf("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"),
  ])
}

// Windows-1252: beyond Latin-1, the apostrophe alone stands in our letters.
const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll("’", "\u0092"), "latin1")
