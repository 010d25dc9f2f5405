import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import fc from "fast-check"
import { sql } from "kysely"
import { type Served, served } from "../../../../tests/served.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { addPerson } from "../add.ts"
import { listPeople } from "../list.ts"
import { readPerson } from "../read-person.ts"
import { guessColumns } from "./columns.ts"
import { importPeople } from "./import.ts"
import { importInput, prepareImport } from "./prepare.ts"
import { readImport } from "./read-import.ts"
import { dateOf, readRow } from "./read-row.ts"
import { tellDatabase } from "./tell-database.ts"
import type { ForeseenLine } from "./verdicts.ts"

describe("columns of a file", () => {
  it("are known by the likeness of their headings, in any order", () => {
    const guess = (...headings: string[]) => guessColumns(headings, [])
    assert.deepEqual(guess("E-mail", "NOM", "Prénom", "Code Postal", "Localité"), [
      "email",
      "family_name",
      "given_name",
      "postcode",
      "town",
    ])
    assert.deepEqual(guess("Nom de famille", "Prenom(s)", "Tél. GSM", "Adresse e-mail"), [
      "family_name",
      "given_name",
      "phone",
      "email",
    ])
    assert.deepEqual(guess("Couleur", "Nom et prénom", "Cotisation payée jusqu’au"), [null, "name", "dues_until"])
    assert.deepEqual(guess("Civilité", "Last name", "First Name", "Statut"), [
      "form",
      "family_name",
      "given_name",
      "ring",
    ])
  })

  it("are known by what they hold without headings", () => {
    const rows = [
      ["Lemmens", "Dario", "dario@lisle.example", "5000"],
      ["Belkacem", "Amina", "amina@lisle.example", "5004"],
    ]
    assert.deepEqual(
      guessColumns(undefined, rows),
      ["given_name", "family_name", "email", "postcode"].map((kind, at) =>
        at === 0 ? "family_name" : at === 1 ? "given_name" : kind,
      ),
    )
  })

  it("are each given one meaning at most, whatever the headings", () =>
    fc.assert(
      fc.property(fc.array(fc.string()), (headings) => {
        const kinds = guessColumns(headings, []).filter(Boolean)
        assert.equal(new Set(kinds).size, kinds.length)
      }),
    ))
})

describe("a line of a file", () => {
  const named = (name: string) => {
    const read = readRow([name], ["name"])
    return "person" in read ? [read.person.given_name, read.person.family_name] : read.reason
  }

  it("gives names in one cell to whom they belong", () => {
    assert.deepEqual(named("Lemmens, Dario"), ["Dario", "Lemmens"])
    assert.deepEqual(named("VAN DEN BROECK Éloïse"), ["Éloïse", "VAN DEN BROECK"])
    assert.deepEqual(named("Éloïse VAN DEN BROECK"), ["Éloïse", "VAN DEN BROECK"])
    assert.deepEqual(named("Karim Aït Saïd"), ["Karim", "Aït Saïd"])
    assert.deepEqual(named("Madonna"), ["—", "Madonna"])
    assert.equal(named(" "), "no_name")
  })

  it("is refused for an address or a date that nobody can read", () => {
    const read = (cell: string, kind: "email" | "since") =>
      readRow(["Dario", "Lemmens", cell], ["given_name", "family_name", kind])
    assert.deepEqual(read("dario(at)lisle", "email"), { reason: "email" })
    assert.deepEqual(read("31/02/2026", "since"), { reason: "date" })
    assert.ok("person" in read("", "since"))
  })

  it("reads dates as they are written, and never invents one", () => {
    for (const [written, iso] of [
      ["12/03/2026", "2026-03-12"],
      ["1.2.26", "2026-02-01"],
      ["2026-03-12 00:00:00", "2026-03-12"],
      ["2026", "2026-12-31"],
      ["", null],
      ["demain", undefined],
    ] as const)
      assert.equal(dateOf(written), iso, written)
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1930-01-01"), max: new Date("2150-01-01"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          const [year, month, day] = iso.split("-")
          assert.equal(dateOf(`${Number(day)}/${Number(month)}/${year}`), iso)
        },
      ),
    )
  })
})

