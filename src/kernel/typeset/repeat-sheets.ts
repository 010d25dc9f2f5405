/**
 * The first pages of a PDF (`first`) over and over, `wanted` in all, drawn once and only pointed at again: two thousand papers weigh what
 * four do. Drawn anew they took a minute and more.
 */
export async function repeatSheets(
  pdf: Uint8Array,
  asked: (drawn: number) => { first: number; wanted: number },
): Promise<Uint8Array> {
  const { Document } = await import("mupdf")
  const document = Document.openDocument(pdf, "application/pdf").asPDF()!
  try {
    const drawn = document.countPages()
    const { first, wanted } = asked(drawn)
    const pages = Array.from({ length: first }, (_, at) => document.findPage(at))
    for (let at = drawn - 1; at >= first; at--) document.deletePage(at)
    for (let at = first; at < wanted; at++) {
      const same = document.newDictionary()
      for (const key of ["Type", "MediaBox", "Contents", "Resources"])
        same.put(key, pages[at % first]!.getInheritable(key))
      document.insertPage(-1, document.addObject(same))
    }
    return document.saveToBuffer("compress").asUint8Array().slice()
  } finally {
    document.destroy()
  }
}
