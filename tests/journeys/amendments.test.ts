import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { found } from "./people.ts"
import { reportPdf } from "./reports.ts"

// A report comes as a PDF, is amended by touching its paragraphs, meets another group's amendment, and comes again changed.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit()
  await found(app, page, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GRL", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
})
after(() => app?.stop())

const head = "CONSEIL RÉGIONAL DES DEUX-RIVES"
const first = [
  "Article 1er",
  "La Région verse une aide de 100 000 euros aux communes.",
  "L’aide est versée en une fois, au printemps.",
]
const second = ["Article 2", "Un rapport est rendu chaque année au conseil régional."]
const changed = first.with(1, "La Région verse une aide de 120 000 euros aux communes.")

describe("a report", () => {
  it("is brought in as a PDF, and looked at as it was read", async () => {
    await step(page, "bring", async () => {
      await page.goto("/amendements")
      await isFitForAll(page)
      await page.getByRole("link", { name: "Amender un texte" }).first().click()
      await page.getByLabel("Titre du texte", { exact: true }).fill("Aide aux communes")
      await page.getByLabel(/^Numéro/).fill("214")
      const file = reportPdf([
        [head, ...first],
        [head, ...second],
      ])
      await page
        .getByLabel("Fichier", { exact: true })
        .setInputFiles({ name: "rapport-214.pdf", mimeType: "application/pdf", buffer: Buffer.from(file) })
      await page.getByRole("link", { name: "rapport-214.pdf" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Lire le texte" }).click()
      await page.getByRole("heading", { name: "Relire la version 1" }).waitFor()
      await page.getByText("5 lignes lues").waitFor({ timeout: 30_000 })
      await page.getByText(/2 lignes d’en-tête/).waitFor()
      await page.getByRole("button", { name: second[1]! }).click()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Amender cette version 1" }).click()
      await page.getByRole("heading", { name: "Aide aux communes" }).waitFor()
    })
  })

  it("is amended by writing a paragraph as it should read", async () => {
    await step(page, "amend", async () => {
      await page.getByRole("link", { name: first[1]! }).click()
      await page
        .getByLabel("L’alinéa tel qu’il devrait être", { exact: true })
        .fill(first[1]!.replace("100 000", "150 000"))
      await page
        .getByText(/alinéa 1, remplacer le nombre «\s100 000\s» par le nombre «\s150 000\s»/)
        .first()
        .waitFor()
      await page.getByRole("radio", { name: "ajoute une dépense" }).check({ force: true })
      await page.getByLabel(/^Montant/).fill("50000")
      await page.getByLabel(/^Exposé des motifs/).fill("Cent mille euros ne suffisent pas.")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer l’amendement" }).click()
      await page.getByRole("heading", { name: "Projet, Inès Vandermeer" }).waitFor()
      await page.getByText("L’économie ou la recette qui équilibre cet amendement").first().waitFor()
      await isFitForAll(page)
    })
  })

  it("shows what meets the amendment of another group", async () => {
    await step(page, "other", async () => {
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Noter celui d’un autre groupe" }).click()
      await page.getByLabel("Groupe", { exact: true }).fill("Les Crêtes")
      await page.getByLabel(/^Numéro de l’amendement/).fill("7")
      await page.getByRole("button", { name: first[1]!, exact: true }).click()
      await page.getByRole("button", { name: "Supprimer", exact: true }).click()
      await page.getByRole("button", { name: "Noter l’amendement" }).click()
      await page.getByText("C’est noté. Vous pouvez noter le suivant.").waitFor()
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Tableau des amendements" }).click()
      await page
        .getByText(/l’un supprime ce que l’autre change/)
        .first()
        .waitFor()
      await page.getByText(/S’il est adopté, tombe/).waitFor()
      await isFitForAll(page)
    })
  })

  it("is sub-amended on what another group’s amendment says", async () => {
    await step(page, "sub-amend", async () => {
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Noter celui d’un autre groupe" }).click()
      await page.getByLabel("Groupe", { exact: true }).fill("Les Plaines")
      await page.getByLabel(/^Numéro de l’amendement/).fill("9")
      await page.getByRole("button", { name: /aide est versée en une fois/ }).click()
      await page.getByLabel("L’alinéa tel qu’il devrait être", { exact: true }).fill("L’aide est versée en deux fois.")
      await page.getByRole("button", { name: "Noter l’amendement" }).click()
      await page.getByText("C’est noté. Vous pouvez noter le suivant.").waitFor()
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Les Plaines, n° 9" }).first().click()
      await page.getByRole("link", { name: "Sous-amender", exact: true }).click()
      await page.getByRole("heading", { name: "Sous-amender Les Plaines, n° 9" }).waitFor()
      await page.getByLabel("L’alinéa tel qu’il devrait être", { exact: true }).fill("L’aide est versée en trois fois.")
      await page
        .getByText(/Dans le texte de l’amendement n° 9 \(Les Plaines\), alinéa 1/)
        .first()
        .waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer le sous-amendement" }).click()
      await page.getByRole("heading", { name: /^Projet de sous-amendement/ }).waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: "Faire relire, valider, déposer" }).click()
      // Its words come from what it changes: there is no other way to write it.
      await page.getByRole("link", { name: "Écrire l’amendement" }).first().click()
      await page.getByRole("heading", { name: /^Modifier Projet de sous-amendement/ }).waitFor()
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Tableau des amendements" }).click()
      await page.getByText("Mis aux voix avant l’amendement n° 9 (Les Plaines) ; tombe avec lui.").waitFor()
      await isFitForAll(page)
    })
  })

  it("takes over what the assembly published of the amendments of others", async () => {
    await step(page, "take", async () => {
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Reprendre les amendements des autres" }).click()
      const table = [
        ["Nature", "Numéro", "Subdivision", "Alinéa", "Auteur", "Au nom de", "Dispositif", "Objet", "Sort"],
        [
          "Amt",
          "31",
          "Article 2",
          "1",
          "Mme COHEN",
          "groupe CRCE",
          "<p>Supprimer cet article.</p>",
          "<p>Inutile.</p>",
          "",
        ],
        ["Amt", "7", "Article 1er", "", "M. DOOR", "", "", "", "Rejeté"],
      ]
      const csv = `sep=\t\n${table.map((row) => row.join("\t")).join("\n")}`
      await page
        .getByLabel("Fichiers publiés par l’assemblée", { exact: true })
        .setInputFiles({ name: "jeu_complet.csv", mimeType: "text/csv", buffer: Buffer.from(csv) })
      await page.getByText("Article 1er · rejeté · déjà noté : complété").waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Noter ces 2 amendements" }).click()
      await page.getByRole("link", { name: "CRCE, n° 31" }).waitFor()
      await page.getByText("Supprimer l’article 2.").waitFor()
    })
  })

  it("comes again changed: the amendment under which it changed is taken up", async () => {
    await step(page, "again", async () => {
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Verser une nouvelle version" }).click()
      await page.getByRole("radio", { name: "Texte collé" }).check({ force: true })
      await page.getByLabel("Texte", { exact: true }).fill([...changed, ...second].join("\n"))
      await page.getByRole("button", { name: "Lire le texte" }).click()
      await page.getByRole("button", { name: "Amender cette version 2" }).click()
      await page
        .getByText(/sont à reprendre|est à reprendre/)
        .first()
        .waitFor()
      await page.getByRole("link", { name: /À reprendre sur la nouvelle version.*Inès/ }).click()
      await page.getByText("Les mots qu’il visait ont changé.").waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: "Reprendre", exact: true }).click()
      await page
        .getByText(/remplacer le nombre «\s120 000\s» par le nombre «\s150 000\s»/)
        .first()
        .waitFor()
      await page.getByLabel(/^Équilibre/).fill("Chapitre 930, moins 50 000 euros.")
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await page.getByRole("heading", { name: "Ce qu’il demande" }).waitFor()
    })
  })

  it("is shown with the amendments one chooses", async () => {
    await step(page, "consolidated", async () => {
      await page.getByRole("link", { name: "Aide aux communes" }).first().click()
      await page.getByRole("link", { name: "Texte consolidé" }).click()
      await page.getByRole("checkbox", { name: "Projet, Inès Vandermeer" }).check({ force: true })
      await page.locator("ins").filter({ hasText: "150 000" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Texte propre" }).click()
      await page.getByText(first[1]!.replace("100 000", "150 000")).waitFor()
      assert.equal(await page.locator("del").count(), 0)
    })
  })

  it("is taken away as the assembly wants it: tracked changes, sheets, a table, Akoma Ntoso", async () => {
    /** What comes behind a link of the page, by its first bytes: a PDF, a ZIP of an office program, a text. */
    const taken = async (name: string | RegExp, begins: string) => {
      const to = await page.getByRole("link", { name, exact: true }).first().getAttribute("href")
      const answer = await page.request.get(to!)
      assert.equal(answer.status(), 200, to!)
      assert.ok((await answer.body()).subarray(0, 200).toString("latin1").includes(begins), to!)
    }
    await step(page, "exports", async () => {
      await taken("Word, modifications suivies", "PK")
      await page.goBack()
      await page.getByRole("link", { name: "Projet, Inès Vandermeer", exact: true }).first().click()
      await taken("Feuille PDF", "%PDF")
      await taken("Feuille Word", "PK")
      await taken("Feuille OpenDocument", "PK")
      await taken("Akoma Ntoso", "<")
      await page.goBack()
      await page.getByRole("link", { name: "Tableau des amendements" }).click()
      await taken("PDF", "%PDF")
      await taken("Akoma Ntoso", "<")
      await taken(/^CSV/, ";")
      await isFitForAll(page)
    })
  })
})
