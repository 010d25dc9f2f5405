import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strToU8 } from "fflate"
import { reportPdf } from "../../../../../tests/journeys/reports.ts"
import { trio } from "../../../../../tests/trio.ts"
import { type World, world } from "../../../../../tests/world.ts"
import { inOrganisation } from "../../../../kernel/db.ts"
import { system } from "../../../../kernel/job.ts"
import { keepFile } from "../../../documents/contract.ts"
import { addSittingItem } from "../../items/add.ts"
import { restoreItem } from "../../items/restore.ts"
import { takePosition } from "../../items/take-position.ts"
import { readSitting } from "../../read-sitting.ts"
import { recordSitting } from "../../record.ts"
import { compareAgenda } from "./compare.ts"
import { bare } from "./entry.ts"
import { agendaOfOparl } from "./of-oparl.ts"
import { agendaOfText } from "./of-text.ts"
import { foreseeAgenda, takeAgenda } from "./take.ts"

const shown = (text: string) =>
  agendaOfText(text).map(({ number, title, rapporteur, commission }) => [number, title, rapporteur, commission])

describe("an agenda written as text", () => {
  it("gives its items in order, with the commission above and the rapporteur below or beside", () => {
    assert.deepEqual(
      shown(`Ville de Lisle
Le 12 mai 2026

20 rue de la Gare

Madame, Monsieur,
Nous vous convoquons le jeudi 21 mai 2026 à 19 h 30.

ORDRE DU JOUR

1. Approbation du procès-verbal du
   23 avril 2026

Commission des finances
2) Première modification budgétaire (rapporteur : M. Paul Garnier)
2026-CR-14 Subventions aux associations
Rapporteure : Mme Édith Vasseur
Commission : Mobilités
Rapport n° 214 – Plan vélo régional
3.12 - Passage à niveau, 18 000 €
18 000 € sont inscrits.
Page 1/2
IV. Divers`),
      [
        ["1", "Approbation du procès-verbal du 23 avril 2026", null, null],
        ["2", "Première modification budgétaire", "M. Paul Garnier", "des finances"],
        ["2026-CR-14", "Subventions aux associations", "Mme Édith Vasseur", "des finances"],
        ["214", "Plan vélo régional", null, "Mobilités"],
        ["3.12", "Passage à niveau, 18 000 € 18 000 € sont inscrits.", null, "Mobilités"],
        ["IV", "Divers", null, "Mobilités"],
      ],
    )
  })

  it("is read without numbers, by its marks or its lines, and a letter without agenda is none", () => {
    assert.deepEqual(shown("Ordre du jour :\n- Budget\n• Écoles\n"), [
      [null, "Budget", null, null],
      [null, "Écoles", null, null],
    ])
    assert.deepEqual(shown("Ordre du jour\nBudget 2027\nÉcoles\n"), [
      [null, "Budget 2027", null, null],
      [null, "Écoles", null, null],
    ])
    assert.deepEqual(shown("Bonjour,\nMerci de votre envoi.\n"), [])
  })
})

describe("an agenda of OParl", () => {
  it("is a meeting, a page of items or a list, in the order it says", () => {
    const items = [
      { name: "Deux", number: "2", order: 2 },
      { name: "Un", number: 1, order: 1 },
      { name: "Parti", deleted: true, order: 0 },
    ]
    for (const json of [{ agendaItem: items }, { data: items }, items, { data: [{ agendaItem: items }] }])
      assert.deepEqual(
        agendaOfOparl(JSON.stringify(json))?.map(({ number, title }) => [number, title]),
        [
          ["1", "Un"],
          ["2", "Deux"],
        ],
      )
    for (const other of ["{", "{}", '"x"', '{"agendaItem": 3}']) assert.equal(agendaOfOparl(other), undefined, other)
  })
})

