// One letter to 500, through the product: found, made in lots, printed in one file; beside it, the same 500 letters typeset alone
// and the bare rate of the typesetter on letters that share their words (convocations).
import { Readable } from "node:stream"
import { inOrganisation } from "../src/kernel/db.ts"
import { system } from "../src/kernel/job.ts"
import { letterPdf } from "../src/kernel/typeset/letter-paper.ts"
import { lettersPdf } from "../src/kernel/typeset/papers.ts"
import { closeTypesetter } from "../src/kernel/typeset/typeset.ts"
import { addCounterpart } from "../src/modules/counterparts/file/add.ts"
import { beginLetter } from "../src/modules/letters/begin.ts"
import { advanceMailing } from "../src/modules/letters/mailing/advance.ts"
import { chooseMany } from "../src/modules/letters/mailing/choose.ts"
import { paperOfMailing } from "../src/modules/letters/mailing/paper.ts"
import { findMailingLog, readMailing } from "../src/modules/letters/mailing/read-mailing.ts"
import { startMailing } from "../src/modules/letters/mailing/start.ts"
import { pdfTogether } from "../src/modules/letters/paper/with-enclosures.ts"
import { readText } from "../src/modules/texts/read-text.ts"
import { saveText } from "../src/modules/texts/save.ts"
import { signText } from "../src/modules/texts/sign.ts"
import { validateText } from "../src/modules/texts/validate.ts"
import { world } from "../tests/world.ts"

const MANY = Number(process.env["LETTERS"] ?? 500)
const w = await world()
const { amina } = w.people
const bodyId = w.lisle
for (let n = 0; n < MANY; n++)
  await w.do(
    addCounterpart,
    {
      bodyId,
      nature: "organisation",
      kind: "association",
      name: `Association ${n}`,
      street: `Rue Haute ${n}`,
      postcode: "5000",
      town: "Lisle",
      country: "BE",
      sure: true,
    },
    amina,
  )
const said = { address: "Publipostage", called: "Madame, Monsieur", closing: "Bien à vous,", authorId: w.amina }
const { textId } = await w.do(beginLetter, { bodyId, title: "Le pont de Lisle", ...said }, amina)
const { text } = await w.ask(readText, { textId }, amina)
const words = "Nous écrivons à {organisation} au sujet du pont, dont la dernière visite date de 2019. ".repeat(4)
const doc = { type: "doc", content: Array(4).fill({ type: "paragraph", content: [{ type: "text", text: words }] }) }
await w.do(saveText, { textId, doc, base: text.doc }, amina)

const chosen = await timed(() => w.do(chooseMany, { textId, who: { of: "counterparts" } }, amina))
await w.do(validateText, { textId }, amina)
await w.do(signText, { textId }, amina)
await w.do(startMailing, { textId }, amina)
const inside = <T>(work: (given: any) => Promise<T>, actor = amina) =>
  inOrganisation(w.db, w.organisation, (db) => work({ ...w.equipment, actor, db, now: w.now }))
const made = await timed(async () => {
  for (let lot = 0; lot <= MANY / 100; lot++)
    await inside((given) => advanceMailing.react({ textId, bodyId }, given), system(w.organisation))
})
const { counts } = await w.ask(readMailing, { textId }, amina)
const page = await timed(() => w.ask(readMailing, { textId, limit: 200 }, amina))
const log = await timed(() => inside((given) => findMailingLog({ textId, bodyId }, 10_000, given)))
const paper = await inside((given) => paperOfMailing(textId, given))
await letterPdf({ ...paper, letters: paper.letters.slice(0, 1) })
const printed = await timed(() => letterPdf(paper))
const bare = await timed(() =>
  lettersPdf(
    {
      ...paper,
      sender: [],
      place_and_date: "Lisle, le 2 mai 2026",
      opening: words.repeat(4),
      facts: [],
      items: [],
      signatures: [{ role: "Secrétaire", name: "Amina Belkacem" }],
    },
    paper.letters.map(({ address: [name = "", ...address] }) => ({ name, address, salutation: "Madame, Monsieur," })),
  ),
)
console.log(`one letter to ${counts.total}: found ${chosen}, made and logged ${made}`)
console.log(`its log: 200 lines of the page ${page}, all of it to take away ${log}`)
console.log(`printed in one file: ${printed}, each with its own words; convocations alike: ${bare}`)
// The pile of a morning: twenty letters with an annex of ten pages each, in one file.
const annex = await letterPdf({ ...paper, letters: paper.letters.slice(0, 10) })
const { hash, type, bytes } = await w.equipment.files.put(w.organisation, Readable.from([annex]), {
  name: "annexe.pdf",
})
const pile = paper.letters.slice(0, 20)
const behind = pile.map(() => [{ name: "annexe.pdf", type, hash, bytes }])
const joined = await timed(() =>
  pdfTogether({ ...paper, letters: pile, behind, tick: "À plier et à poster" }, w.equipment.files, w.organisation),
)
console.log(`${pile.length} letters, each with ten pages joined, in one file: ${joined}`)
await closeTypesetter()
await w.end()

async function timed(act: () => Promise<unknown>) {
  // Processor time: the typesetter and PostgreSQL apart, a busy machine says nothing by the clock.
  const [began, spent] = [performance.now(), process.cpuUsage()]
  await act()
  const { user, system: kernel } = process.cpuUsage(spent)
  return `${seconds(performance.now() - began)} s (processor ${seconds((user + kernel) / 1000)} s)`
}

function seconds(ms: number) {
  return (ms / 1000).toFixed(2)
}
