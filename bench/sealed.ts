// The secret ballot, in Chromium as the build makes it for pages: sealing one vote (also with the processor six times
// slower, as on a slow phone, and on a browser without X25519), opening an urn of 500 and of 5 000, and what a page fetches.
import { gzipSync } from "node:zlib"
import { build } from "vite"
import { join } from "node:path"
import { openBrowser } from "../tests/journeys/app.ts"
import { scriptForPages, sealingPage } from "../tests/sealed-ballots/browser.ts"

// An urn of three tellers, two needed, and a vote for one of twenty candidates.
const prepared = `
  const keys = [await sealed.makeKeys(), await sealed.makeKeys(), await sealed.makeKeys()]
  const tellers = keys.map(({ key }, at) => ({ teller: String(at), key }))
  const urn = await sealed.makeUrn({ ballot: "b", needed: 2, tellers })
  const shares = await Promise.all([0, 1].map((at) => sealed.takeShare(urn, String(at), keys[at].secret)))
  const options = Array.from({ length: 20 }, (_, at) => "Candidate " + at)
  const question = { kind: "choice", words: "Qui ?", options, least: 1, most: 1, highest: 1, ties: false, blank: true }
  const marks = (n) => options.map((_, at) => (at === n % 20 ? 1 : 0))
  const seal = (n) => sealed.sealVote({ urn, question, room: 20, vote: { blank: false, marks: marks(n) } })`

const script = await scriptForPages()
const browser = await openBrowser()
try {
  await print("as it is", {})
  await print("six times slower, as a slow phone", { slower: 6 })
  await print("without X25519", { without: true })
  await print("without X25519, six times slower", { without: true, slower: 6 })
  await opened(500)
  await opened(5000)
} finally {
  await browser.close()
}
await weighs()

type Conditions = { slower?: number; without?: boolean }

async function print(name: string, { slower = 1, without = false }: Conditions) {
  const page = await sealingPage(browser, script, { without })
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower })
  const [first, ...times] = await page.evaluate<number[]>(`(async () => {
    ${prepared}
    const times = []
    for (let n = 0; n < 41; n++) {
      const started = performance.now()
      await seal(n)
      times.push(performance.now() - started)
    }
    return times
  })()`)
  times.sort((a, b) => a - b)
  console.log(
    `seal a vote among 20 candidates, ${name}: first ${first!.toFixed(1)} ms, median ${times[20]!.toFixed(1)} ms, worst ${times[39]!.toFixed(1)} ms`,
  )
  await page.close()
}

async function opened(size: number) {
  const page = await sealingPage(browser, script)
  const took = await page.evaluate<number>(`(async () => {
    ${prepared}
    const ciphertexts = []
    while (ciphertexts.length < ${size}) ciphertexts.push((await seal(ciphertexts.length)).ciphertext)
    const started = performance.now()
    const { votes } = await sealed.openUrn({ urn, question, room: 20, ciphertexts, shares })
    if (votes.length !== ${size}) throw new Error(votes.length + " votes")
    return performance.now() - started
  })()`)
  console.log(`open an urn of ${size}: ${took.toFixed(0)} ms`)
  await page.close()
}

async function weighs() {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2023",
      lib: { entry: join(import.meta.dirname, "../tests/sealed-ballots/page.ts"), formats: ["es"] },
    },
  })
  const [output] = Array.isArray(made) ? made : []
  const chunks = (output?.output ?? []).flatMap((one) => (one.type === "chunk" ? [one] : []))
  const entry = chunks.find(({ isEntry }) => isEntry)!
  const atOnce = chunks.filter((one) => one === entry || entry.imports.includes(one.fileName))
  const later = chunks.filter((one) => !atOnce.includes(one))
  const size = (some: typeof chunks) => some.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1000
  console.log(`a page that seals or opens fetches: ${size(atOnce).toFixed(1)} kB by gzip`)
  console.log(`a browser without X25519 fetches besides: ${size(later).toFixed(1)} kB by gzip`)
}
