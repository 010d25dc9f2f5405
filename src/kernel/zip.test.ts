import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import { buffer } from "node:stream/consumers"
import { describe, it } from "node:test"
import { strFromU8, unzipSync } from "fflate"
import { zip, type ZipEntry } from "./zip.ts"

const at = Temporal.Instant.from("2026-03-14T19:30:04Z")
const names = async (...given: string[]) =>
  Object.keys(unzipSync(await buffer(zip(given.map((name) => ({ name, content: "x", at }))))))

describe("a zip archive", () => {
  it("gives back what was put in, with accents in its names", async () => {
    const large = new Uint8Array(700_000).map((_, index) => index * 31)
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield { name: "Procès-verbal/été.txt", content: "Décision n° 12", at }
      yield { name: "grand.bin", content: large, at, stored: true }
      yield {
        name: "flux.txt",
        at,
        content: (async function* () {
          yield Buffer.from("un ")
          yield Buffer.from("deux")
        })(),
      }
      yield { name: "vide.txt", content: "", at }
    }
    const files = unzipSync(await buffer(zip(entries())))
    assert.equal(strFromU8(files["Procès-verbal/été.txt"]!), "Décision n° 12")
    assert.deepEqual(files["grand.bin"], large)
    assert.equal(strFromU8(files["flux.txt"]!), "un deux")
    assert.equal(files["vide.txt"]!.length, 0)
  })

  it("is read by another tool, rights and UTC dates included", { skip: noPython() }, async () => {
    const archive = await buffer(zip([{ name: "été/a.txt", content: "a".repeat(9000), at }]))
    const script = `
import sys, io, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
i = z.infolist()[0]
print(i.filename, i.date_time, oct(i.external_attr >> 16), i.compress_size < 100)`
    const { stdout } = spawnSync("python3", ["-c", script], {
      input: archive,
      encoding: "utf8",
      env: { ...process.env, PYTHONIOENCODING: "utf8" },
    })
    assert.equal(stdout.trim(), "été/a.txt (2026, 3, 14, 19, 30, 4) 0o100644 True")
  })

  it("has the same bytes for the same content, in any time zone", async () => {
    const program = `
      import { zip } from ${JSON.stringify(import.meta.resolve("./zip.ts"))}
      const at = Temporal.Instant.from("2026-03-14T19:30:04Z")
      zip([{ name: "a", content: "x", at }]).pipe(process.stdout)`
    const hashes = ["UTC", "America/Los_Angeles", "Pacific/Auckland"].map((TZ) => {
      const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], { env: { ...process.env, TZ } })
      assert.equal(run.status, 0, run.stderr.toString())
      return createHash("sha256").update(run.stdout).digest("hex")
    })
    assert.equal(new Set(hashes).size, 1)
  })

  it("keeps both of two entries of one name, whatever their case", async () => {
    assert.deepEqual(await names("budget.pdf", "Budget.pdf", "a/budget.pdf", "budget.pdf", ".x", ".x"), [
      "budget.pdf",
      "Budget (2).pdf",
      "a/budget.pdf",
      "budget (3).pdf",
      ".x",
      ".x (2)",
    ])
  })

  for (const name of ["../a", "/a", "a//b", "a/./b", "a\\b", "C:a", "", "a\u0000"]) {
    it(`is refused the name ${JSON.stringify(name)}`, async () => {
      await assert.rejects(names(name), /not a name inside an archive/)
    })
  }

  it("fails as a whole when one of its entries fails", async () => {
    const broken = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from("début")
      throw new Error("the disk is gone")
    })()
    await assert.rejects(buffer(zip([{ name: "a", content: broken, at }])), /the disk is gone/)
  })
})

function noPython() {
  return spawnSync("python3", ["--version"]).status === 0 ? false : "no Python here to read it with"
}
