import assert from "node:assert/strict"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { articleOf } from "../../src/kernel/amending/paragraph.ts"
import { format, learnWords } from "../../src/kernel/words/words.ts"
import { markupText } from "../../src/kernel/file/extract/markup.ts"
import { redline } from "../../src/kernel/redline/words.ts"
import fr from "../../src/kernel/amending/words/fr.json" with { type: "json" }
import { publishedIn, together } from "../../src/kernel/amending/published.ts"
import { splitText } from "../../src/modules/amendments/bases/split.ts"
import { akomaNtoso, akomaNtosoList } from "../../src/modules/amendments/papers/akoma-ntoso.ts"
import { faultsOf, treeOf, walk } from "../akoma-ntoso.ts"
import { wellFormed } from "../well-formed.ts"
import { missing, sharedFolder } from "./shared.ts"

learnWords("fr", fr)
const folder = sharedFolder("data/08-council-documents")
const read = (path: string) => readFileSync(join(folder ?? "", path))
const files = folder ? globSync("amendments-assemblee/*/[0-9]*.xml", { cwd: folder }).sort() : []
const senate = folder
  ? new TextDecoder("windows-1252").decode(read("amendments-senat/jeu_complet_2017-2018_63-short.csv"))
  : ""

const plain = (markup: string) => markupText(markup, { breaks: ["p", "br", "div"] })
const within = (xml: string, tag: string) =>
  plain(new RegExp(`<${tag}>\\s*<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>`).exec(xml)?.[1] ?? "")
const dispositifs = [
  ...files.map((file) => within(read(file).toString(), "dispositif")),
  ...senate
    .split("\n")
    .slice(2)
    .map((line) => plain(line.split("\t")[7] ?? "")),
].filter((text) => text.trim())
const letters = (text: string) => text.replaceAll(/\s+/g, "")

describe("amendments of both French assemblies", { skip: missing(folder) }, () => {
  it("are split in paragraphs without losing a letter", (t) => {
    assert.ok(dispositifs.length >= 10, String(dispositifs.length))
    t.diagnostic(`${dispositifs.length} read`)
    for (const text of dispositifs) {
      const { paragraphs } = splitText(text)
      assert.equal(letters(paragraphs.map((one) => one.text).join("")), letters(text))
    }
  })

  it("strike articles that we know by their number", () => {
    const places = [
      ...read("amendments-assemblee/269/liste.xml")
        .toString()
        .matchAll(/place="([^"]+)"/g),
    ].map(([, one]) => one!)
    assert.ok(places.length >= 3)
    for (const place of places.filter((one) => one.startsWith("Article"))) assert.ok(articleOf(place), place)
  })

  it("are well-formed Akoma Ntoso when we write them", () => {
    const say = (key: string, values?: Record<string, string | number>) => format("fr", key, values)
    for (const [index, text] of dispositifs.entries()) {
      const put = splitText(text).paragraphs.map((one) => one.text)
      const xml = akomaNtoso(
        {
          id: String(index),
          baseId: "base",
          baseVersion: 1,
          country: "fr",
          language: "fra",
          on: "2026-05-02",
          number: String(index),
          group: "Groupe",
          authors: ["M. O’Neil <&>"],
          baseTitle: "Projet & loi",
          amends: null,
          says: [],
          operations: [{ from: 0, to: 1, was: ["Un alinéa."], put }],
          paragraphs: [{ is: "paragraph", text: "Un alinéa." }],
          grounds: text,
        },
        say,
      )
      assert.ok(wellFormed(xml), xml.slice(0, 2000))
      assert.deepEqual(faultsOf(xml), [])
    }
  })

  it("are read from what the assemblies publish, each with its place and what became of it", () => {
    const published = [...files, "amendments-assemblee/269/liste.xml"]
      .concat(folder ? globSync("amendments-senat/*", { cwd: folder }) : [])
      .map((file) => ({ file, rows: publishedIn(new Uint8Array(read(file))) }))
    for (const { file, rows } of published) {
      assert.ok(rows.length > 0, file)
      for (const { number, author, place } of rows)
        assert.ok(/^\d+$/.test(number) && author && place, `${file} ${number}`)
    }
    const found = (of: RegExp) => together(published.filter(({ file }) => of.test(file)).flatMap(({ rows }) => rows))
    const senateRows = found(/senat/)
    assert.deepEqual(
      senateRows.map(({ number, alinea, outcome, says }) => [number, alinea, outcome, Boolean(says)]),
      [
        ["31", 8, "adopted", true],
        ["443", null, "rejected", true],
      ],
    )
    const assembly = found(/assemblee/)
    assert.ok(assembly.length >= 8)
    assert.deepEqual(new Set(assembly.map(({ outcome }) => outcome)), new Set(["adopted", "rejected", "fallen", null]))
    assert.ok(assembly.some(({ group }) => group === "Les Républicains"))
  })

  // Two documents that others made, by which the rules above and our own names are held to be theirs too.
  it("are named and nested as in documents of others", () => {
    const others = ["us_Act_2011-11-29.xml", "ke_Debate_Bungeni_2011-06-10.xml"].map((name) =>
      read(`akoma-ntoso/${name}`).toString(),
    )
    const isOfMeta = (fault: string) => /FRBR|identification|meta|references/.test(fault)
    for (const xml of others) assert.deepEqual(faultsOf(xml).filter(isOfMeta), [])
    const theirs = new Set(others.flatMap((xml) => walk(treeOf(xml)).map(({ name }) => name)))
    // Known from the standard: no document of an amendment is among them.
    const amending =
      /^(amendment|quoted|mod$|block$|textualMod|activeModifications|source$|destination$|collectionBody|component$)/
    const say = (key: string, values?: Record<string, string | number>) => format("fr", key, values)
    const one = {
      id: "1",
      baseId: "base",
      baseVersion: 1,
      country: "fr" as const,
      language: "fra" as const,
      on: "2026-05-02",
      number: "7",
      group: "Groupe",
      authors: ["M. O’Neil"],
      baseTitle: "Projet",
      amends: null,
      operations: [{ from: 0, to: 1, was: ["Un."], put: ["Deux."] }],
      paragraphs: [{ is: "paragraph" as const, text: "Un." }],
      says: [],
      grounds: "Pourquoi.",
    }
    const all = [one, { ...one, id: "2", operations: [], says: ["Supprimer."] }].map((marked) => ({ marked, say }))
    const xml = akomaNtosoList(one, all)
    assert.ok(wellFormed(xml))
    assert.deepEqual(faultsOf(xml), [])
    const ours = new Set(walk(treeOf(xml)).map(({ name }) => name))
    assert.deepEqual(
      [...ours].filter((name) => !theirs.has(name) && !amending.test(name)),
      [],
    )
  })

  it("compare with one another, and give both back", () => {
    for (const [index, text] of dispositifs.entries()) {
      const [before, after] = [text, dispositifs[index + 1] ?? ""].map((one) => one.split("\n").filter(Boolean)) as [
        string[],
        string[],
      ]
      const rows = redline(before, after)
      const side = (without: "added" | "removed") =>
        rows.flatMap(({ pieces }) => pieces.filter(({ is }) => is !== without).map((piece) => piece.text)).join("")
      assert.equal(side("added"), before.join(""))
      assert.equal(side("removed"), after.join(""))
    }
  })
})