describe("people.import", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const wish = (text: string, more: object = {}) => ({ bodyId: w.lisle, text, since: "2026-05-02", ...more })
  const imported = async (text: string, more: object = {}) => {
    const { importId, bodyId: _, ...counts } = await w.do(importPeople, wish(text, more), w.people.amina)
    return { importId: importId as string, counts }
  }
  const none = { created: 0, updated: 0, unchanged: 0, known: 0, refused: 0 }
  let serial = 0
  const file = () => `Prénom;Nom;Courriel\r\nAnne${++serial};Fichier${serial};anne${serial}@lisle.example\r\n`

  trio(() => w, [{ command: importPeople, capability: "people.manage", input: () => wish(file()) }])

  it("accounts for every line and writes each person with a membership", async () => {
    const text =
      "Nom;Prénom;Courriel;CP;Commune;Cotisation\nDupont;Rémy;remy@x.example;5000;Lisle;31/12/2026\nSans;Adresse;pas une adresse;;;\n;;seul@x.example;;;\nDupont;Rémy;remy@x.example;5000;Lisle;\n"
    const { importId, counts } = await imported(text)
    assert.deepEqual(counts, { ...none, created: 1, refused: 3 })
    const { rows } = await w.ask(readImport, { importId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ line, state, reason, name }) => ({ line, state, reason, name })),
      [
        { line: 2, state: "created", reason: null, name: "Rémy Dupont" },
        { line: 3, state: "refused", reason: "email", name: null },
        { line: 4, state: "refused", reason: "no_name", name: null },
        { line: 5, state: "refused", reason: "twice", name: null },
      ],
    )
    const { memberships, contact } = await w.ask(readPerson, { personId: rows[0]!.person_id! }, w.people.amina)
    assert.equal(contact?.town, "Lisle")
    assert.deepEqual(
      [memberships[0]?.ring, String(memberships[0]?.since), String(memberships[0]?.dues_until)],
      ["member", "2026-05-02", "2026-12-31"],
    )
  })

  it("finds any line of a long report by its outcome, its name or its number", async () => {
    const many = Array.from({ length: 450 }, (_, n) => `Rapport${n};Léonie;${n % 9 ? "" : "pas une adresse"}`)
    const { importId } = await imported(`Nom;Prénom;Courriel\n${many.join("\n")}`)
    const ask = (more: object) => w.ask(readImport, { importId, ...more }, w.people.amina)
    const { rows, total, next } = await ask({ state: "refused", limit: 30 })
    assert.deepEqual([rows.length, total], [30, 50])
    const rest = await ask({ state: "refused", limit: 30, after: next })
    assert.deepEqual([rest.rows.length, rest.total, rest.next], [20, 50, null])
    assert.deepEqual(
      (await ask({ q: "rapport431 leonie" })).rows.map(({ line }) => line),
      [433],
    )
    assert.deepEqual(
      (await ask({ q: "434" })).rows.map(({ line }) => line),
      [434, 436],
      "line 434, and Rapport434",
    )
    assert.equal((await ask({ q: "personne" })).total, 0)
  })

  it("changes nothing when the same file comes again", async () => {
    const text = file() + "Paul;Sans-Courriel;\n"
    assert.deepEqual((await imported(text)).counts, { ...none, created: 2 })
    assert.deepEqual((await imported(text)).counts, { ...none, unchanged: 2 })
    assert.deepEqual((await imported(text, { update: "all" })).counts, { ...none, unchanged: 2 })
  })

  it("proposes a known person as an update, and changes only the lines that were chosen", async () => {
    await imported("Prénom;Nom;Courriel;GSM\nLéa;Une;lea@x.example;1\nMia;Deux;mia@x.example;1\n")
    const after = "Prénom;Nom;Courriel;GSM\nLéa;Une;lea@x.example;2\nMia;Deux;mia@x.example;2\n"
    assert.deepEqual((await imported(after)).counts, { ...none, known: 2 })
    assert.deepEqual((await imported(after, { update: [3] })).counts, { ...none, updated: 1, known: 1 })
    const phone = async (q: string) => (await w.ask(listPeople, { q, bodyId: w.lisle }, w.people.amina)).rows[0]?.phone
    assert.deepEqual([await phone("Léa Une"), await phone("Mia Deux")], ["1", "2"])
  })

  it("takes two people who share one mailbox for two, the second time too", async () => {
    const text = "Prénom;Nom;Courriel\nAnne;Partagée;partage@x.example\nBruno;Autrement;partage@x.example\n"
    assert.deepEqual((await imported(text)).counts, { ...none, created: 2 })
    assert.deepEqual((await imported(text, { update: "all" })).counts, { ...none, unchanged: 2 })
    const nearly = "Prénom;Nom;Courriel\nAnna;Partagée;partage@x.example\n;Autrement;autre-partage@x.example\n"
    assert.deepEqual((await imported(nearly)).counts, { ...none, known: 1, created: 1 })
  })

  it("says before anything is written who shares an address, in the file or in the directory", async () => {
    await imported("Prénom;Nom;Courriel\nZoé;Ancienne;boite@x.example\n")
    const text =
      "Prénom;Nom;Courriel\nIris;Foyer;Boite@x.example\nNoé;Foyer;boite@x.example\nLise;Seule;lise@x.example\n"
    const { verdicts } = await w.look((db) =>
      prepareImport(importInput.parse({ ...wish(text) }), { actor: w.people.amina, db, now: w.now }),
    )
    const shares = verdicts.map((one) => (one.state === "created" ? one.shares : one.state))
    const zoe = { name: "Zoé Ancienne", line: null }
    assert.deepEqual(shares, [
      { count: 2, some: [{ name: "Noé Foyer", line: 3 }, zoe] },
      { count: 2, some: [{ name: "Iris Foyer", line: 2 }, zoe] },
      null,
    ])
  })

  it("keeps a text that begins like a formula as it was written", async () => {
    const { importId } = await imported("Prénom;Nom;Note\nEva;=cmd|' /C calc'!A0;@SUM(1)\n")
    const [row] = (await w.ask(readImport, { importId }, w.people.amina)).rows
    assert.equal(row?.name, "Eva =cmd|' /C calc'!A0")
  })

  it("takes a namesake of another postcode for another person, and refuses to choose between two", async () => {
    await imported("Prénom;Nom;CP\nJean;Martin;5000\n")
    assert.deepEqual((await imported("Prénom;Nom;CP\nJean;Martin;5004\n")).counts, { ...none, created: 1 })
    const { importId, counts } = await imported("Prénom;Nom\nJean;MARTIN\n")
    assert.deepEqual(counts, { ...none, refused: 1 })
    assert.equal((await w.ask(readImport, { importId }, w.people.amina)).rows[0]?.reason, "namesakes")
  })

  it("neither shows nor changes somebody whose file one does not keep", async () => {
    const keeper = await w.holding(["people.manage"], w.brume)
    await w.do(
      addPerson,
      {
        given_name: "Ève",
        family_name: "Ailleurs",
        email: "eve@x.example",
        phone: "1",
        bodyId: w.brume,
        membership: { ring: "member", since: "2026-01-01" },
      },
      keeper,
    )
    const { counts } = await imported("Prénom;Nom;Courriel;GSM\nÈve;Ailleurs;eve@x.example;2\n", { update: "all" })
    assert.deepEqual(counts, { ...none, created: 1 })
  })

  it("is one command, one event, whatever the number of lines", async () => {
    const before = await w.look((db) => db.selectFrom("events").select("id").execute())
    const many = Array.from({ length: 3000 }, (_, n) => `Prénom${n};Nombreux${n};n${n}@x.example`).join("\n")
    assert.deepEqual((await imported(`Prénom;Nom;Courriel\n${many}`)).counts, { ...none, created: 3000 })
    const events = await w.look((db) => db.selectFrom("events").select("id").execute())
    assert.equal(events.length, before.length + 1)
  })

  it("tells the database of many new people at once, and keeps what became of each line", async () => {
    const many = Array.from(
      { length: 2500 },
      (_, n) => `Prénom${n};Innombrable${n}${n % 900 ? "" : ";pas une adresse"}`,
    )
    const { importId, counts } = await imported(`Prénom;Nom;Courriel\n${many.join("\n")}`)
    assert.deepEqual(counts, { ...none, created: 2497, refused: 3 })
    const told = { importId, bodyId: w.lisle, ...counts }
    await w.look((db) => tellDatabase.react(told, { ...w.equipment, actor: w.people.amina, db, now: w.now }))
    for (const [table, known] of Object.entries(await knownRows(["people", "memberships"])))
      assert.ok(known > 2497, `${table}: the database knows of ${known} rows`)

    const page = (more: object) => w.ask(readImport, { importId, limit: 200, ...more }, w.people.amina)
    const seen: number[] = []
    for (let after: string | undefined; ;) {
      const { rows, next } = await page({ after })
      seen.push(...rows.map(({ line }) => line))
      if (!next) break
      after = next
    }
    assert.deepEqual(
      seen,
      many.map((_, n) => n + 2),
      "each line once, in order",
    )
    const { rows } = await page({ state: "refused" })
    assert.deepEqual(
      rows.map(({ line, reason, person_id }) => ({ line, reason, person_id })),
      [2, 902, 1802].map((line) => ({ line, reason: "email", person_id: null })),
    )
  })

  const knownRows = (tables: string[]) =>
    w.look(async (db) => {
      const { rows } = await sql<{ name: string; known: number }>`
        select relname as name, reltuples::float8 as known from pg_class where relname = any(${tables})`.execute(db)
      assert.equal(rows.length, tables.length)
      return Object.fromEntries(rows.map(({ name, known }) => [name, known]))
    })

  it("refuses a file without a line", async () => {
    await assert.rejects(imported(""), { code: "people.import_empty" })
    await assert.rejects(imported("Nom;Prénom\n"), { code: "people.import_empty" })
  })
})