describe("an agenda against the last one", () => {
  const item = (id: string, number: string | null, title: string) => ({ id, number, title })
  const entry = (number: string | null, title: string) => ({ ...bare, number, title })

  it("says what is new, renamed, renumbered, moved, and what is no more", () => {
    const { lines, removed } = compareAgenda(
      [item("a", "1", "Budget"), item("b", "2", "Plan vélo régional"), item("c", "3", "Écoles"), item("d", "4", "Eau")],
      [entry("1", "Écoles"), entry("2", "Budget"), entry("3", "Plan vélo régional 2026-2031"), entry("4", "Piscine")],
    )
    assert.deepEqual(
      lines.map(({ item: was, changes }) => [was?.id ?? null, changes]),
      [
        ["c", ["renumbered", "moved"]],
        ["a", ["renumbered"]],
        ["b", ["renamed", "renumbered"]],
        [null, ["new"]],
      ],
    )
    assert.deepEqual(
      removed.map(({ id }) => id),
      ["d"],
    )
  })

  it("keeps what is the same, and says of one number used twice that it is", () => {
    const { lines, removed } = compareAgenda(
      [item("a", "1", "Budget"), item("b", null, "Divers"), item("c", "9", "Rapport n°9")],
      [entry("1", "Budget"), entry("1", "Comptes"), entry("9", "Piscine")],
    )
    assert.deepEqual(
      lines.map(({ changes, twice }) => [changes, twice]),
      [
        [["same"], true],
        [["new"], true],
        [["renamed"], false],
      ],
    )
    assert.deepEqual(
      removed.map(({ id }) => id),
      ["b"],
    )
  })
})

