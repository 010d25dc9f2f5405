import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { zipSync } from "fflate"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { found, give } from "./people.ts"
import { reportPdf } from "./reports.ts"

// A plenary, from the archive that the institution sends to what it decided.
let app: App
let page: Page
let bodyId: string
before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GRL", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
})
after(() => app?.stop())

const day = Temporal.Now.plainDateISO("Europe/Paris").add({ days: 14 }).toString()
const eve = Temporal.PlainDate.from(day).subtract({ days: 2 }).toString()
const reports: [number: number, subject: string, money: string][] = [
  [214, "Plan vélo régional 2026-2031", "18 000 000"],
  [215, "Rénovation énergétique des lycées", "42 500 000"],
  [216, "Aide aux librairies indépendantes", "350 000"],
]

describe("a plenary", () => {
  before(() => give(page, "meetings.prepare", { bodyId, title: "Réunion du groupe", day: eve, at: "18:00" }))

  it("is noted with its assembly", async () => {
    await step(page, "note", async () => {
      await page.goto("/seances")
      await isFitForAll(page)
      await page.getByRole("link", { name: "Nouvelle séance" }).first().click()
      await page.getByLabel("Nom de l’assemblée", { exact: true }).fill("Conseil régional des Deux-Rives")
      await page.getByLabel("Intitulé", { exact: true }).fill("Plénière de décembre")
      await page.getByLabel("Jour", { exact: true }).fill(day)
      await isFitForAll(page)
      await page.getByRole("button", { name: "Noter la séance" }).click()
      await page.getByRole("heading", { name: "Plénière de décembre" }).waitFor()
      await page.getByText("Les rapports de la séance").waitFor()
      await isFitForAll(page)
    })
  })

  it("says its deadlines, and asks for what only the assembly’s own rules can say", async () => {
    await step(page, "deadlines", async () => {
      await page.getByText("Rapports et convocation, à recevoir").waitFor()
      await page
        .getByText(/avant la séance.: 12 jours, à compter de l’envoi/)
        .first()
        .waitFor()
      await page.getByRole("link", { name: "Compléter les règles" }).click()
      await page.getByRole("heading", { name: "Que dit le règlement de votre assemblée ?" }).waitFor()
      await page
        .getByLabel(/peut-on déposer un amendement|un amendement peut-il être déposé/)
        .first()
        .fill("4")
      await page.getByLabel(/^Article du règlement/).fill("Règlement intérieur, art. 34")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer les règles" }).click()
      await page.getByRole("heading", { name: "Conseil régional des Deux-Rives" }).waitFor()
      await page.getByText("Règlement intérieur, art. 34").first().waitFor()
    })
  })

  it("knows who sits in the assembly, out of the list that the institution publishes", async () => {
    await step(page, "members", async () => {
      await page.getByRole("link", { name: "Reprendre une liste" }).click()
      const list = [
        "Nom;Prénom;Groupe;Sigle;Position;Fonction",
        "Vandermeer;Inès;Les Rives écologistes;LRE;opposition;",
        "Garnier;Paul;Union régionale;UR;majorité;vice-président",
        ";;Union régionale;UR;majorité;",
      ].join("\n")
      await page
        .getByLabel("Liste des membres", { exact: true })
        .setInputFiles({ name: "conseil.csv", mimeType: "text/csv", buffer: Buffer.from(list) })
      await page.getByText("Les Rives écologistes (LRE) (le nôtre)").waitFor()
      await page.getByText("aucun nom sur cette ligne").waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Reprendre cette liste" }).click()
      await page.getByRole("heading", { name: "Conseil régional des Deux-Rives" }).waitFor()
      await page.getByText("Union régionale").first().waitFor()
      await isFitForAll(page)
      await page.goto("/seances")
      await page.getByRole("link", { name: "Plénière de décembre" }).click()
      await page.getByText("Amendements").first().waitFor()
      await isFitForAll(page)
    })
  })

  it("takes the order of business that the institution sends, once it was shown", async () => {
    await step(page, "agenda", async () => {
      const lines = ["ORDRE DU JOUR", "", ...reports.map(([number, subject]) => `${number}. ${subject}`), "215. Divers"]
      await page
        .getByLabel("Ordre du jour de l’assemblée", { exact: true })
        .setInputFiles({ name: "ordre.pdf", mimeType: "application/pdf", buffer: Buffer.from(reportPdf([lines])) })
      await page.getByText("Le numéro 215 est donné à deux points").waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Reprendre cet ordre du jour" }).click()
      await page.getByText("Repris : 4 ajoutés, 0 renommés, 0 retirés.").waitFor()
      await page.getByRole("link", { name: "Divers" }).waitFor()
      await isFitForAll(page)
    })
  })

  it("receives its reports in one archive: each becomes an item, and what cannot be read is said", async () => {
    await step(page, "receive", async () => {
      const archive = zipSync({
        ...Object.fromEntries(
          reports.map(([number, subject, money]) => [
            `Commission ${number}/Rapport ${number} - ${subject}.pdf`,
            reportPdf([
              ["CONSEIL RÉGIONAL DES DEUX-RIVES", `RAPPORT N° ${number}`, "", `Objet : ${subject}`, "", `${money} €`],
            ]),
          ]),
        ),
        "Rapport 217 - Plan numérisé.pdf": reportPdf([null]),
        "Installer.exe": new Uint8Array([77, 90]),
      })
      await page
        .getByLabel("Rapports", { exact: true })
        .setInputFiles({ name: "pleniere.zip", mimeType: "application/zip", buffer: Buffer.from(archive) })
      await page.getByRole("link", { name: "pleniere.zip" }).waitFor()
      await page.getByRole("button", { name: "Recevoir ces documents" }).click()
      await page.getByText("6 fichiers reçus, dont 2 à regarder.").waitFor({ timeout: 60_000 })
      for (const [number, subject] of reports) {
        const row = page
          .getByRole("listitem")
          .filter({ hasText: String(number) })
          .filter({ hasText: subject })
        await row.first().waitFor()
      }
      await page.getByText("Ce genre de fichier n’est pas repris.").first().waitFor()
      await isFitForAll(page)
    })
  })

  it("is shared out: each says what they would read, and the proposal is confirmed in one gesture", async () => {
    await step(page, "share", async () => {
      await page.getByRole("link", { name: "Répartir", exact: true }).click()
      await page.getByRole("heading", { name: "Proposition de répartition" }).waitFor()
      await choose(page, "Mon souhait : 214 · Plan vélo régional 2026-2031", "je voudrais le lire")
      await page.getByRole("button", { name: "Enregistrer mes souhaits" }).click()
      await page.getByText("Vos souhaits sont notés.").waitFor()
      await page.getByText("proposé : le souhaite").waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Confirmer la répartition" }).click()
      await page.getByText("La répartition est faite.").waitFor()
      await page.getByText("lu par Inès Vandermeer").first().waitFor()
    })
  })

  it("has its items given to read, and a position on each", async () => {
    await step(page, "position", async () => {
      await page.getByRole("link", { name: reports[0]![1] }).first().click()
      await page.getByRole("heading", { name: reports[0]![1] }).waitFor()
      await page.getByText("18 000 000").first().waitFor()
      await page.getByText("Confier à quelqu’un d’autre").click()
      await pick(page, /Qui lit ce point/, "Inès")
      await page.getByRole("button", { name: "Confier la lecture" }).click()
      await page.getByText("La lecture est confiée.").waitFor()
      await page.getByLabel(/^De quoi il s’agit/).fill("Douze kilomètres de pistes par an.")
      await page.getByLabel("La fiche est prête pour les autres").check()
      await page.getByRole("button", { name: "Enregistrer la fiche" }).click()
      await page.getByText("La fiche est enregistrée.").waitFor()
      await choose(page, "Vote", "pour")
      await page.getByLabel(/^À quelle condition/).fill("si l’amendement 1 est adopté")
      await page.getByRole("button", { name: "Enregistrer la position" }).click()
      await page.getByText("La position est notée.").waitFor()
      await isFitForAll(page)
    })
  })

  it("goes onto the agenda of our own meeting, with who speaks and who is where", async () => {
    await step(page, "prepare", async () => {
      await page.getByRole("button", { name: "À l’ordre du jour de cette réunion" }).click()
      await page.getByText("C’est à l’ordre du jour.").waitFor()
      await page.getByRole("link", { name: /^Réunion du groupe/ }).waitFor()
      await pick(page, /^Prise de parole 1/, "Inès")
      await page.getByLabel(/^Minutes de la prise de parole 1/).fill("5")
      await page.getByRole("button", { name: "Enregistrer les prises de parole" }).click()
      await page.getByText("La parole est répartie.").waitFor()
      await page.getByText("5 minutes données ; le temps du groupe n’est pas encore dit.").waitFor()
      await isFitForAll(page)
      await page.getByRole("link", { name: "Plénière de décembre" }).click()
      await page.getByRole("button", { name: /^Modifier.*Inès Vandermeer/ }).click()
      await choose(page, "Où sera Inès Vandermeer", "en séance")
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await page.getByLabel(/^Où sera Inès Vandermeer/).waitFor({ state: "detached" })
      await page.getByText("en séance", { exact: true }).waitFor()
      await isFitForAll(page)
      await page.goto(`/agenda?jour=${day}`)
      await page.getByText("Plénière de décembre").first().waitFor()
      await isFitForAll(page)
      await page.goto("/seances")
      await page.getByRole("link", { name: "Plénière de décembre" }).click()
      await page.getByRole("link", { name: reports[0]![1] }).first().click()
      await page.getByRole("heading", { name: reports[0]![1] }).waitFor()
    })
  })

  it("ends with what the assembly decided", async () => {
    await step(page, "outcome", async () => {
      await page.getByText("Indiquer l’issue").click()
      await choose(page, "Issue", "adopté, amendé")
      await page.getByLabel(/^Voix pour/).fill("47")
      await page.getByLabel(/^Voix contre/).fill("32")
      await page.getByRole("button", { name: "Enregistrer l’issue" }).click()
      await page.getByText("L’issue est notée.").waitFor()
      await page.getByRole("link", { name: "Plénière de décembre" }).click()
      const row = page.getByRole("listitem").filter({ hasText: reports[0]![1] }).first()
      await row.getByText("adopté, amendé").waitFor()
      assert.match(await row.innerText(), /lu par Inès Vandermeer/)
    })
  })
})
