import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { makeUrn } from "../../src/kernel/sealed-ballots/urn.ts"
import { read as readPdf } from "../../src/kernel/typeset/pdf-for-tests.ts"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { ask, enter, found, give, letterTo } from "./people.ts"

// A chapter votes over some days. Claire has no account and a mail address: she votes by name on a telephone without script, and in
// secret on one that has it. Denis reads no mail: the secretary prints him a code.
let app: App
let page: Page
let bodyId = ""
let operation = ""
let link = ""
/** Of Denis, as his sheet has it. */
let typed = ""
const ids = new Map<string, string>()

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  for (const [given_name, family_name, form] of [
    ["Claire", "Mertens", "f"],
    ["Denis", "Fontaine", "m"],
    ["Nadia", "Schreurs", "f"],
    ["Omar", "Delvaux", "m"],
  ] as const) {
    const mail = given_name === "Denis" ? {} : { email: `${given_name.toLowerCase()}@valmont.example` }
    const membership = { ring: "member", since: "2020-01-01" }
    const address = { street: "rue Haute 3", postcode: "5000", town: "Valmont" }
    const asked = { bodyId, given_name, family_name, form, ...mail, ...address, sure: true, membership }
    ids.set(given_name, (await give(page, "people.add", asked)).personId)
  }
  const onDay = Temporal.Now.plainDateISO("Europe/Brussels").toString()
  const asked = { bodyId, title: "Votes d’automne", electorate: "members", onDay }
  const { operationId } = await give(page, "votes.prepareOperation", asked)
  operation = operationId
  await withTellers()
})
after(() => app?.stop())

/** Nadia and Omar come in by their accounts, and make the keys of the urn. */
const withTellers = async () => {
  const onDay = Temporal.Now.plainDateISO("Europe/Brussels").toString()
  await give(page, "votes.nameTellers", { operationId: operation, tellerIds: [ids.get("Nadia"), ids.get("Omar")] })
  const tellers: { teller: string; key: string }[] = []
  let teller = page
  for (const name of ["Nadia", "Omar"]) {
    await give(page, "accounts.invite", { personId: ids.get(name) })
    teller = await app.visit()
    await enter(app, teller, `${name.toLowerCase()}@valmont.example`)
    const { key } = await makeKeys()
    await give(teller, "votes.giveTellerKey", { operationId: operation, key })
    tellers.push({ teller: ids.get(name)!, key })
  }
  const base = { bodyId, operationId: operation, electorate: "members", onDay }
  const named = { ...base, title: "Adopter le budget", kind: "yes_no", method: "majority", manner: "named" }
  const budget = (await give(page, "votes.prepare", named)).ballotId
  const candidates = "Agathe Pirotte\nLuc Hallet"
  const secret = { ...base, title: "Élire la présidence", kind: "candidates", candidates, method: "plurality" }
  const chair = (await give(page, "votes.prepare", { ...secret, manner: "secret" })).ballotId
  await give(teller, "votes.layUrn", { ballotId: chair, urn: await makeUrn({ ballot: chair, needed: 2, tellers }) })
  for (const ballotId of [budget, chair]) await give(page, "votes.open", { ballotId })
}

