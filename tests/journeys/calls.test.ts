import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import sharp from "sharp"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { ask, enter, found, give, letterTo } from "./people.ts"

// A secretary calls for two secretaries; a member stands on her phone, another by letter, one who came too late reads why not.
let app: App
let page: Page
let sarah: Page
let hugo: Page
let ana: string

const today = Temporal.Now.plainDateISO("Europe/Brussels")

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  sarah = await app.visit({ width: 360, height: 740 })
  hugo = await app.visit({ width: 360, height: 740 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  for (const [given_name, family_name, form, since] of [
    ["Sarah", "Duchemin", "f", "2020-01-01"],
    ["Hugo", "Lambrechts", "m", today.subtract({ months: 1 }).toString()],
    ["Anatole", "Peeters", "m", "2020-01-01"],
  ] as const) {
    const email = `${given_name.toLowerCase()}@valmont.example`
    const membership = { ring: "member", since }
    const person = { bodyId, given_name, family_name, form, sure: true, membership }
    const { personId } = await give(page, "people.add", { ...person, ...(given_name !== "Anatole" && { email }) })
    if (given_name === "Anatole") ana = personId
    else await give(page, "accounts.invite", { personId })
  }
  await enter(app, sarah, "sarah@valmont.example")
  await enter(app, hugo, "hugo@valmont.example")
})
after(() => app?.stop())

// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const button = (where: Page, name: string) => where.getByRole("button", { name, exact: true })
/** The act, then the one of the dialog that says what will happen. */
const sure = async (where: Page, name: string) => {
  await button(where, name).click()
  await where.getByRole("dialog").getByRole("button", { name, exact: true }).click()
}

const portrait = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600"><rect width="480" height="600" fill="#cfd8d3"/>
       <circle cx="240" cy="230" r="120" fill="#8a5a44"/><path d="M40 600q200-420 400 0z" fill="#2f5d50"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer()

describe("a call for candidates", () => {
  it("is written from a model and published by the secretary", async () => {
    await step(page, "write", async () => {
      await page.goto("/appels")
      await page.getByRole("link", { name: "Nouvel appel" }).first().click()
      await page.getByLabel(/^Titre/).fill("Deux secrétaires pour la locale")
      await page.getByLabel("Pour", { exact: true }).selectOption({ index: 1 })
      await page.getByLabel("Sièges à pourvoir", { exact: true }).fill("2")
      await page.getByLabel("Par paires, une femme et un homme").check()
      await page.getByLabel("Les membres", { exact: true }).check()
      await page.getByLabel("Ancienneté minimale", { exact: true }).fill("3")
      await page.getByLabel("Dernier jour", { exact: true }).fill(today.add({ days: 20 }).toString())
      await page.getByText(/Il faut être membre depuis 3 mois au moins/).waitFor()
      await page.getByText(/Les sièges vont par paires/).waitFor()
      await isFitForAll(page)
      await shot(page, "nouvel-appel-1280")
      await button(page, "Préparer l’appel").click()
      await page.getByRole("heading", { level: 1, name: "Deux secrétaires pour la locale" }).waitFor()
      await shot(page, "brouillon-1280")
      await sure(page, "Publier l’appel")
      await page.getByText("Ouvert", { exact: true }).first().waitFor()
      await isFitForAll(page)
    })
    await letterTo(app, "sarah@valmont.example", /Deux secrétaires/)
  })

  it("is answered on a phone, and says to whoever came too late why they may not", async () => {
    await step(sarah, "stand", async () => {
      await sarah.goto("/")
      await sarah.getByRole("link", { name: /^Lire l’appel/ }).click()
      await sarah
        .getByText(/membre depuis le 1er janvier 2020/)
        .first()
        .waitFor()
      await sarah
        .getByLabel(/^Motivations/)
        .fill("Je tiens les listes depuis deux ans, et j’aime que tout soit prêt à temps.")
      await sarah
        .getByLabel(/^Photo/)
        .setInputFiles({ name: "sarah.jpg", mimeType: "image/jpeg", buffer: await portrait() })
      await sarah.getByRole("link", { name: "sarah.jpg" }).waitFor()
      await sarah.getByLabel(/^Je me présente librement/).check()
      await isFitForAll(sarah)
      await shot(sarah, "se-presenter-360")
      await button(sarah, "Je me présente").click()
      await sarah.getByText(/^Vous vous présentez/).waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "presentee-360")
    })
    await step(hugo, "may not", async () => {
      await hugo.goto("/appels")
      await hugo.getByRole("link", { name: "Deux secrétaires pour la locale" }).first().click()
      await hugo.getByText(/Vous ne pouvez pas vous présenter ici.*membre depuis moins de 3 mois/).waitFor()
      await hugo.getByText("Les candidatures se voient après la clôture.").waitFor()
      await isFitForAll(hugo)
      await shot(hugo, "ne-peut-pas-360")
    })
  })
})
