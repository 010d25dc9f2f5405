import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { ask, charge, found, give, letterTo } from "./people.ts"

// The first month of a new administrative secretary: the list she was handed, the records written twice in it, a new treasurer, a
// letter that asks what is held, and a member without e-mail. On a phone where somebody would be on a phone.
let app: App
let page: Page
let bodyId = ""
before(async () => {
  app = await startApp()
  page = await app.visit()
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
})
after(() => app?.stop())

const title = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor()
const folded = (name: string) => name.normalize("NFD").replaceAll(/[^\w]/g, "").toLowerCase()

/** Three hundred lines as a predecessor keeps them: her own headings, blanks, capitals, a line without a name, some people twice. */
const list = () => {
  const given = ["Zoé", "Noël", "Chloé", "Jean-Baptiste", "Anne-Lise", "Rémy", "Fatou", "Óscar", "Inès", "Loïc"]
  const family = ["Lefèvre", "Aït-Saïd", "Van den Broeck", "D’Hondt", "Nguyễn", "Peeters"]
  const lines = Array.from({ length: 294 }, (_, n) => {
    const [first, last] = [
      given[n % 10]!,
      `${family[n % 6]!} ${String.fromCharCode(65 + (n % 26), 97 + Math.floor(n / 26))}u`,
    ]
    const mail = n % 7 === 0 ? "" : `${folded(first)}.${n}@x.example`
    return [
      n % 5 ? last : last.toUpperCase(),
      first,
      mail,
      `04${70 + (n % 9)} ${10 + (n % 90)} ${n}`,
      n % 3 ? "5000" : "",
    ]
  })
  const twice = lines
    .slice(1, 6)
    .map(([last, first, , phone, postcode]) => [last!.toLowerCase(), first!, "", phone!, postcode!])
  return [["NOM ", "prénom", "E-Mail", "N° de GSM", "C.P."], ...lines, ...twice, ["", "", "sans.nom@x.example", "", ""]]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(";"))
    .join("\r\n")
}