const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/link-${name}.png`, fullPage: true })
}
const sure = async (name: string) => {
  await page.getByRole("button", { name, exact: true }).first().click()
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click()
}
/** A telephone on which nobody has signed in. */
const telephone = async (script: boolean): Promise<Page> => {
  const first = await app.visit({ width: 360, height: 740 })
  if (script) return first
  const context = await first
    .context()
    .browser()!
    .newContext({
      baseURL: app.url,
      viewport: { width: 360, height: 740 },
      locale: "fr-FR",
      javaScriptEnabled: false,
    })
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

describe("voting without an account", () => {
  it("begins with the secretary, who sends the links and prints the codes", async () => {
    await step(page, "send links", async () => {
      await page.goto(`/votes/operations/${operation}`)
      await page.getByRole("heading", { name: "Voter sans compte" }).waitFor()
      await isFitForAll(page)
      await shot(page, "before-1280")
      await sure("Envoyer les liens par courriel")
      await page.getByText(/^Lien par courriel, /).waitFor()
    })
    await step(page, "print codes", async () => {
      await sure("Faire et imprimer les codes")
      const sheets = page.getByRole("link", { name: "Ouvrir la feuille" })
      await sheets.waitFor()
      const pdf = await page.request.get((await sheets.getAttribute("href"))!)
      const { text: sheet } = readPdf(await pdf.body())
      assert.match(sheet, /rue Haute 3/)
      typed = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(sheet)![0]
      await isFitForAll(page)
      await shot(page, "after-1280")
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot(page, "after-360")
      await page.setViewportSize({ width: 1280, height: 900 })
    })
    const { text } = await letterTo(app, "claire@valmont.example", /\/v\//)
    link = /\/v\/[\w-]+/.exec(text ?? "")![0]
  })

  it("takes a vote by name from a telephone without script, after a second look", async () => {
    const claire = await telephone(false)
    await step(claire, "vote by name", async () => {
      await claire.goto(link)
      // Text within <noscript> is not searched as text.
      await claire.locator("noscript p").waitFor()
      assert.equal(await claire.getByRole("link", { name: "Voter en secret" }).isVisible(), false)
      await shot(claire, "page-without-script-360")
      await claire.getByLabel("Contre", { exact: true }).check()
      await claire.getByRole("button", { name: "Continuer" }).click()
      await claire.getByRole("heading", { level: 1, name: /Est-ce bien votre vote/ }).waitFor()
      await shot(claire, "sure-360")
      await claire.getByRole("button", { name: "Voter", exact: true }).click()
      await claire.getByText("Vous avez voté.", { exact: true }).waitFor()
      await shot(claire, "voted-360")
    })
    await claire.context().close()
  })

  it("takes a secret vote from one that has it, sealed there, and once", async () => {
    const claire = await telephone(true)
    const sent: string[] = []
    const code = link.slice("/v/".length)
    claire.on("request", (request) => {
      sent.push(request.postData() ?? "")
      assert.ok(!(request.headers()["referer"] ?? "").includes(code), "no page tells the next one the code")
    })
    await step(claire, "vote in secret", async () => {
      await claire.goto(link)
      await isFitForAll(claire)
      await claire.reload()
      await claire.getByRole("link", { name: "Voter en secret" }).click()
      await claire.getByText("C’est un vote secret", { exact: false }).waitFor()
      await claire.reload()
      await claire.getByText("C’est un vote secret", { exact: false }).waitFor()
      await claire.goBack()
      await claire.getByRole("link", { name: "Voter en secret" }).waitFor()
      await claire.goForward()
      await claire.getByText("C’est un vote secret", { exact: false }).waitFor()
      await isFitForAll(claire)
      await shot(claire, "secret-360")
      await claire.getByLabel("Luc Hallet", { exact: true }).check()
      await claire.getByRole("button", { name: "Fermer et déposer mon vote" }).click()
      await claire.getByText("Votre vote est dans l’urne.").waitFor()
      await claire.getByText("Votre reçu", { exact: true }).waitFor()
      await isFitForAll(claire)
      await shot(claire, "sealed-360")
      assert.ok(sent.some((body) => body.includes("ciphertext")) && sent.every((body) => !/ranks|marks|Luc/.test(body)))
      await claire.getByRole("link", { name: "Tous mes votes" }).click()
      await claire.getByText(/^Vous avez voté\. Merci/).waitFor()
      assert.equal(await claire.getByRole("link", { name: "Voter en secret" }).count(), 0)
      await shot(claire, "done-360")
    })
    await step(claire, "forget", async () => {
      const devtools = await claire.context().newCDPSession(claire)
      const { entries } = await devtools.send("Page.getNavigationHistory")
      assert.ok(entries.length >= 2 && entries.every(({ url }) => !url.includes(code)), JSON.stringify(entries))
      const at = claire.url()
      await claire.getByRole("button", { name: "Oublier mon code sur cet appareil" }).click()
      await claire.getByLabel("Votre code", { exact: true }).waitFor()
      await claire.goto(at)
      await claire.getByText("Rouvrez le lien de votre lettre", { exact: false }).waitFor()
      await isFitForAll(claire)
      await shot(claire, "forgotten-360")
    })
  })

  it("opens by the code of a sheet, typed in small letters", async () => {
    const denis = await telephone(true)
    await step(denis, "type the code", async () => {
      await denis.goto("/v")
      await isFitForAll(denis)
      await denis.getByLabel("Votre code", { exact: true }).fill("trop court")
      await denis.getByRole("button", { name: "Continuer" }).click()
      await denis.getByText("Un code a seize lettres et chiffres", { exact: false }).waitFor()
      await shot(denis, "enter-360")
      await denis.getByLabel("Votre code", { exact: true }).fill(typed.toLowerCase().replaceAll("-", " "))
      await denis.getByRole("button", { name: "Continuer" }).click()
      await denis.getByText("Ce code est celui de Denis Fontaine.").waitFor()
      await denis.emulateMedia({ colorScheme: "dark" })
      // A button goes over to its dark colours in a moment; the page is looked at as it comes.
      await denis.reload()
      await isFitForAll(denis)
      await shot(denis, "typed-dark-360")
    })
  })

  it("shows the secretary who has voted, and lets her take a code back", async () => {
    await step(page, "withdraw", async () => {
      await page.reload()
      const line = page.getByRole("listitem").filter({ hasText: "Claire Mertens" })
      await line.getByText("A voté", { exact: true }).waitFor()
      await line.getByRole("button", { name: "Retirer", exact: true }).click()
      await line.getByRole("dialog").getByRole("button", { name: "Retirer", exact: true }).click()
      await line.getByText("Pas encore de code").waitFor()
      const { rows } = await ask(page, "votes.links", { operationId: operation })
      assert.ok(rows.length >= 2)
    })
    const gone = await telephone(true)
    await step(gone, "gone", async () => {
      await gone.goto(link)
      await gone.getByText("Ce code n’ouvre rien", { exact: false }).waitFor()
      await isFitForAll(gone)
      await shot(gone, "gone-360")
    })
  })
})
