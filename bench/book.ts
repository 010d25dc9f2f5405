// Milliseconds for a sitting book of 300 pages, beside what Typst alone takes for as many plain pages; then with papers after it.
import * as mupdf from "mupdf"
import { fromPlain } from "../src/kernel/rich-text/plain.ts"
import { type BookPaper, type BookWords, bookPdf } from "../src/kernel/typeset/book-paper.ts"
import { textPdf } from "../src/kernel/typeset/text-paper.ts"
import { closeTypesetter } from "../src/kernel/typeset/typeset.ts"
import { join } from "../src/kernel/file/join/join.ts"

const sentence =
  "Le plan prévoit quatre cents kilomètres de voies, dont la moitié en zone rurale, pour dix-huit millions d’euros sur cinq ans. "
const long = (n: number) => `${n} ${sentence.repeat(4)}\n\n${sentence.repeat(4)}`
const says = Object.fromEntries(
  "kind order number item position speaks page open open_long proposed proposed_long mine speech essentials papers online notes where who where_short update do"
    .split(" ")
    .map((word) => [word, word]),
) as BookWords

const book = (items: number): BookPaper => ({
  body: "Groupe Les Rives au conseil régional",
  title: "Plénière de décembre",
  date: "2026-12-14",
  format: "tablet",
  big: false,
  says,
  when: "lundi 14 décembre 2026, 9 h 30",
  copy: "Exemplaire de Karim Aït-Saïd",
  cover: [],
  where: [],
  made: "Fait le 3 décembre 2026",
  order: Array.from({ length: items }, (_, n) => ({
    id: `i${n}`,
    number: `${n}`,
    title: `Rapport ${n}`,
    mine: n % 5 === 0,
  })),
  items: Array.from({ length: items }, (_, n) => ({
    id: `i${n}`,
    number: `${n}`,
    title: `Rapport ${n}, plan régional et ses conventions`,
    mine: n % 5 === 0,
    under: "Commission mobilités · 18 000 000 €",
    stance: { words: "Pour", proposed: false, note: sentence },
    lines: [],
    speech: [{ words: "Karim Aït-Saïd, 3 min", me: true }],
    essentials: [
      ["De quoi il s’agit", long(n)],
      ["Le risque", sentence.repeat(5)],
    ],
    texts: Array.from({ length: 4 }, (_value, k) => ({
      heading: `Amendement ${n}-${k}`,
      under: "déposé",
      title: `Du stationnement ${k}`,
      text: fromPlain(long(n * 10 + k)),
      parts: [{ heading: "Exposé des motifs", text: sentence.repeat(6) }],
    })),
    papers: [{ name: `Rapport ${n}.pdf`, at: "https://permanence.example/" }],
    link: "https://permanence.example/",
  })),
})

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  const made = await work()
  return [made, Math.round(performance.now() - began)]
}
const pagesOf = (pdf: Uint8Array) => mupdf.Document.openDocument(pdf, "application/pdf").countPages()

await bookPdf(book(2))
const items = 60
const [pdf, ms] = await timed(() => bookPdf(book(items)))
const pages = pagesOf(pdf)
const [plain, plainMs] = await timed(() =>
  textPdf({
    body: "Groupe",
    title: "Le même texte, d’un seul tenant",
    date: "2026-12-14",
    kind: "",
    facts: [],
    text: fromPlain(Array.from({ length: pages * 2 }, (_, n) => long(n)).join("\n\n")),
    parts: [],
    signatures: [],
  }),
)
const plainPages = pagesOf(plain)
console.log(
  `a book of ${items} items, ${pages} pages: ${ms} ms, ${(ms / pages).toFixed(1)} ms a page; aim 5000 ms for 300. Plain Typst, ${plainPages} pages: ${plainMs} ms, ${(plainMs / plainPages).toFixed(1)} ms a page`,
)
const [joined, joinMs] = await timed(() =>
  join(pdf, [
    { title: "Rapport", bytes: plain },
    { title: "Annexe", bytes: pdf },
  ]),
)
console.log(`the same with papers after it, ${joined.pages} pages: ${joinMs} ms more`)
await closeTypesetter()
