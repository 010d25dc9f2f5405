import assert from "node:assert/strict"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { readTableFile } from "../../src/kernel/tables/read-file.ts"
import { importPeople } from "../../src/modules/people/import/import.ts"
import { readImport } from "../../src/modules/people/import/read-import.ts"
import { type World, world } from "../world.ts"
import { missing, sharedFolder } from "./shared.ts"

const lists = sharedFolder("data/09-member-imports")
const cards = sharedFolder("data/02-calendar-contacts/vcard")

describe("a list of people made by others", () => {
  let w: World
  before(async () => (w = await world()))
  after(() => w.end())

  const textOf = async (path: string) => {
    const read = await readTableFile(readFileSync(path))
    assert.ok("text" in read, path)
    return read.text
  }
  const imported = async (path: string) => {
    const wish = { bodyId: w.lisle, text: await textOf(path), since: "2026-05-02" }
    const { importId, bodyId: _, ...counts } = await w.do(importPeople, wish, w.people.amina)
    const { rows } = await w.ask(readImport, { importId, limit: 200 }, w.people.amina)
    return { counts, rows: rows.map(({ line, state, name, reason }) => [line, state, name ?? reason] as const) }
  }
  const names = async (folder: string, path: string) =>
    (await imported(join(folder, path))).rows.map(([, state, said]) => `${state} ${said}`)

  it("is imported name by name, whatever program wrote it", { skip: missing(lists) }, async () => {
    assert.deepEqual(await names(lists!, "antragsgruen/sample_user_import.csv"), [
      "created Ada Lovelace",
      "created Alan Turing",
      "created Grace Hopper",
    ])
    assert.deepEqual(await names(lists!, "export-layouts/outlook-fr-en.csv"), [
      "created Günther Mustermann",
      "created Hildegard Musterfrau",
    ])
  })

  it("is imported without headings, the names found by what they look like", { skip: missing(lists) }, async () => {
    assert.deepEqual(await names(lists!, "helios-voters/voter-file-2.csv"), [
      "created Voter Eight",
      "created Voter Nine",
      "created Voter Ten",
    ])
    assert.deepEqual(await names(lists!, "helios-voters/voter-badfile.csv"), [
      "refused no_name",
      "created Ben5 Adida",
      "created Ben6 Adida",
      "created Ben7 Adida",
      "created Erñesto Testing Helios",
    ])
  })

  it("is refused line by line when it names nobody", { skip: missing(lists) }, async () => {
    assert.deepEqual(await names(lists!, "zam-csv-variants/reponses.csv"), ["refused no_name", "refused no_name"])
  })

  it("is imported card by card, of Gmail, Outlook and the standards", { skip: missing(cards) }, async () => {
    const of = (path: string) => names(cards!, `ez-vcard/${path}.vcf`)
    assert.deepEqual(await of("gmail-list"), ["created Arnold Smith", "created Chris Beatle", "created Doug White"])
    assert.deepEqual(await of("gmail-single"), ["created Greg Dartmouth"])
    assert.deepEqual(await of("John_Doe_GMAIL"), ["created John Richter, James Doe"])
    assert.deepEqual(await of("John_Doe_MS_OUTLOOK"), ["created John Richter,James Doe"])
    assert.deepEqual(await of("rfc2426-example"), ["created Frank Dawson", "created Tim Howes"])
    assert.deepEqual(await of("rfc6350-example"), ["created Simon Perreault"])
  })

  it(
    "says of each line what became of it, and changes nothing the second time",
    { skip: missing(lists) || missing(cards) },
    async () => {
      for (const folder of [lists!, cards!])
        for (const path of globSync("**/*.{csv,vcf}", { cwd: folder })) {
          const first = await imported(join(folder, path))
          const second = await imported(join(folder, path))
          assert.ok(first.rows.length > 0, path)
          assert.equal(second.rows.length, first.rows.length, path)
          assert.equal(second.counts.created + second.counts.updated, 0, path)
          for (const [, state, said] of second.rows)
            assert.ok(
              state === "unchanged" || state === "known" || (state === "refused" && said),
              `${path}: ${state} ${said}`,
            )
        }
    },
  )
})
