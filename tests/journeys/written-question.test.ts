import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { isFitForAll, step } from "./app.ts"
import { type Cast, cast, convened, now, paper, shot, sign, validate } from "./council-cast.ts"
import { choose } from "./hands.ts"

// A councillor asks the college in writing; it has a month to answer (CDLD L1122-10).
let all: Cast
let textPath: string
let { ines, salome, jeanne } = {} as Cast
before(async () => {
  all = await cast()
  ;({ ines, salome, jeanne } = all)
})
after(() => all?.app.stop())

describe("a written question to a municipal council", () => {
  it("owes the answer to a written question, awaited to its day and noted with its paper", async () => {
    await convened(ines)
    const lodged = now.subtract({ days: 25 })
    await step(jeanne, "write", async () => {
      await jeanne.goto("/textes/nouveau?genre=written_question")
      await jeanne.getByLabel("Titre", { exact: true }).fill("Le coût du parking")
      await jeanne.getByLabel(/^À qui/).fill("le Collège communal")
      await jeanne.getByRole("button", { name: "Commencer le texte" }).click()
      await jeanne
        .getByRole("textbox", { name: "Texte", exact: true })
        .fill("Combien le parking de la Grand-Place a-t-il coûté depuis 2020 ?")
      await jeanne.getByText("Enregistré", { exact: true }).waitFor()
      textPath = new URL(jeanne.url()).pathname.replace("/ecrire", "")
    })
    await validate(salome, textPath, /VAL-\d+-QE-0001/)
    await sign(jeanne, textPath)
    await step(ines, "lodge", async () => {
      await ines.goto(textPath)
      await ines.getByLabel("Le (facultatif)", { exact: true }).first().fill(lodged.toString())
      await ines.getByRole("radio", { name: "Par courriel" }).check({ force: true })
      await ines.getByRole("button", { name: "Noter le dépôt" }).click()
      await ines.getByText("Réponse attendue").waitFor()
      await ines.getByText(/1 mois après le dépôt · CDLD L1122-10/).waitFor()
      await isFitForAll(ines)
      await shot(ines, "22-awaited")
    })
    await step(jeanne, "awaited", async () => {
      await jeanne.goto("/")
      await jeanne.getByText("Réponse attendue : Le coût du parking").waitFor()
      // The answer comes to who asked.
      await jeanne.getByRole("link", { name: "Noter la réponse" }).waitFor()
      await isFitForAll(jeanne)
      await shot(jeanne, "23-today")
      await jeanne.goto(`/agenda?jour=${lodged.add({ months: 1 })}`)
      await jeanne.getByText("Le coût du parking").first().waitFor()
      await isFitForAll(jeanne)
      await shot(jeanne, "24-calendar")
    })
    await step(jeanne, "answered", async () => {
      await jeanne.goto(textPath)
      await choose(jeanne, "Ce qui s’est passé", "réponse reçue")
      await jeanne.getByLabel(/^La réponse reçue/).setInputFiles(paper("reponse.pdf", "412 000 euros"))
      await jeanne.getByRole("link", { name: "reponse.pdf" }).waitFor()
      await jeanne.getByRole("button", { name: "Noter", exact: true }).click()
      await jeanne.getByRole("link", { name: "Ouvrir la réponse" }).waitFor()
      assert.equal(await jeanne.getByText("Réponse attendue").count(), 0)
      await isFitForAll(jeanne)
    })
    await step(jeanne, "no more", async () => {
      await jeanne.goto("/")
      await jeanne.getByRole("heading", { name: /Bonjour Jeanne/ }).waitFor()
      await isFitForAll(jeanne)
      assert.equal(await jeanne.getByText("Réponse attendue : Le coût du parking").count(), 0)
    })
  })
})
