import assert from "node:assert/strict"
import { createHash, randomBytes } from "node:crypto"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough, Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { strToU8, zipSync } from "fflate"
import sharp from "sharp"
import { s3Peer } from "../../../tests/s3-peer.ts"
import { Refusal } from "../refusal.ts"
import { fileStore, type FileStore } from "./store.ts"

const lisle = "018f0000-0000-7000-8000-000000000001"
const ouest = "018f0000-0000-7000-8000-000000000002"
const dataDir = mkdtempSync(join(tmpdir(), "files-"))
const peer = await s3Peer()
after(async () => {
  await peer.close()
  rmSync(dataDir, { recursive: true })
})

const bytesOf = (content: string | Uint8Array) => Readable.from([Buffer.from(content)])
const isRefused = (code: string) => (problem: unknown) => problem instanceof Refusal && problem.code === code
const incoming = () => readdirSync(join(dataDir, "files", ".incoming"))

const stores = {
  "the store in a folder": fileStore({ dataDir }),
  "the store at S3": fileStore({ dataDir, s3Url: peer.url }),
}
for (const [name, store] of Object.entries(stores)) describe(name, () => keepsFiles(store))

function keepsFiles(store: FileStore) {
  const content = "Décision n° 12\n".repeat(50_000)
  const hash = createHash("sha256").update(content).digest("hex")

  it("gives back what it was given, whole and in part", async () => {
    const stored = await store.put(lisle, bytesOf(content), { name: "décision.txt" })
    assert.deepEqual(stored, { hash, bytes: Buffer.byteLength(content), type: "text/plain" })
    assert.equal(await text(await store.get(lisle, hash)), content)
    assert.equal(await text(await store.get(lisle, hash, { start: 0, end: 8 })), "Décision")
    assert.equal(await store.bytes(lisle, hash), stored.bytes)
    assert.deepEqual(incoming(), [])
  })

  it("keeps the same bytes once for an organisation, apart for another", async () => {
    await store.put(lisle, bytesOf(content), { name: "encore.txt" })
    assert.equal(await store.has(ouest, hash), false)
    await assert.rejects(store.get(ouest, hash), isRefused("files.missing"))
    await store.put(ouest, bytesOf(content), { name: "a.txt" })
    await store.remove(lisle, hash)
    assert.equal(await store.has(lisle, hash), false)
    assert.equal(await store.has(ouest, hash), true)
    await store.remove(lisle, hash)
  })

  it("lists what an organisation holds", async () => {
    const put = (n: number) => store.put(lisle, bytesOf(`note ${n}`), { name: "n.md" })
    const hashes = (await Promise.all([1, 2, 3, 4, 5].map(put))).map((stored) => stored.hash)
    const listed = await Array.fromAsync(store.each(lisle))
    assert.deepEqual(new Set(listed.map((file) => file.hash)), new Set(hashes))
    assert.ok(listed.every((file) => file.bytes === 6))
  })

  it("never takes an organisation or a hash that would leave its folder", async () => {
    await assert.rejects(store.put("../..", bytesOf("a"), { name: "a.txt" }), /not an organisation/)
    await assert.rejects(store.get(lisle, "../../secret"), /not a file's hash/)
  })
}

const png = sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } }).png()
const office = (part: string, type: string) =>
  zipSync({
    "[Content_Types].xml": strToU8(
      `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    ),
    [part]: strToU8("<x/>"),
  })
const openDocument = (type: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    "content.xml": strToU8("<x/>"),
  })
const samples: Record<string, string | Uint8Array> = {
  "a.pdf": "%PDF-1.7\n%âãÏÓ\n",
  "scanned.PDF": "\r\n\r\n%PDF-1.4\n",
  "a.png": await png.toBuffer(),
  "a.jpg": await png.clone().jpeg().toBuffer(),
  "a.webp": await png.clone().webp().toBuffer(),
  "a.docx": office("word/document.xml", "wordprocessingml.document"),
  "a.xlsx": office("xl/workbook.xml", "spreadsheetml.sheet"),
  "a.pptx": office("ppt/presentation.xml", "presentationml.presentation"),
  "a.odt": openDocument("text"),
  "a.ods": openDocument("spreadsheet"),
  "a.odp": openDocument("presentation"),
  "a.zip": zipSync({ "a.txt": strToU8("a") }),
  "a.txt": "Été\u202f; œuvre",
  "latin.csv": Buffer.from("nom;pr\xe9nom\n", "latin1"),
  "excel.csv": Buffer.from("\ufeffnom\tprénom\n", "utf16le"),
  "a.md": "<p align=center>Vœu</p>",
  "a.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
  "a.eml": "Return-Path: <a@b.example>\r\nSubject: x\r\n\r\nbonjour",
}

describe("a file that is sent", () => {
  let store: FileStore
  before(() => {
    store = stores["the store in a folder"]
  })
  const put = (name: string, content: string | Uint8Array) => store.put(lisle, bytesOf(content), { name })

  it("is refused as soon as it is too big, and leaves nothing", async () => {
    let asked = 0
    async function* endless() {
      for (;;) {
        asked++
        yield Buffer.alloc(64 * 1024, "a")
      }
    }
    const sending = store.put(lisle, endless(), { name: "a.txt", max_bytes: 1_000_000 })
    await assert.rejects(sending, (problem) => problem instanceof Refusal && problem.status === 413)
    assert.ok(asked < 20)
    assert.deepEqual(incoming(), [])
  })

  it("is refused when the form reader cut it off", async () => {
    const cut = Object.assign(bytesOf("a,b\n"), { truncated: true })
    await assert.rejects(store.put(lisle, cut, { name: "a.csv" }), isRefused("files.too_big"))
  })

  for (const how of [new Error("ECONNRESET"), undefined]) {
    for (const delay of [0, 20]) {
      it(`leaves nothing when the sender goes away after ${delay} ms, with ${how?.message ?? "no word"}`, async () => {
        const stream = new PassThrough()
        const sending = store.put(lisle, stream, { name: "a.txt" })
        stream.write("half of it")
        setTimeout(() => stream.destroy(how), delay)
        await assert.rejects(sending, isRefused("files.broken_off"))
        assert.deepEqual(incoming(), [])
      })
    }
  }

  it("is refused when empty", async () => assert.rejects(put("a.txt", ""), isRefused("files.empty")))

  for (const [name, content] of Object.entries(samples)) {
    it(`is taken as ${name}`, async () => {
      const { hash, type } = await put(name, content)
      assert.ok(type)
      await store.remove(lisle, hash)
    })
  }

  const binaries = ["a.pdf", "a.png", "a.jpg", "a.webp", "a.docx", "a.xlsx", "a.odt", "a.ods"]
  for (const claimed of binaries) {
    it(`is refused as ${claimed} when it is anything else`, async () => {
      for (const name of [...binaries, "a.zip", "a.txt", "a.ics"].filter((other) => other !== claimed)) {
        await assert.rejects(put(claimed, samples[name]!), isRefused("files.type_contradicted"), name)
      }
    })
  }

  const dressedUp: [string, string][] = [
    ["a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["a.txt", '<?xml version="1.0"?><!-- x --><svg><script>alert(1)</script></svg>'],
    ["a.csv", "\ufeff  <!DOCTYPE html><script>alert(1)</script>"],
    ["a.eml", "<html><body>x</body></html>"],
    ["a.ics", "Bonjour"],
    ["a.eml", "Bonjour à tous"],
    ["a.txt", "a\u0000b"],
    ["a.txt", "%PDF-1.4"],
    ["a.zip", "MZ\u0090"],
  ]
  for (const [name, content] of dressedUp) {
    it(`is refused as ${name} when it holds ${JSON.stringify(content.slice(0, 30))}`, async () => {
      await assert.rejects(put(name, content), isRefused("files.type_contradicted"))
    })
  }

  for (const name of ["a.svg", "a.html", "a.exe", "a.docm", "a", "pdf", ".", "a.pdf.js"]) {
    it(`is refused with the name ${name}`, async () => {
      await assert.rejects(put(name, "%PDF-1.7"), isRefused("files.type_not_allowed"))
    })
  }

  it("is refused, not a crash, when it is made of noise behind a known beginning", async () => {
    for (const start of ["PK\u0003\u0004", "\u0089PNG\r\n\u001a\n", "RIFF"]) {
      const noise = Buffer.concat([Buffer.from(start, "latin1"), randomBytes(5000)])
      await assert.rejects(put("a.docx", noise), isRefused("files.type_contradicted"))
    }
  })
})

describe("what a killed process left half received", () => {
  it("is swept away after a day, not before: another process may be receiving it", async () => {
    const root = mkdtempSync(join(tmpdir(), "swept-"))
    const left = join(root, "files", ".incoming")
    mkdirSync(left, { recursive: true })
    for (const [name, hours] of [
      ["old", 25],
      ["young", 23],
    ] as const) {
      writeFileSync(join(left, name), "half")
      const then = Date.now() / 1000 - hours * 3600
      utimesSync(join(left, name), then, then)
    }
    await fileStore({ dataDir: root }).put(lisle, bytesOf("a"), { name: "a.txt" })
    assert.deepEqual(readdirSync(left), ["young"])
    rmSync(root, { recursive: true })
  })
})

describe("the store at S3", () => {
  it("says what the server answered when it is not let in", async () => {
    const stranger = fileStore({ dataDir, s3Url: peer.url.replace("wJalr", "wrong") })
    await assert.rejects(stranger.put(lisle, bytesOf("a"), { name: "a.txt" }), /403 SignatureDoesNotMatch/)
    await assert.rejects(stranger.has(lisle, "0".repeat(64)), /403/)
  })
})