describe("sittings.takeAgenda", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async () =>
    (
      await w.do(
        recordSitting,
        {
          bodyId: w.lisle,
          assembly: { name: "Conseil", kind: "be_municipal_council" },
          title: "Conseil de mai",
          day: "2026-05-21",
          at: "19:30",
        },
        w.people.amina,
      )
    ).sittingId as string
  const kept = (name: string, content: string | Uint8Array) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name, content: typeof content === "string" ? strToU8(content) : content },
        { ...w.equipment, actor: { ...system(w.organisation), personId: w.amina }, now: w.now, db },
      ),
    )
  const order = async (sittingId: string) => {
    const { items, removed, receipts } = await w.ask(readSitting, { sittingId }, w.people.dario)
    return {
      items: items.map(({ number, title }) => [number, title]),
      removed: removed.map(({ title }) => title),
      papers: receipts.flatMap(({ lines }) => lines.map(({ path }) => path)),
    }
  }
  const removedItem = async () => {
    const sittingId = await recorded()
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Vieux" }, w.people.amina)
    const fileId = await kept("o.txt", "Ordre du jour\n1. Neuf")
    await w.do(takeAgenda, { sittingId, fileId, complete: true }, w.people.amina)
    return itemId as string
  }

  trio(
    () => w,
    [
      {
        command: restoreItem,
        capability: "sittings.manage",
        input: async () => ({ itemId: await removedItem() }),
      },
    ],
  )

  it("is for who prepares the sitting, of a file they sent", async () => {
    const sittingId = await recorded()
    const fileId = await kept("o.txt", "Ordre du jour\n1. Budget")
    await assert.rejects(w.do(takeAgenda, { sittingId, fileId }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(takeAgenda, { sittingId, fileId }, w.people.oscar), { code: "not_found" })
    const preparer = await w.holding(["sittings.manage"])
    await assert.rejects(w.do(takeAgenda, { sittingId, fileId }, preparer), { code: "not_found" })
  })

  it("makes items of a PDF, a table and an OParl meeting, and keeps the agenda among what came", async () => {
    const lines = ["ORDRE DU JOUR", "1. Budget", "2. Ecoles"]
    const files: [string, string | Uint8Array][] = [
      ["ordre.pdf", reportPdf([lines])],
      ["ordre.csv", "Numéro;Objet;Rapporteur;Montant\n1;Budget;M. Garnier;12 000\n2;Ecoles;;\n"],
      [
        "ordre.json",
        JSON.stringify({
          agendaItem: [
            { number: "1", name: "Budget" },
            { number: "2", name: "Ecoles" },
          ],
        }),
      ],
    ]
    for (const [name, content] of files) {
      const sittingId = await recorded()
      await w.do(takeAgenda, { sittingId, fileId: await kept(name, content) }, w.people.amina)
      assert.deepEqual(
        await order(sittingId),
        {
          items: [
            ["1", "Budget"],
            ["2", "Ecoles"],
          ],
          removed: [],
          papers: [name],
        },
        name,
      )
    }
  })

  it("shows what changed before it is taken, and loses nothing of what was written", async () => {
    const sittingId = await recorded()
    await w.do(
      takeAgenda,
      { sittingId, fileId: await kept("a.txt", "Ordre du jour\n1. Budget\n2. Eau\n3. Écoles") },
      w.people.amina,
    )
    const { items } = await w.ask(readSitting, { sittingId }, w.people.amina)
    const eau = items.find(({ title }) => title === "Eau")!.id
    await w.do(takePosition, { itemId: eau, stance: "for" }, w.people.amina)
    const fileId = await kept("b.txt", "Ordre du jour\n1. Écoles\n2. Budget 2027\n3. Piscine")
    const foreseen = await w.ask(foreseeAgenda, { sittingId, fileId }, w.people.amina)
    assert.deepEqual(
      foreseen.lines.map(({ title, changes }) => [title, changes]),
      [
        ["Écoles", ["renumbered"]],
        ["Budget 2027", ["renamed", "renumbered", "moved"]],
        ["Piscine", ["new"]],
      ],
    )
    assert.deepEqual(
      foreseen.removed.map(({ title }) => title),
      ["Eau"],
    )
    assert.deepEqual((await order(sittingId)).items.length, 3)
    await w.do(takeAgenda, { sittingId, fileId, complete: true }, w.people.amina)
    assert.deepEqual(await order(sittingId), {
      items: [
        ["1", "Écoles"],
        ["2", "Budget 2027"],
        ["3", "Piscine"],
      ],
      removed: ["Eau"],
      papers: ["b.txt", "a.txt"],
    })
    await w.do(restoreItem, { itemId: eau }, w.people.amina)
    const back = await w.ask(readSitting, { sittingId }, w.people.amina)
    assert.equal(back.items.find(({ id }) => id === eau)?.stance, "for")
  })

  it("adds to the order of business, unless told that it replaces the last one", async () => {
    const sittingId = await recorded()
    await w.do(
      takeAgenda,
      { sittingId, fileId: await kept("a.txt", "Ordre du jour\n1. Budget\n2. Eau") },
      w.people.amina,
    )
    await w.do(
      takeAgenda,
      { sittingId, fileId: await kept("b.txt", "Ordre du jour complémentaire\n3. Piscine\n1. Budget") },
      w.people.amina,
    )
    assert.deepEqual((await order(sittingId)).items, [
      ["1", "Budget"],
      ["2", "Eau"],
      ["3", "Piscine"],
    ])
  })

  it("says in a sentence why a file is no agenda", async () => {
    const sittingId = await recorded()
    const cases: [string, string | Uint8Array, string][] = [
      ["scan.pdf", reportPdf([null]), "sittings.agenda_scanned"],
      ["lettre.txt", "Bonjour,\nMerci.", "sittings.agenda_empty"],
      ["autre.json", "{}", "sittings.agenda_not_oparl"],
      ["couleurs.csv", "Couleur;Poids\nrouge;3\n", "sittings.agenda_no_title"],
    ]
    for (const [name, content, code] of cases) {
      const fileId = await kept(name, content)
      await assert.rejects(w.ask(foreseeAgenda, { sittingId, fileId }, w.people.amina), { code }, name)
      await assert.rejects(w.do(takeAgenda, { sittingId, fileId }, w.people.amina), { code }, name)
    }
    assert.deepEqual((await order(sittingId)).papers, [])
  })
})
