import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { pick } from "./hands.ts"
import { found, give, letterTo } from "./people.ts"

// Somebody writes on the page open to all, from her phone; the secretariat takes care of her; she sees where she stands, and goes.
let app: App
let page: Page
let phone: Page
before(async () => {
  app = await startApp()
  page = await app.visit()
  phone = await app.visit({ width: 360, height: 740 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  await give(page, "people.add", {
    bodyId,
    given_name: "Hugo",
    family_name: "Lambrechts",
    email: "hugo@lisle.example",
    sure: true,
    membership: { ring: "member", since: "2024-01-01" },
  })
})
after(() => app?.stop())

const title = (where: Page, name: string | RegExp) => where.getByRole("heading", { level: 1, name }).waitFor()
// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const linkIn = (html: string | false | undefined, letter: string) =>
  new RegExp(`href="([^"]*/${letter}/v1[^"]*)"`).exec(html || "")![1]!
const email = "sarah@ailleurs.example"

describe("a newcomer, from the page to their contact", () => {
  it("finds a page once the secretariat has opened it", async () => {
    await step(page, "open the page", async () => {
      await page.goto("/personnes")
      await page.getByRole("link", { name: "Accueil" }).click()
      await title(page, "Accueil")
      await isFitForAll(page)
      await page.getByRole("link", { name: "Ouvrir une page à toutes et tous" }).click()
      await title(page, "Page ouverte à toutes et tous")
      await page.getByLabel("Fin de l’adresse").fill("lisle")
      await page.getByLabel("La page est ouverte").check()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer" }).click()
      await page.getByRole("link", { name: `${app.url}/accueil/lisle` }).waitFor()
      await shot(page, "page-1280")
      for (const name of ["Affiche", "Bulletin"]) {
        const address = await page.getByRole("link", { name: new RegExp(name) }).getAttribute("href")
        const paper = await page.request.get(address!)
        assert.equal(paper.headers()["content-type"], "application/pdf")
        if (process.env["SHOTS"]) {
          const { writeFile } = await import("node:fs/promises")
          await writeFile(`${process.env["SHOTS"]}/${name}.pdf`, await paper.body())
        }
      }
    })
  })

  it("writes from a phone, and confirms by the letter", async () => {
    await step(phone, "write", async () => {
      await phone.goto("/accueil/lisle")
      await title(phone, "Rejoignez-nous")
      await isFitForAll(phone)
      await shot(phone, "public-360")
      await phone.getByLabel("Prénom").fill("Sarah")
      await phone.getByLabel("Nom de famille").fill("Duchemin")
      await phone.getByLabel("Courriel").fill(email)
      await phone.getByLabel("aider").check()
      await phone.getByLabel("Un message (si vous voulez)").fill("Je connais bien le quartier.")
      await phone.getByLabel(/J’accepte que/).check()
      await phone.getByRole("button", { name: "Envoyer" }).click()
      await title(phone, "Encore un geste")
      await isFitForAll(phone)
      await page.goto("/arrivants")
      await page.getByText("1 demande attend").waitFor()
      assert.equal(await page.getByText("Duchemin").count(), 0)
      await phone.goto(linkIn((await letterTo(app, email, /Confirmez/)).html, "c"))
      await phone.getByRole("button", { name: "Oui, c’est bien moi" }).click()
      await title(phone, /Sarah, où en êtes-vous/)
      await phone.getByText("Nous choisissons qui vous répondra.").waitFor()
      await isFitForAll(phone)
      await shot(phone, "standing-360")
    })
  })

  it("is on the page of today, is given to somebody, and goes one step at a time", async () => {
    await step(page, "take care", async () => {
      await page.goto("/")
      await page.getByText("Dire qui accueille Sarah Duchemin").waitFor()
      await page.goto("/arrivants")
      await page.getByRole("link", { name: "Sarah Duchemin" }).waitFor()
      await shot(page, "board-1280")
      await page.getByRole("link", { name: "Sarah Duchemin" }).click()
      await title(page, "Sarah Duchemin")
      await isFitForAll(page)
      await shot(page, "newcomer-1280")
      await page.getByRole("button", { name: "Je m’en occupe" }).click()
      await page.getByRole("heading", { name: /Maintenant.*Premier contact/ }).waitFor()
      await page.getByLabel("Un mot sur ce qui s’est passé").fill("Appelée, café jeudi.")
      await page.getByRole("button", { name: "C’est fait" }).click()
      await page.getByRole("heading", { name: /Maintenant.*Appel ou café/ }).waitFor()
      await isFitForAll(page)
      await shot(page, "newcomer-step-1280")
      await page.goto("/arrivants/annee")
      await title(page, /bilan/)
      await isFitForAll(page)
      await shot(page, "year-1280")
      await page.goto("/arrivants/etapes")
      await title(page, "Étapes")
      await isFitForAll(page)
      // From the keyboard, as an agenda: the third comes before the second.
      await page.getByLabel("Étape 3", { exact: true }).press("Alt+ArrowUp")
      await page.getByText(/Invitation à une réunion.*place 2 sur 6/).waitFor({ state: "attached" })
      await shot(page, "steps-1280")
      await page.getByRole("button", { name: "Enregistrer" }).click()
      await page.getByText("C’est enregistré.").waitFor()
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot(page, "steps-360")
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto("/arrivants")
      await page.getByRole("link", { name: "Sarah Duchemin" }).click()
      const journey = page.getByRole("listitem").filter({ hasText: "Adhésion" })
      await journey.getByText("Confier ou dater").click()
      await pick(page, /Une personne de l’instance/, "Lambrechts")
      await journey.getByLabel("À faire avant le").fill(Temporal.Now.plainDateISO().add({ days: 9 }).toString())
      await journey.getByRole("button", { name: "Enregistrer" }).click()
      await journey.getByText("pour Hugo Lambrechts").waitFor()
      await letterTo(app, "hugo@lisle.example", /Pour Sarah Duchemin/)
      await isFitForAll(page)
      await shot(page, "newcomer-hands-1280")
      await page.goto("/arrivants/liste?outcome=in_time")
      await page.getByRole("link", { name: "Sarah Duchemin" }).waitFor()
      await isFitForAll(page)
      await shot(page, "list-1280")
    })
  })

  it("sees who takes care of her, and has everything erased by one click", async () => {
    await step(phone, "forget", async () => {
      const letter = await letterTo(app, email, /Votre contact/)
      assert.match(letter.text ?? "", /Amina Belkacem/)
      await phone.goto(linkIn(letter.html, "n"))
      await phone.getByText("Amina Belkacem").waitFor()
      assert.equal(await phone.getByText("Appelée, café jeudi.").count(), 0)
      await shot(phone, "standing-2-360")
      await phone.getByRole("button", { name: "Arrêter et tout effacer" }).click()
      await phone.getByText("n’a plus rien de vous").waitFor()
      await page.goto("/arrivants")
      await page.getByText("Personne en chemin pour l’instant").waitFor()
    })
  })

  it("is noted from a phone at the market", async () => {
    await step(page, "note", async () => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto("/arrivants/noter")
      await title(page, "Noter un·e arrivant·e")
      await isFitForAll(page)
      await page.getByLabel("Prénom").fill("Ivan")
      await page.getByLabel("Nom de famille").fill("Petrov")
      await page.getByLabel("Téléphone").fill("0470 11 22 33")
      await page.getByLabel("Donné de vive voix").check({ force: true })
      await page.getByLabel("Noter ensuite une autre personne").check({ force: true })
      await shot(page, "note-360")
      await page.getByRole("button", { name: "Noter", exact: true }).click()
      await page.getByText("Ivan Petrov est dans la liste.").waitFor()
      // At the stand the next one stands there already: an empty form, what does not change kept.
      assert.equal(await page.getByLabel("Prénom").inputValue(), "")
      assert.ok(await page.getByLabel("Donné de vive voix").isChecked())
      await page.getByLabel("Prénom").fill("Maya")
      await page.getByLabel("Nom de famille").fill("Okoye")
      await page.getByLabel("Téléphone").fill("0470 44 55 66")
      await page.getByLabel("Noter ensuite une autre personne").uncheck({ force: true })
      await page.getByRole("button", { name: "Noter", exact: true }).click()
      await title(page, "Maya Okoye")
      const person = await page.getByRole("link", { name: "Voir la fiche" }).getAttribute("href")
      await page.goto(person!)
      await title(page, "Maya Okoye")
      await page.getByRole("heading", { level: 2, name: "Arrivée" }).waitFor()
      await isFitForAll(page)
      await shot(page, "person-360")
      await page.goto("/arrivants")
      await page.getByRole("link", { name: "Ivan Petrov" }).click()
      await title(page, "Ivan Petrov")
      await isFitForAll(page)
      await shot(page, "newcomer-360")
      await page.goto("/arrivants")
      await page.getByRole("link", { name: "Ivan Petrov" }).waitFor()
      await isFitForAll(page)
      await shot(page, "board-360")
      await page.goto("/arrivants/page")
      await title(page, "Page ouverte à toutes et tous")
      await isFitForAll(page)
      await page.goto("/arrivants/mes-coordonnees")
      await title(page, "Ce que voient les arrivant·es")
      await isFitForAll(page)
    })
  })
})