describe("the first month of an administrative secretary", () => {
  it("brings in a messy list of three hundred, each line accounted for", async () => {
    await step(page, "import", async () => {
      await page.goto("/personnes/importer")
      await page
        .getByLabel("Fichier", { exact: true })
        .setInputFiles({ name: "membres.csv", mimeType: "text/csv", buffer: Buffer.from(list(), "utf8") })
      await page.getByRole("button", { name: "Regarder ligne par ligne" }).click()
      const add = page.getByRole("button", { name: /^Ajouter \d+ personnes$/ })
      await add.waitFor()
      await isFitForAll(page)
      await add.click()
      await title("Import terminé")
      await settled(page)
      const { total } = await ask(page, "people.list", { bodyId, limit: "1" })
      assert.ok(total > 290, `${total} people`)
    })
  })

  it("makes one of the two records of somebody", async () => {
    await step(page, "merge", async () => {
      await page.goto("/personnes/doublons")
      await title("Doublons")
      const seek = page.getByRole("button", { name: "Chercher maintenant" })
      if (await seek.count()) await seek.click()
      const first = page.locator("tbody tr").first()
      await first.waitFor()
      await isFitForAll(page)
      await first.getByRole("link").first().click()
      await page.getByRole("heading", { level: 1 }).waitFor()
      await settled(page)
      await isFitForAll(page)
      await page.getByRole("button", { name: "C’est la même personne" }).click()
      await page.locator("dialog[open]").getByRole("button", { name: "Réunir" }).click()
      await page.getByText("n’a plus qu’une fiche").waitFor()
    })
  })

  it("names a new treasurer, and the rights of the one before end that day", async () => {
    await step(page, "treasurer", async () => {
      const [{ id: karim }, { id: fatou }] = await Promise.all([added("Karim", "Trésor"), added("Fatou", "Suivante")])
      await charge(page, bodyId, "webmaster", [karim])
      const { functions } = await ask(page, "functions.list", { bodyId })
      const { id: functionId } = functions.find(({ key }: { key: string }) => key === "treasurer")
      const since = Temporal.Now.plainDateISO("Europe/Brussels").subtract({ days: 60 }).toString()
      await give(page, "mandates.record", { personId: karim, functionId, since, origin: "vote" })
      const before = await ask(page, "mandates.rights", { personId: karim })
      await page.goto(`/personnes/${fatou}`)
      await page.getByText("Enregistrer un mandat", { exact: true }).first().click()
      await choose(page, "Fonction", "Trésorerie")
      await page.getByText(/Mettre fin au mandat de Karim Trésor/).waitFor()
      await page.getByText(/Karim Trésor ne pourra plus ici/).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer un mandat" }).click()
      await page
        .getByText(/Trésorière|Trésorier|Trésorerie/)
        .first()
        .waitFor()
      await settled(page)
      const after_ = await ask(page, "mandates.rights", { personId: karim })
      const rights = (of: { groups: { rows: unknown[] }[] }) => of.groups.flatMap(({ rows }) => rows).length
      assert.ok(rights(after_) < rights(before), "what the treasury gave him is gone today")
      assert.ok(rights(after_) > 0, "what his other function gives him is not")
      await page.goto(`/personnes/${karim}/droits`)
      await title("Ce que cette personne peut faire")
      assert.equal(await page.getByText(/Trésorier/).count(), 0)
    })
  })

  it("answers a letter that asks what is held, and the person finds it whole", async () => {
    await step(page, "access", async () => {
      const { id: personId } = await added("Yvonne", "Demandeuse", { email: "yvonne@x.example" })
      await page.goto(`/personnes/${personId}`)
      await page.getByRole("link", { name: "Vie privée" }).click()
      await title("Vie privée")
      await page.getByText("Noter une demande reçue", { exact: true }).first().click()
      await page.getByLabel("savoir ce qui est gardé").check()
      await page.getByRole("button", { name: "Noter une demande reçue" }).click()
      await page.getByText(/réponse due le/).waitFor()
      await page.goto("/")
      await page.getByText(/Yvonne Demandeuse demande à savoir ce qui est gardé/).waitFor()
      await page.goto(`/personnes/${personId}/vie-privee`)
      await page.getByRole("button", { name: "Envoyer à la personne" }).click()
      await page.locator("dialog[open]").getByRole("button", { name: "Envoyer à la personne" }).click()
      const letter = await letterTo(app, "yvonne@x.example", /garde à votre sujet/)
      assert.equal(letter.attachments[0]?.filename, "donnees.pdf")
      await page.getByText("Répondre", { exact: true }).first().click()
      await page.getByLabel(/Ce qui a été fait/).fill("Envoyé par courriel.")
      await page.getByRole("button", { name: "Répondre" }).click()
      await page.getByText("répondue").first().waitFor()
      await isFitForAll(page)
    })
  })

  it("prints the list for a member without e-mail, from a phone", async () => {
    const phone = await app.visit({ width: 360, height: 740 })
    await phone.context().addCookies(await page.context().cookies())
    await step(phone, "print", async () => {
      await phone.goto("/membres/imprimer")
      const link = phone.getByRole("link", { name: "Liste des membres", exact: true })
      await link.waitFor()
      await isFitForAll(phone)
      const pdf = await phone.request.get((await link.getAttribute("href"))!)
      assert.equal(pdf.status(), 200)
      assert.match((await pdf.body()).subarray(0, 5).toString(), /%PDF-/)
    })
  })

  const added = async (given_name: string, family_name: string, more: object = {}): Promise<{ id: string }> => {
    const membership = { ring: "member", since: "2026-01-01" }
    const { personId } = await give(page, "people.add", { bodyId, given_name, family_name, membership, ...more })
    return { id: personId }
  }
})
