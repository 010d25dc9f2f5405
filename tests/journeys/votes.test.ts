import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { enter, found, give } from "./people.ts"

// A secretary puts the budget to the vote by name; two members vote on their phones, one who came too late reads why she does not.
let app: App
let page: Page
let sarah: Page
let hugo: Page

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
  for (const [given_name, family_name] of [
    ["Sarah", "Duchemin"],
    ["Hugo", "Lambrechts"],
  ] as const) {
    const email = `${given_name.toLowerCase()}@valmont.example`
    const membership = { ring: "member", since: "2020-01-01" }
    const { personId } = await give(page, "people.add", {
      bodyId,
      given_name,
      family_name,
      email,
      sure: true,
      membership,
    })
    await give(page, "accounts.invite", { personId })
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

describe("a vote by name", () => {
  it("is prepared and opened by the secretary", async () => {
    await step(page, "prepare", async () => {
      await page.goto("/votes")
      await page.getByRole("link", { name: "Nouveau vote" }).first().click()
      await page.getByLabel(/^Titre/).fill("Adopter le budget")
      await page.getByLabel(/^Plus de voix pour que contre/).check()
      await page.getByText(/^Qui vote, jusqu’à quand/).click()
      await page.getByLabel(/^Les membres$/).check()
      await page.getByLabel(/^Liste électorale arrêtée au/).fill(today.toString())
      await isFitForAll(page)
      await shot(page, "nouveau-1280")
      await button(page, "Préparer le vote").click()
      await page.getByRole("heading", { level: 1, name: "Adopter le budget" }).waitFor()
      await sure(page, "Ouvrir le vote")
      await page.getByText("Ouvert", { exact: true }).first().waitFor()
      await page.getByText("0 sur 3", { exact: true }).waitFor()
      await isFitForAll(page)
    })
  })

  it("waits in Today, and is done on a phone, once", async () => {
    for (const [who, answer] of [
      [sarah, "Pour"],
      [hugo, "Abstention"],
    ] as const)
      await step(who, `vote ${answer}`, async () => {
        await who.goto("/")
        await who.getByRole("link", { name: /^Voter/ }).click()
        await who.getByText(/votre vote se lira à côté de votre nom/).waitFor()
        await who.getByLabel(answer, { exact: true }).check()
        await isFitForAll(who)
        await shot(who, `voter-360-${answer}`)
        await button(who, "Voter").click()
        await who.getByText(new RegExp(`Vous avez voté.*${answer}`)).waitFor()
        await who.getByText("Le résultat n’existe pas encore", { exact: false }).waitFor()
      })
  })

  it("is closed, and its result read by all with who voted what", async () => {
    await step(page, "close", async () => {
      await page.getByText("2 sur 3", { exact: true }).waitFor()
      await sure(page, "Clore et compter")
      await page.getByText(/C’est adopté.*1 pour, 0 contre/).waitFor()
      await page.getByText("Comment on a compté").click()
      await isFitForAll(page)
      await shot(page, "clos-1280")
    })
    await step(sarah, "result", async () => {
      await sarah.reload()
      await sarah.getByText(/C’est adopté.*1 pour, 0 contre/).waitFor()
      await sarah.getByRole("listitem").filter({ hasText: "Hugo Lambrechts" }).getByText("Abstention").waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "clos-360")
    })
  })
})

describe("an election by show of hands", () => {
  it("is drawn by lot, opened, noted and counted", async () => {
    await step(page, "hands", async () => {
      await page.goto("/votes/nouveau")
      await page.getByLabel(/^Titre/).fill("Élire deux secrétaires")
      await page.getByLabel("Choisir parmi des candidatures").check()
      await page.getByLabel(/^Candidatures hors du fichier/).fill("Sarah Duchemin\nHugo Lambrechts\nAna Peeters")
      await page.getByLabel("Sièges à pourvoir").fill("2")
      await page.getByLabel(/^À main levée/).check()
      await page.getByText(/^Qui vote, jusqu’à quand/).click()
      await page.getByLabel(/^Les membres$/).check()
      await shot(page, "election-1280")
      await button(page, "Préparer le vote").click()
      await page.getByRole("heading", { level: 1, name: "Élire deux secrétaires" }).waitFor()
      await button(page, "Tirer l’ordre au sort").click()
      await page
        .getByText(/^Ordre tiré au sort/)
        .first()
        .waitFor()
      await sure(page, "Ouvrir le vote")
      await page.getByLabel("Ont pris part au vote").fill("3")
      for (const [name, voices] of [
        ["Sarah Duchemin", "3"],
        ["Hugo Lambrechts", "1"],
        ["Ana Peeters", "2"],
      ] as const)
        await page.getByLabel(name, { exact: true }).fill(voices)
      await isFitForAll(page)
      await button(page, "Noter ces chiffres").click()
      await page.getByText(/^Notés par Inès Vandermeer/).waitFor()
      await shot(page, "mains-1280")
      await sure(page, "Clore et compter")
      await page
        .getByText(/Sarah Duchemin et Ana Peeters sont élu/)
        .first()
        .waitFor()
      await isFitForAll(page)
      await shot(page, "elues-1280")
    })
  })
})
