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

/** Where words stand on such a page, in ten-thousandths of it: as wide as Times is on average. */
export const placeOf = (words: string, lines: readonly string[]) => {
  const line = lines.findIndex((one) => one.includes(words))
  const before = lines[line]!.indexOf(words)
  const across = (signs: number) => Math.round((signs * 4.6 * 10_000) / 595)
  return {
    x: Math.round((70 * 10_000) / 595) + across(before),
    y: Math.round(((842 - 760 - 12 + line * 17) * 10_000) / 842),
    w: across(words.length),
    h: Math.round((15 * 10_000) / 842),
  }
}

// Windows-1252: beyond Latin-1, the apostrophe alone stands in our letters.
const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll("’", "\u0092"), "latin1")
