import assert from "node:assert/strict"
import { it } from "node:test"
import { writeFile } from "node:fs/promises"
import * as mupdf from "mupdf"
import { isFitForAll, step } from "./app.ts"
import { choose } from "./hands.ts"
import { bike, type Cast, schools, shot } from "./plenary-cast.ts"

/** The day of the sitting, with the book in hand, and what follows it. */
export const sat = (six: Cast) => {
  it("is carried into the hemicycle as one book", async () => {
    const { ines, lucas } = six
    await step(lucas, "book", async () => {
      await lucas.goto(`${six.sitting}/livret`)
      await choose(lucas, "Pour lire", /sur papier/)
      await lucas.getByRole("button", { name: "Faire le livret" }).click()
      await lucas.getByText("à jour", { exact: true }).waitFor({ timeout: 40_000 })
      await isFitForAll(lucas)
      await shot(lucas, "book")
    })
    await step(ines, "open the book", async () => {
      await ines.goto(`${six.sitting}/livret`)
      const link = ines.getByRole("link", { name: /^Exemplaire/ }).first()
      const pdf = await (await ines.request.get((await link.getAttribute("href"))!)).body()
      if (process.env["SHOTS"]) await writeFile(`${process.env["SHOTS"]}/livret.pdf`, pdf)
      const book = mupdf.Document.openDocument(pdf, "application/pdf")
      const said = Array.from({ length: book.countPages() }, (_, at) =>
        book.loadPage(at).toStructuredText("").asText(),
      ).join("\n")
      for (const words of [
        bike,
        schools,
        "si notre amendement est adopté",
        "cent cinquante",
        "et présenté",
        "Yann Le Bihan",
        "Rives ouvertes",
        "procuration à Yann Le Bihan",
        "version corrigée.pdf",
      ])
        assert.ok(said.replaceAll(/\s+/g, " ").includes(words), words)
    })
  })

  it("is sat: what is agreed in the corridor reaches the bench, and the votes are noted", async () => {
    const { ines, mathilde, nawel, lucas } = six
    // A clock cannot be moved: the assembly meets sooner than it had said.
    await step(ines, "sooner", async () => {
      await ines.goto(`${six.sitting}/modifier`)
      await ines.getByLabel("Jour", { exact: true }).fill(Temporal.Now.plainDateISO("Europe/Paris").toString())
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByText("Qui est où").waitFor()
    })
    await step(lucas, "call", async () => {
      await lucas.goto(`${six.sitting}/direct`)
      await nawel.goto(`${six.sitting}/direct`)
      await lucas.getByRole("button", { name: "Appeler ce point" }).click()
      await nawel.getByText("en débat", { exact: true }).waitFor()
    })
    await step(mathilde, "corridor", async () => {
      await mathilde.goto(`${six.sitting}/direct`)
      await mathilde.getByText("Changer la position").click()
      await choose(mathilde, "Vote", /^abstention/)
      await mathilde.getByRole("button", { name: "Le dire à tous" }).click()
      await nawel.getByText("Point 214 : nous nous abstenons").waitFor({ timeout: 8000 })
      await isFitForAll(nawel)
      await shot(nawel, "corridor")
      await nawel.getByRole("button", { name: /^Vu/ }).click()
    })
    await step(lucas, "votes", async () => {
      await lucas.getByRole("button", { name: "Votes", exact: true }).click()
      await lucas.getByRole("button", { name: /^Tous comme notre position/ }).click()
      await lucas.getByText("Les votes sont notés.").waitFor()
      const proxy = lucas.getByRole("listitem").filter({ hasText: "Étienne Guilloux" })
      await proxy.getByText(/par procuration/).waitFor()
      await proxy.getByText(/Yann Le Bihan/).waitFor()
      for (const [group, short, way, count] of [
        ["Union régionale", "UR", "pour", "3"],
        ["Ensemble", "ENS", "contre", "1"],
      ] as const) {
        await lucas.getByRole("button", { name: new RegExp(`^Noter.*${group}`) }).click()
        await lucas.getByLabel(`${short}, voix ${way}`, { exact: true }).fill(count)
        await lucas.getByRole("button", { name: "Enregistrer", exact: true }).click()
        await lucas.getByLabel(`${short}, voix ${way}`, { exact: true }).waitFor({ state: "detached" })
      }
      await choose(lucas, "Issue", "adopté, amendé")
      await lucas.getByRole("button", { name: "Noter le résultat" }).click()
      await lucas.getByText("L’issue est notée.").waitFor()
      await isFitForAll(lucas)
      await shot(lucas, "votes")
    })
  })

  it("is followed to what became of the last amendment, and to what was promised", async () => {
    const { ines } = six
    await step(ines, "follow", async () => {
      for (const [text, outcome] of [
        [six.texts.longer, "adopté"],
        [six.texts.presented, "retiré"],
      ] as const) {
        await ines.goto(text)
        await choose(ines, "Ce qui s’est passé", outcome)
        await ines.getByRole("button", { name: "Noter", exact: true }).click()
        await ines.getByText(outcome, { exact: true }).first().waitFor()
      }
      await ines.goto(`${six.sitting}/suivre`)
      const ours = ines.getByRole("region", { name: "Nos textes pour cette séance" })
      for (const [paragraph, outcome] of [
        ["Article 1er", "adopté"],
        ["Article 2", "retiré"],
      ] as const)
        await ours.getByRole("listitem").filter({ hasText: paragraph }).getByText(outcome, { exact: true }).waitFor()
      await ines.getByLabel("Qui s’engage").fill("le vice-président aux mobilités")
      await ines.getByLabel("À quoi").fill("publier la carte des pistes")
      await ines.getByRole("button", { name: "Noter l’engagement" }).click()
      await ines.getByText("C’est noté, avec une tâche pour le rappeler.").waitFor()
      await isFitForAll(ines)
      await shot(ines, "follow")
      await ines.goto("/seances/bilan")
      await ines.getByRole("heading", { name: "Ce que ces textes sont devenus" }).waitFor()
      await shot(ines, "tally")
    })
  })
}