describe("people.foreseeImport", () => {
  let s: Served
  before(async () => {
    s = await served({ relay: false })
  })
  after(() => s.end())

  it("shows every line of a long file, those that need a decision first, and keeps of each only what the page shows", async () => {
    const amina = await s.found()
    const [{ id: bodyId }] = await s.sql("select id from bodies")
    const many = Array.from({ length: 3000 }, (_, n) => `Nom${n};Prénom;n${n}@x.example;+32 499 ${n}`)
    const text = ["Nom;Prénom;Courriel;GSM", ...many, "Belkacem;Amina;amina@lisle.example;1", ";;seul@x.example;"]
    const form = new FormData()
    form.append("file", new Blob([text.join("\n")]), "personnes.csv")
    const response = await fetch(`${s.url}/api/people.foreseeImport?bodyId=${bodyId}&since=2026-05-02`, {
      method: "POST",
      headers: { cookie: [...amina.cookies].map((pair) => pair.join("=")).join("; ") },
      body: form,
    })
    const { data } = (await response.json()) as { data: { count: object; lines: ForeseenLine[] } }
    assert.deepEqual(data.count, { created: 3000, known: 1, refused: 1 })
    assert.deepEqual(
      data.lines.map(({ line }) => line),
      [3003, 3002, ...Array.from({ length: 3000 }, (_, n) => n + 2)],
    )
    assert.deepEqual(data.lines.slice(0, 3), [
      { line: 3003, name: "seul@x.example", state: "refused", reason: "no_name" },
      { line: 3002, name: "Amina Belkacem", state: "known", changes: ["phone"], joins: false },
      { line: 2, name: "Prénom Nom0", state: "created", shares: null },
    ])
  })
})
