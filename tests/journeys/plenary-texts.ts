import { it } from "node:test"
import type { Page } from "playwright-core"
import { isFitForAll, step } from "./app.ts"
import { letterTo } from "./people.ts"
import { bike, type Cast, fewer, goToItem, shot, yearly } from "./plenary-cast.ts"
import { reportPdf } from "./reports.ts"

const now = Temporal.Now.plainDateISO("Europe/Paris")

/** Two amendments of ours to the report that came again, from the paragraph one touches to the proof that they were lodged. */
export const amended = (six: Cast) => {
  it("is amended by touching a paragraph of its last version", async () => {
    const { etienne } = six
    await step(etienne, "amend", async () => {
      await goToItem(etienne, six, bike)
      await etienne.getByRole("link", { name: "Amender un texte de ce point" }).click()
      await etienne.getByLabel("Titre du texte", { exact: true }).fill("Plan vélo régional")
      await etienne.getByRole("radio", { name: /version corrigée/ }).waitFor()
      await isFitForAll(etienne)
      await etienne.getByRole("button", { name: "Lire le texte" }).click()
      await etienne.getByRole("button", { name: "Amender cette version 1" }).click({ timeout: 30_000 })
      six.texts.longer = await write(etienne, {
        paragraph: fewer,
        becomes: fewer.replace("quatre-vingts", "cent cinquante"),
        because: "Le retard pris depuis 2021 est de cinquante kilomètres.",
      })
      await shot(etienne, "amend")
    })
  })

  it("is amended by a second of ours, who reads in the dark", async () => {
    const { nawel } = six
    await step(nawel, "amend again", async () => {
      await goToItem(nawel, six, bike)
      await nawel.getByRole("link", { name: "Plan vélo régional", exact: true }).click()
      six.texts.presented = await write(nawel, {
        paragraph: yearly,
        becomes: yearly.replace("chaque année", "et présenté chaque année"),
        because: "Un rapport que personne ne présente n’est pas lu.",
      })
      await shot(nawel, "amend-again")
    })
  })

  it("has both validated by the president, and signed by who wrote them", async () => {
    const { mathilde, etienne, nawel } = six
    for (const [page, text] of [
      [etienne, six.texts.longer],
      [nawel, six.texts.presented],
    ] as const) {
      await step(mathilde, "validate", async () => {
        await mathilde.goto(text)
        await mathilde.getByRole("button", { name: "Valider et numéroter" }).click()
        await mathilde
          .getByText(/GLR-\d+-AMD-000\d/)
          .first()
          .waitFor()
      })
      await step(page, "sign", async () => {
        await page.goto(text)
        await page.getByRole("button", { name: "Signer", exact: true }).click()
        await page.getByText("C’est signé.").waitFor()
      })
    }
  })

  it("is cosigned from another group by link", async () => {
    const { app, ines } = six
    await step(ines, "cosign", async () => {
      await ines.goto(six.texts.longer)
      await ines.getByLabel(/^Élu·e d’un autre groupe/).fill("Zoé Renard")
      await ines.getByLabel(/^Son courriel/).fill("zoe@ensemble.example")
      await ines.getByLabel(/^Réponse avant la fin du/).fill(now.add({ days: 5 }).toString())
      await ines.getByRole("button", { name: "Demander de cosigner" }).click()
      const { html } = await letterTo(app, "zoe@ensemble.example", /cosigner/)
      const zoe = await app.visit({ width: 360, height: 740 })
      await zoe.goto(/href="([^"]*\/a\/[^"]*)"/.exec(html || "")![1]!)
      await zoe
        .getByText(/«\scent cinquante\s»/)
        .first()
        .waitFor()
      await isFitForAll(zoe)
      await shot(zoe, "cosign")
      await zoe.getByRole("button", { name: "Je signe" }).click()
      await zoe.getByText("Votre nom est sous ce texte.").waitFor()
      await zoe.close()
    })
  })

  it("is lodged, each amendment with the number that the assembly gave it", async () => {
    const { ines } = six
    await step(ines, "lodge", async () => {
      await ines.reload()
      await ines.getByText("Zoé Renard").first().waitFor()
      await lodge(ines, "12", "11:58", "11 h 58")
      await isFitForAll(ines)
      await shot(ines, "lodged")
      await ines.goto(six.texts.presented)
      await lodge(ines, "13", "12:04", "12 h 04")
    })
  })
}

/** Writes an amendment on a paragraph; answers where its text is. */
const write = async (
  page: Page,
  { paragraph, becomes, because }: { paragraph: string; becomes: string; because: string },
): Promise<string> => {
  await page.getByRole("link", { name: paragraph }).click()
  await page.getByLabel("L’alinéa tel qu’il devrait être", { exact: true }).fill(becomes)
  await page.getByLabel(/^Exposé des motifs/).fill(because)
  await isFitForAll(page)
  await page.getByRole("button", { name: "Enregistrer l’amendement" }).click()
  await page.getByRole("heading", { name: /^Projet, / }).waitFor()
  await page.getByRole("link", { name: "Faire relire, valider, déposer" }).click()
  await page.waitForURL(/\/textes\//)
  return new URL(page.url()).pathname
}

const lodge = async (page: Page, number: string, at: string, said: string): Promise<void> => {
  await page.getByLabel("À (facultatif)").fill(at)
  await page.getByRole("radio", { name: "Par courriel" }).check({ force: true })
  await page.getByLabel(/^Numéro donné par l’assemblée/).fill(number)
  await page.getByLabel(/^Récépissé/).setInputFiles({
    name: `recepisse-${number}.pdf`,
    mimeType: "application/pdf",
    buffer: Buffer.from(reportPdf([[`Amendement ${number} reçu à ${said}`]])),
  })
  await page.getByRole("link", { name: `recepisse-${number}.pdf` }).waitFor()
  await page.getByRole("button", { name: "Noter le dépôt" }).click()
  await page.getByText(new RegExp(`à ${said.replaceAll(" ", "\\s")}, par courriel`)).waitFor()
}
