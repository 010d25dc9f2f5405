import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { adoptBase } from "../bases/adopt.ts"
import { bringBase } from "../bases/bring.ts"
import { readAmendment } from "../read-amendment.ts"
import { readTable } from "../read-table.ts"
import { type Published, publishedIn, together } from "../../../kernel/amending/published.ts"
import { takeOthers } from "./take.ts"
import { understood } from "./understood.ts"

const text = ["Article 1er", "Une aide est versée.", "Elle est annuelle.", "Article 2", "Un rapport est rendu."]
const paragraphs = text.map((one) => ({
  is: one.startsWith("Article") ? ("article" as const) : ("paragraph" as const),
  text: one,
}))
const row = (number: string, more: Partial<Published> = {}): Published => ({
  number,
  group: "Les Crêtes",
  author: "M. DOOR",
  place: "Article 1er",
  alinea: null,
  says: null,
  object: null,
  outcome: null,
  amends: null,
  ...more,
})
const bytes = (said: string) => new TextEncoder().encode(said)

describe("amendments that an assembly published", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const ready = async () => {
    const said = { bodyId: w.lisle, kind: "report", title: "Aide", text: text.join("\n") }
    const { baseId } = await w.do(bringBase, said, w.people.amina)
    await w.do(adoptBase, { baseId, revision: 0 }, w.people.amina)
    return baseId
  }
  trio(
    () => w,
    [
      {
        command: takeOthers,
        capability: "texts.write",
        input: async () => ({ baseId: await ready(), rows: [row("7")] }),
      },
    ],
  )

  it("are noted once, and completed when they are taken again", async () => {
    const baseId = await ready()
    const take = (...rows: Published[]) => w.do(takeOthers, { baseId, rows }, w.people.amina)
    const first = await take(
      row("12", { amends: "7" }),
      row("7", { says: "Supprimer cet article." }),
      row("9"),
      row("9"),
    )
    assert.deepEqual([first.added, first.changed, first.left], [3, 0, 0])
    const again = await take(row("7", { outcome: "rejected", object: "Trop cher." }), row("10"))
    assert.deepEqual([again.added, again.changed], [1, 1])
    const { rows } = await w.ask(readTable, { baseId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ number, n, state }) => [number, n, state]),
      [
        ["7", "1", "rejected"],
        ["12", "1.1", "fallen"],
        ["9", "2", null],
        ["10", "3", null],
      ],
    )
    assert.equal(rows[2]!.place, "Article 1er")
    const { amendment, phrases, grounds } = await w.ask(readAmendment, { amendmentId: rows[0]!.id }, w.people.amina)
    assert.deepEqual(
      [amendment.operations.map(({ from, to, put }) => [from, to, put]), phrases, grounds, amendment.author],
      [[[0, 3, []]], ["Supprimer l’article 1er."], "Trop cher.", "M. DOOR"],
    )
  })

  it("strike what their words leave no doubt of, and nothing else", () => {
    const does = (said: Partial<Published>) =>
      understood(row("1", said), paragraphs).map(({ from, to, put }) => [from, to, put])
    assert.deepEqual(does({ says: "Supprimer cet article." }), [[0, 3, []]])
    assert.deepEqual(does({ says: "Alinéa 2\nSupprimer cet alinéa." }), [[2, 3, []]])
    assert.deepEqual(does({ alinea: 2, says: "Rédiger ainsi cet alinéa :\n« Elle est mensuelle. »" }), [
      [2, 3, ["Elle est mensuelle."]],
    ])
    for (const says of ["À l’alinéa 2, remplacer les mots…", "Supprimer cet article et le suivant.", null])
      assert.deepEqual(does({ says }), [])
    assert.deepEqual(does({ place: "Article 7", says: "Supprimer cet article." }), [])
  })

  it("are read from each of the forms, and nothing from another file", () => {
    const assembly = `<amendement><numero>155</numero><numeroParent xsi:nil="true"/><dispositif><![CDATA[<p>Supprimer cet article.</p>]]></dispositif><sortEnSeance>Non soutenu</sortEnSeance><division><titre>Article 54</titre></division><auteur><auteurLabel>M.&#160;Door</auteurLabel></auteur></amendement>`
    const list = `<amdtsParOrdreDeDiscussion><amendements><amendement place="Article 3" numero="155" sort="" parentNumero="" auteurLabel="M. DOOR" auteurGroupe="Les Républicains" alineaLabel="ap 5"/></amendements></amdtsParOrdreDeDiscussion>`
    const [both] = together([...publishedIn(bytes(assembly)), ...publishedIn(bytes(list))])
    assert.deepEqual(
      [both!.number, both!.group, both!.place, both!.says, both!.outcome],
      ["155", "Les Républicains", "Article 3", "Supprimer cet article.", "fallen"],
    )
    for (const other of ["", "{", "<html>", "a;b\n1;2", '{"Subdivisions":3}'])
      assert.deepEqual(publishedIn(bytes(other)), [])
  })
})
