import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../../tests/served.ts"
import { newId } from "../../../kernel/id.ts"
import type { ForeseenLine } from "./verdicts.ts"

// Each as a person would send it, through the door: a sentence, a line, nothing lost.
describe("a file that is not as it should be", () => {
  let s: Served
  let cookie: string
  let bodyId: string
  before(async () => {
    s = await served({ relay: false })
    const amina = await s.found()
    cookie = [...amina.cookies].map((pair) => pair.join("=")).join("; ")
    const [body] = await s.sql("select id from bodies")
    bodyId = body.id
  })
  after(() => s.end())

  const post = async (name: string, content: Uint8Array<ArrayBuffer> | string, headers = {}, more = "") => {
    const form = new FormData()
    form.append("file", new Blob([content]), "personnes.csv")
    const address = `${s.url}/api/${name}?bodyId=${bodyId}&since=2026-05-02${more}`
    const response = await fetch(address, {
      method: "POST",
      headers: { cookie, "accept-language": "fr", ...headers },
      body: form,
    })
    return { status: response.status, ...((await response.json()) as { data?: any; error?: { message: string } }) }
  }
  const look = (content: Uint8Array<ArrayBuffer> | string, more = "") => post("people.foreseeImport", content, {}, more)
  const bring = (content: Uint8Array<ArrayBuffer> | string) =>
    post("people.importFile", content, { "x-command-id": newId() })
  const linesOf = (answer: Awaited<ReturnType<typeof look>>) => answer.data.lines as ForeseenLine[]
  const people = async () =>
    (await s.sql("select given_name || ' ' || family_name as name from people order by name")).map(({ name }) => name)

  it("reads Latin-1, and puts right UTF-8 that was read as Latin-1", async () => {
    const text = "Nom;Prénom\nLefèvre;Anaïs\n"
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
    assert.equal(linesOf(await look(latin))[0]?.name, "Anaïs Lefèvre")
    const broken = await look("Nom;Prénom\nLefÃ¨vre;AnaÃ¯s\n")
    assert.deepEqual([linesOf(broken)[0]?.name, broken.data.repaired], ["Anaïs Lefèvre", 2])
  })

  it("keeps a formula as the text it is, and two people of one mailbox as two", async () => {
    const answer = await bring(
      "Nom;Prénom;Courriel\n=1+1;Eva;\nFoyer;Iris;boite@x.example\nFoyer;Noé;boite@x.example\n",
    )
    assert.equal(answer.data.created, 3)
    const names = await people()
    for (const name of ["Eva =1+1", "Iris Foyer", "Noé Foyer"]) assert.ok(names.includes(name), name)
  })

  it("takes a person without a family name, and refuses a line without any", async () => {
    const answer = await bring("Prénom;Nom;Courriel\nMadonna;;m@x.example\n;;seul@x.example\n")
    assert.deepEqual([answer.data.created, answer.data.refused], [1, 1])
    assert.ok((await people()).includes("Madonna —"))
  })

  it("refuses what is too heavy with the limit and what to do, and reads a part of it on its lines", async () => {
    const before = await people()
    const heavy = "Nom;Prénom\n".padEnd(51 * 1024 * 1024, "Lefèvre;Anaïs\n")
    for (const answer of [await look(heavy), await bring(heavy)]) {
      assert.equal(answer.status, 413)
      assert.match(answer.error!.message, /50\sMo/)
    }
    assert.deepEqual(await people(), before)
    const part = await look("Nom;Prénom\nDupont;Luc\n;\n;Sans\nDurand;\n", "&offset=100000")
    assert.deepEqual(
      linesOf(part)
        .map(({ line }) => line)
        .toSorted(),
      [100002, 100004, 100005],
    )
  })

  it("refuses a broken workbook and nothing at all with a sentence", async () => {
    const broken = Uint8Array.from([0x50, 0x4b, 3, 4, ...Array(200).fill(7)])
    for (const content of [broken, "", "\n\n"]) {
      const { status, error } = await look(content)
      assert.ok(status >= 400 && status < 500, String(status))
      assert.ok(error!.message.length > 20)
    }
  })
})
