import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose, onAPhone, pick, untilHolds } from "./hands.ts"
import { enter, found, give } from "./people.ts"

// A vœu of the chapter, from its model to what the council made of it; somebody else reads it and proposes other words.
let app: App
let amina: Page
let dario: Page
let itemAt: string

before(async () => {
  app = await startApp()
  ;[amina, dario] = await Promise.all([app.visit(), app.visit()])
  const bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  const { personId } = await give(amina, "people.add", {
    bodyId,
    given_name: "Dario",
    family_name: "Lemmens",
    email: "dario@lisle.example",
    membership: { ring: "member", since: "2024-01-01" },
  })
  await give(amina, "accounts.invite", { personId })
  await enter(app, dario, "dario@lisle.example")
  const day = Temporal.Now.plainDateISO("Europe/Brussels").add({ days: 20 }).toString()
  const { sittingId } = await give(amina, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil communal de Lisle", kind: "be_municipal_council" },
    title: "Conseil de décembre",
    day,
    at: "19:30",
  })
  const { itemId } = await give(amina, "sittings.addItem", { sittingId, number: "7", title: "La gare" })
  itemAt = `/seances/${sittingId}/points/${itemId}`
})
after(() => app?.stop())

const looked = async (page: Page) => {
  await isFitForAll(page)
  await onAPhone(page, isFitForAll)
}

describe("a vœu", () => {
  it("is begun from the item it is for, and from its model", async () => {
    await step(amina, "begin", async () => {
      await amina.goto(itemAt)
      await amina.getByText("Pas encore de texte pour ce point").waitFor()
      await amina.getByRole("link", { name: "Nouveau texte" }).click()
      await amina.getByRole("button", { name: "Retirer 7 · La gare" }).waitFor()
      await amina.getByLabel("Titre", { exact: true }).fill("Un train par heure à Lisle")
      await looked(amina)
      await amina.getByRole("button", { name: "Commencer le texte" }).click()
      await words(amina).getByText("Le Conseil communal de Lisle, réuni le").waitFor()
      await looked(amina)
    })
  })

  it("is written, counted and set as printers do", async () => {
    await step(amina, "write", async () => {
      await words(amina).fill(
        "Considérant que la gare n'a plus qu'un train toutes les deux heures ; Le Conseil émet le voeu que l'horaire change !",
      )
      await amina.getByText("Enregistré", { exact: true }).waitFor()
      await amina.getByText("116 signes").waitFor()
      await amina.keyboard.press("F9")
      await amina.getByText("Un paragraphe à corriger").waitFor()
      await looked(amina)
      await amina.getByRole("button", { name: "Corriger", exact: true }).click()
      await words(amina)
        .getByText("n’a plus qu’un train toutes les deux heures\u202f; Le Conseil émet le vœu")
        .waitFor()
      await amina.getByText("Enregistré", { exact: true }).waitFor()
      await amina.getByRole("link", { name: "Voir le texte" }).first().click()
      await amina.getByText("Personne ne l’a relu").waitFor()
      await looked(amina)
    })
  })

  it("is given to somebody who proposes other words and says it was read", async () => {
    await step(amina, "give", async () => {
      await pick(amina, /^Qui le relit/, "Dario")
      await amina.getByRole("button", { name: "Donner à relire" }).click()
      await amina.getByText("pas encore", { exact: true }).waitFor()
    })
    await step(dario, "read over", async () => {
      await dario.goto("/")
      await dario.getByText("Relire « Un train par heure à Lisle »").waitFor()
      await dario.getByRole("link", { name: "Relire" }).first().click()
      await dario.getByRole("heading", { name: "Un train par heure à Lisle" }).waitFor()
      await select(dario, "toutes les deux heures")
      const proposes = dario.getByLabel(/^À écrire à la place/)
      await untilHolds(proposes, /^toutes les deux heures$/)
      await proposes.fill("toutes les deux heures, contre un par heure en 2015")
      await dario.getByLabel(/^Votre remarque/).fill("L’horaire de 2015 est dans le dossier.")
      await dario.getByRole("button", { name: "Envoyer la remarque" }).click()
      await dario.getByText("L’horaire de 2015 est dans le dossier.").waitFor()
      await looked(dario)
      await dario.getByRole("button", { name: "J’ai relu" }).click()
      await dario.getByText("relu", { exact: true }).first().waitFor()
    })
  })

  it("takes the words proposed, and shows what changed in words", async () => {
    await step(amina, "take", async () => {
      await amina.getByRole("button", { name: "Reprendre dans le texte" }).click()
      await amina.getByText("repris", { exact: true }).waitFor()
      await amina.getByRole("link", { name: "Comparer les versions" }).click()
      const added = amina.locator("ins")
      await added.first().waitFor()
      assert.match((await added.allInnerTexts()).join(""), /contre un par heure en 2015/)
      await looked(amina)
      await amina.getByRole("link", { name: "Un train par heure à Lisle" }).first().click()
    })
  })

  it("is validated, numbered, signed, lodged and followed to its end", async () => {
    await step(amina, "leave", async () => {
      await amina.getByRole("button", { name: "Valider et numéroter" }).click()
      const year = String(Temporal.Now.plainDateISO("Europe/Brussels").year)
      await amina.getByText(`LIS-${year}-VOEU-0001`).first().waitFor()
      await looked(amina)
      await amina.getByRole("button", { name: "Signer", exact: true }).click()
      await amina.getByLabel(/^Numéro donné par l’assemblée/).fill("V-12")
      await looked(amina)
      await amina.getByRole("button", { name: "Noter le dépôt" }).click()
      await amina.getByRole("combobox", { name: "Ce qui s’est passé" }).waitFor()
      await choose(amina, "Ce qui s’est passé", "renvoyé en commission")
      await amina.getByRole("button", { name: "Noter", exact: true }).click()
      await amina.getByText("renvoyé en commission", { exact: true }).first().waitFor()
      await settled(amina)
      await choose(amina, "Ce qui s’est passé", "adopté, modifié")
      await amina.getByRole("button", { name: "Noter", exact: true }).click()
      await amina.getByText("adopté, modifié", { exact: true }).first().waitFor()
      await looked(amina)
    })
  })

  it("stands in the list, and on the item it was for", async () => {
    await step(amina, "list", async () => {
      await amina.goto("/textes")
      await amina.getByRole("link", { name: "Un train par heure à Lisle" }).first().waitFor()
      await looked(amina)
      await amina.goto(itemAt)
      await settled(amina)
      await amina.getByRole("link", { name: "Un train par heure à Lisle" }).waitFor()
    })
  })
})

const words = (page: Page) => page.getByRole("textbox", { name: "Texte", exact: true })

/** Selects words of the text as one would with the mouse. */
const select = (page: Page, passage: string) =>
  page.evaluate(`(() => {
    const paragraph = [...document.querySelectorAll(".prose p")].find((one) => one.textContent.includes(${JSON.stringify(passage)}))
    const node = paragraph.firstChild
    const range = document.createRange()
    const from = node.data.indexOf(${JSON.stringify(passage)})
    range.setStart(node, from)
    range.setEnd(node, from + ${passage.length})
    const selection = getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
  })()`)
