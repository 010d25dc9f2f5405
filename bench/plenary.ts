// What a plenary takes from the drop of its archive to the last report searchable, in the product as people start it: forty reports
// of 15 pages, then two hundred of 50 with pictures, as large regions send (`SIZES=40x15,200x50`). Beside: the same pages read by
// mupdf alone, one after the other; and what the page of Today takes meanwhile, against what it took before.
import { randomBytes } from "node:crypto"
import { createWriteStream, openAsBlob } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { setTimeout as pause } from "node:timers/promises"
import * as mupdf from "mupdf"
import { zip } from "../src/kernel/zip.ts"
import { startApp } from "../tests/journeys/app.ts"
import { ask, found, give } from "../tests/journeys/people.ts"
import { reportPdf } from "../tests/journeys/reports.ts"

const sizes = (process.env["SIZES"] ?? "40x15,200x50")
  .split(",")
  .map((one) => one.split("x").map(Number) as [number, number])
const folder = await mkdtemp(join(tmpdir(), "permanence-plenary-"))
const app = await startApp()
const page = await app.visit()
const bodyId = await found(app, page, {
  organisation: "Les Rives",
  body: { name: "Groupe des Rives", code: "GRP", profile: "fr-regional-group" },
  person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@rives.example" },
})
const before = await median(() => ask(page, "today.read", {}), 20)
console.log(`today's page, nothing else going on: ${before} ms`)

for (const [reports, pages] of sizes) {
  const picture = reports > 100 ? 2_000_000 : 0
  const path = join(folder, `${reports}.zip`)
  await pipeline(
    zip(
      (function* () {
        for (let n = 1; n <= reports; n++)
          yield {
            name: `Rapport ${n}.pdf`,
            content: withPicture(report(n, pages), picture),
            at: Temporal.Instant.from("2026-05-01T00:00:00Z"),
            stored: true,
          }
      })(),
    ),
    createWriteStream(path),
  )
  const alone = await timed(async () => {
    for (let n = 1; n <= reports; n++) read(report(n, pages))
  })
  const { sittingId } = await give(page, "sittings.record", {
    bodyId,
    assembly: { name: `Conseil ${reports}`, kind: "fr_regional_council" },
    title: "Plénière",
    day: "2027-06-10",
    at: "09:30",
  })
  const begun = performance.now()
  const form = new FormData()
  const blob = await openAsBlob(path, { type: "application/zip" })
  form.set("file", blob, `${reports}.zip`)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")
  const sent = await fetch(`${app.url}/api/files.keep?bodyId=${bodyId}`, {
    method: "POST",
    body: form,
    headers: { cookie, "x-command-id": crypto.randomUUID(), origin: app.url },
  })
  const answer = (await sent.json()) as { data?: { fileId: string }; fileId?: string }
  if (!sent.ok) throw new Error(JSON.stringify(answer))
  const kept = performance.now()
  await give(page, "sittings.receive", { sittingId, fileIds: [answer.data?.fileId ?? answer.fileId!] })
  const times: number[] = []
  let first = 0
  for (;;) {
    times.push(await timed(() => ask(page, "today.read", {})))
    const { receipts } = await ask(page, "sittings.read", { sittingId })
    const [receipt] = receipts
    const done = receipt.lines.filter(({ state }: { state: string }) => !/waiting|closed|reading/.test(state)).length
    if (done > 0 && !first) first = performance.now()
    if (receipt.done_at && done === receipt.lines.length) break
    await pause(250)
  }
  const all = performance.now()
  times.sort((a, b) => a - b)
  const s = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`
  console.log(
    `${reports} reports of ${pages} pages (${Math.round(blob.size / 1e6)} MB): sent in ${s(begun, kept)}, first report read after ${s(begun, first)}, all after ${s(begun, all)}; ` +
      `mupdf alone: ${(alone / 1000).toFixed(1)} s; today's page meanwhile: ${times[Math.floor(times.length / 2)]} ms median, ${times.at(-1)} ms at worst, of ${times.length}`,
  )
}
await app.stop()
await rm(folder, { recursive: true, force: true })

function report(n: number, pages: number): Uint8Array {
  const head = [
    "CONSEIL RÉGIONAL DES DEUX-RIVES",
    `RAPPORT N° ${n}`,
    "",
    `Objet : Sujet numéro ${n}`,
    "",
    `${n * 450} 000 €`,
  ]
  const words = (page: number) =>
    Array.from(
      { length: 50 },
      (_, line) =>
        `Page ${page}, ligne ${line} : la région accompagne les communes et les habitants du territoire ${n}.`,
    )
  return reportPdf([head, ...Array.from({ length: pages - 1 }, (_, page) => words(page + 2))])
}

// Bytes that do not shrink, as those of photographs, which no page shows.
function withPicture(pdf: Uint8Array, bytes: number): Uint8Array {
  if (bytes === 0) return pdf
  const document = mupdf.Document.openDocument(pdf, "application/pdf") as mupdf.PDFDocument
  const root = document.getTrailer().get("Root")
  root.put("Picture", document.addRawStream(randomBytes(bytes), document.newDictionary()))
  const saved = document.saveToBuffer("")
  const whole = saved.asUint8Array().slice()
  for (const one of [saved, document]) one.destroy()
  return whole
}

function read(pdf: Uint8Array) {
  const document = mupdf.Document.openDocument(pdf, "application/pdf")
  for (let n = 0; n < document.countPages(); n++) {
    const page = document.loadPage(n)
    const text = page.toStructuredText("")
    text.asText()
    for (const one of [text, page]) one.destroy()
  }
  document.destroy()
}

async function timed(once: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await once()
  return Math.round((performance.now() - begun) * 10) / 10
}

async function median(once: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) times.push(await timed(once))
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!
}
