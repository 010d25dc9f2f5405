// Milliseconds for the minutes of ten pages, first and warm, each time with other words; for 500 letters in one PDF;
// and the memory of the process after a hundred minutes.
import { fromPlain } from "../src/kernel/rich-text/plain.ts"
import type { MinutesPaper } from "../src/kernel/typeset/minutes-paper.ts"
import { type ConvocationPaper, lettersPdf, minutesPdf } from "../src/kernel/typeset/papers.ts"
import { closeTypesetter } from "../src/kernel/typeset/typeset.ts"

const head = { body: "Locale de Valmont", title: "Assemblée statutaire", reference: "VAL-4", date: "2026-05-24" }
const signatures = [{ role: "La secrétaire de séance", name: "Inès Vandermeer" }]
const sentence =
  "Karim Aït-Saïd présente les comptes : recettes 4 812,40 €, dépenses 4 390,15 €. Les vérificatrices lisent leur rapport et recommandent l’approbation. "

const minutes = (n: number): MinutesPaper => ({
  ...head,
  when: "jeudi 21 mai 2026",
  facts: { presides: "Élodie Van den Broeck-Delattre", quorum: "atteint" },
  items: Array.from({ length: 15 }, (_, index) => ({
    title: `Point ${index} de la séance ${n}`,
    notes: fromPlain(`${n} ${sentence.repeat(3)}\n\n${index} ${sentence.repeat(3)}\n\n${sentence.repeat(2)}`),
    decisions: [{ number: `2026-${index}`, text: `Adopté en séance ${n}.`, result: "25 voix pour, 3 abstentions." }],
    tasks: [{ what: "Transmettre les comptes", who: "Karim Aït-Saïd", by: "5 juin 2026" }],
  })),
  signatures,
  attendance: Array.from({ length: 40 }, (_, index) => ({ name: `Membre ${index}`, status: "présent" })),
})

const letter: ConvocationPaper = {
  ...head,
  sender: ["Rue des Tanneurs 12"],
  place_and_date: "Valmont, le 5 mai 2026",
  opening: "La locale se réunit.",
  facts: [["Lieu", "salle des Tanneurs"]],
  items: Array.from({ length: 5 }, (_, index) => ({ title: `Sujet ${index}`, time: "19 h 30" })),
  signatures,
}

const times: number[] = []
for (let n = 0; n < 100; n++) times.push(await timed(() => minutesPdf(minutes(n))))
const [first = 0, ...warm] = times
warm.sort((a, b) => a - b)
const pages = countPages(await minutesPdf(minutes(0)))
console.log(
  `minutes of ${pages} pages: first ${first} ms, then ${warm[49]} ms (median), ${warm[0]} ms (best); aim 150 ms`,
)
console.log(`memory after a hundred: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
const recipients = Array.from({ length: 500 }, (_, n) => ({
  name: `Membre ${n}`,
  address: ["Rue A 1", "5000 Valmont"],
}))
console.log(`500 letters in one PDF: ${await timed(() => lettersPdf(letter, recipients))} ms`)
await closeTypesetter()

async function timed(act: () => Promise<unknown>) {
  const began = performance.now()
  await act()
  return Math.round(performance.now() - began)
}

function countPages(pdf: Uint8Array) {
  return Math.max(
    ...[
      ...Buffer.from(pdf)
        .toString("latin1")
        .matchAll(/\/Count (\d+)/g),
    ].map(([, count]) => Number(count)),
  )
}
