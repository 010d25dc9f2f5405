import assert from "node:assert/strict"
import { createReadStream, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { after, describe, it } from "node:test"
import { extractText } from "../../src/kernel/file/extract/extract.ts"
import { fileStore } from "../../src/kernel/file/store.ts"
import { kindOfName } from "../../src/kernel/file/types.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data")
const dataDir = mkdtempSync(join(tmpdir(), "corpus-"))
after(() => rmSync(dataDir, { recursive: true }))
const organisation = "018f0000-0000-7000-8000-000000000001"

describe("a real file", () => {
  for (const ending of ["pdf", "docx", "odt", "eml", "ics", "csv", "txt"]) {
    const paths = folder ? globSync(`${folder}/**/*.${ending}`).toSorted() : []
    const skip = missing(folder) || (paths.length === 0 && `no such file among them`)

    it(`is taken for what its name says, and read: .${ending} (${paths.length})`, { skip }, async () => {
      const store = fileStore({ dataDir })
      const unread: string[] = []
      for (const path of paths) {
        const { type } = await store
          .put(organisation, createReadStream(path), { name: basename(path) })
          .catch((problem) => {
            unread.push(`${path}: ${problem}`)
            return { type: kindOfName(path)!.type }
          })
        const { text, reason } = await extractText(path, type)
        if (reason !== undefined || (text === "" && readFileSync(path, "utf8").trim() !== ""))
          unread.push(`${path}: ${reason}`)
      }
      assert.deepEqual(unread, [])
    })
  }
})
