import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import sharp from "sharp"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { setTimeout as pause } from "node:timers/promises"
import { enter, found, give, letterTo } from "./people.ts"

// A secretary calls for two secretaries; a member stands on her phone, another by letter, one who came too late reads why not.
let app: App
let page: Page
let sarah: Page
let hugo: Page
let bodyId: string
/** A call that ends while the story goes on, and one that nobody answers. */
let soon: string
let unanswered: string
let ends: Temporal.Instant

const today = Temporal.Now.plainDateISO("Europe/Brussels")

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  sarah = await app.visit({ width: 360, height: 740 })
  hugo = await app.visit({ width: 360, height: 740 })
  bodyId = await found(app, page, {
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
    if (given_name !== "Anatole") await give(page, "accounts.invite", { personId })
  }
  await enter(app, sarah, "sarah@valmont.example")
  await enter(app, hugo, "hugo@valmont.example")
  // The next minute that leaves time to answer and to be answered.
  const until = Temporal.Now.zonedDateTimeISO("Europe/Brussels")
    .add({ seconds: 15 })
    .round({ smallestUnit: "minute", roundingMode: "ceil" })
  ends = until.toInstant()
  const call = { bodyId, outside: "Assemblée de la régionale", who: "members", shown: "at_once" }
  const dates = { endsOn: until.toPlainDate().toString(), endsAt: until.toPlainTime().toString().slice(0, 5) }
  const pair = { title: "Deux délégués à la régionale", seats: 2, parity: "pair" }
  for (const more of [pair, { title: "Délégué suppléant", seats: 1 }]) {
    const { callId } = await give(page, "calls.write", { ...call, ...dates, ...more })
    await give(page, "calls.publish", { callId })
    if (more === pair) soon = callId
    else unanswered = callId
  }
  const statement = "Je connais la régionale, et je rapporterai ce qui s’y dit."
  await give(sarah, "calls.stand", { callId: soon, statement, accepts: true })
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
      await sarah.getByRole("link", { name: /^Lire l’appel.*Deux secrétaires/ }).click()
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
      await button(sarah, "Modifier ma candidature").click()
      await sarah.getByRole("link", { name: "sarah.jpg" }).waitFor()
      await sarah.getByLabel(/^Motivations/).fill("Je tiens les listes depuis trois ans.")
      await shot(sarah, "modifier-360")
      await button(sarah, "Enregistrer").click()
      await sarah.getByText("Je tiens les listes depuis trois ans.").waitFor()
      await sarah.getByRole("img", { name: "Photo de Sarah Duchemin" }).waitFor()
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

describe("the questions to candidates", () => {
  it("are asked by a member, let through by the secretary, and answered", async () => {
    await step(hugo, "ask", async () => {
      await hugo.goto(`/appels/${soon}`)
      await hugo.getByRole("heading", { level: 3, name: "Sarah Duchemin" }).waitFor()
      await hugo.getByText("Poser une question", { exact: true }).click()
      await hugo.getByLabel("Votre question", { exact: true }).fill("Serez-vous là le samedi ?")
      await button(hugo, "Envoyer la question").click()
      await hugo.getByText("À relire", { exact: true }).waitFor()
      await isFitForAll(hugo)
    })
    await step(page, "let through", async () => {
      await page.goto(`/appels/${soon}`)
      await button(page, "Publier la question").click()
      await page.getByText("À relire", { exact: true }).waitFor({ state: "detached" })
    })
    await step(sarah, "answer", async () => {
      await sarah.goto("/")
      await sarah.getByRole("link", { name: /^Répondre/ }).click()
      await sarah.getByLabel("Votre réponse", { exact: true }).fill("Oui, deux samedis sur trois.")
      await button(sarah, "Envoyer la réponse").click()
      await sarah.getByRole("blockquote").getByText("Oui, deux samedis sur trois.").waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "reponse-360")
    })
  })
})

describe("the end of a call", () => {
  it("comes after a letter was typed and each was answered", async () => {
    await step(page, "enter", async () => {
      await page.getByText("Enregistrer une candidature reçue par lettre").click()
      await page.getByLabel("Qui se présente", { exact: true }).fill("Anatole")
      await page.getByRole("option", { name: /Anatole Peeters/ }).click()
      await page.getByLabel("Lettre reçue le", { exact: true }).fill(today.toString())
      await page.getByLabel("Ce que dit la lettre", { exact: true }).fill("J’écris à la main, mais je lis tout.")
      await button(page, "Enregistrer cette candidature").click()
      await page.getByRole("heading", { level: 3, name: /Anatole Peeters/ }).waitFor()
      await shot(page, "examiner-1280")
      await button(page, "Admettre Sarah Duchemin").click()
      await button(page, "Admettre Anatole Peeters").click()
      await page.getByText("Admise", { exact: true }).nth(1).waitFor()
      await isFitForAll(page)
    })
    await letterTo(app, "sarah@valmont.example", /est admise/)
  })

  it("draws the order once, and shows who stands in it", async () => {
    await pause(Math.max(0, Temporal.Now.instant().until(ends).total("milliseconds") + 500))
    await step(page, "close", async () => {
      await page.reload()
      await sure(page, "Clore et tirer l’ordre au sort")
      await page.getByText("Clos", { exact: true }).first().waitFor()
      await isFitForAll(page)
      await shot(page, "clos-1280")
    })
    await step(sarah, "withdraw", async () => {
      await sarah.goto(`/appels/${soon}`)
      await sarah.getByText("Dans l’ordre tiré au sort à la clôture.").waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "clos-360")
      await sure(sarah, "Retirer ma candidature")
      await sarah.getByText(/^Vous avez retiré votre candidature/).waitFor()
    })
    await step(hugo, "read", async () => {
      await hugo.goto(`/appels/${soon}`)
      await hugo.getByRole("article").filter({ hasText: "Sarah Duchemin" }).getByText("candidature retirée").waitFor()
      await hugo.getByRole("heading", { level: 3, name: "Anatole Peeters" }).waitFor()
      await isFitForAll(hugo)
      await shot(hugo, "retiree-360")
    })
  })

  it("is put off where nobody stands, and says by which rule", async () => {
    await step(page, "put off", async () => {
      await page.goto(`/appels/${unanswered}`)
      await page.getByText("Aucune candidature pour un siège.").waitFor()
      await page.getByLabel("Nouveau dernier jour", { exact: true }).fill(today.add({ days: 10 }).toString())
      await isFitForAll(page)
      await shot(page, "prolonger-1280")
      await button(page, "Prolonger l’appel").click()
      await page.getByText(/trop peu de candidatures/).waitFor()
      await page.getByText("Ouvert", { exact: true }).first().waitFor()
    })
    await letterTo(app, "sarah@valmont.example", /est prolongé/)
  })
})
