import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { ask, enter, found, give, letterTo } from "./people.ts"

// A chapter has elected a treasurer by show of hands. Its secretary proclaims the result: who leaves is asked to hand over, who comes
// may act at once, and the one who was not elected is thanked. A member contests, and is answered.
let app: App
let page: Page
let hugo: Page
let bodyId: string
let ballotId: string
const ids = new Map<string, string>()

const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()
const people = [
  ["Sarah", "Duchemin", "f"],
  ["Hugo", "Lambrechts", "m"],
  ["Karim", "Ouali", "m"],
] as const

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  hugo = await app.visit({ width: 360, height: 740 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  for (const [given_name, family_name, form] of people) {
    const email = `${given_name.toLowerCase()}@valmont.example`
    const membership = { ring: "member", since: "2020-01-01" }
    const asked = { bodyId, given_name, family_name, form, email, sure: true, membership }
    ids.set(given_name, (await give(page, "people.add", asked)).personId)
    await give(page, "accounts.invite", { personId: ids.get(given_name) })
  }
  await enter(app, hugo, "hugo@valmont.example")
  const { functions } = await ask(page, "functions.list", { bodyId })
  const functionId = functions.find(({ key }: { key: string }) => key === "treasurer").id
  await give(page, "mandates.record", {
    personId: ids.get("Karim"),
    functionId,
    since: "2024-03-01",
    origin: "appointment",
  })
  ballotId = await elected(functionId)
})
after(() => app?.stop())

/** Sarah before Hugo, by hands raised. */
const elected = async (functionId: string): Promise<string> => {
  const day = { bodyId, electorate: "members", onDay: today }
  const { meetingId } = await give(page, "meetings.prepare", { bodyId, title: "Assemblée", day: today, at: "23:30" })
  await give(page, "agenda.add", { meetingId, title: "Élections", purpose: "decide" })
  const { operationId } = await give(page, "votes.prepareOperation", { ...day, title: "Élections", meetingId })
  const asked = { title: "Élire à la trésorerie", kind: "candidates", method: "plurality", manner: "hand" }
  const candidateIds = [ids.get("Sarah"), ids.get("Hugo")]
  const vote = { ...day, ...asked, operationId, candidateIds, functionId }
  const { ballotId: id } = await give(page, "votes.prepare", vote)
  await give(page, "votes.open", { ballotId: id })
  await give(page, "votes.typeFigures", { ballotId: id, voters: 4, blank: 1, voices: [2, 1] })
  await give(page, "votes.close", { ballotId: id })
  return id
}

// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const button = (where: Page, name: string) => where.getByRole("button", { name, exact: true })

describe("an election that is closed", () => {
  it("is contested by a candidate on a phone", async () => {
    await step(hugo, "contest", async () => {
      await hugo.goto(`/votes/${ballotId}`)
      await hugo.getByText("Contester ce vote", { exact: true }).click()
      await hugo.getByLabel("Ce qui n’était pas régulier").fill("Deux mains ont été comptées deux fois.")
      await isFitForAll(hugo)
      await shot(hugo, "contester-360")
      await button(hugo, "Noter ma contestation").click()
      await hugo.getByText("attend une réponse", { exact: true }).waitFor()
      await isFitForAll(hugo)
    })
  })

  it("waits in Today, and is answered by the secretary", async () => {
    await step(page, "settle", async () => {
      await page.goto("/")
      await page.getByText(/Élire à la trésorerie.*attend d’être proclamé/).waitFor()
      await page.goto(`/votes/${ballotId}`)
      await page.getByLabel("Réponse et suite donnée").fill("Recompté devant l’assemblée : le résultat est le même.")
      await isFitForAll(page)
      await button(page, "Répondre et clore").click()
      await page.getByText(/^Réponse de Inès Vandermeer/).waitFor()
    })
  })

  it("is proclaimed in one act", async () => {
    await step(page, "proclaim", async () => {
      const ends = page.getByRole("checkbox", { name: /^Mettre fin au mandat de Karim Ouali/, checked: true })
      await ends.waitFor()
      // What is proposed is nobody's draft: whoever comes again is not told that they had begun.
      await page.reload()
      await ends.waitFor()
      assert.equal(await page.getByText("Nous avons repris ce que vous aviez commencé.").count(), 0)
      await page.getByRole("checkbox", { name: /^Écrire aussi aux personnes non élues/ }).check()
      await page.getByLabel("Lettre aux personnes non élues").waitFor()
      await page.getByLabel("Point de l’ordre du jour").selectOption({ label: "Élections" })
      await isFitForAll(page)
      await shot(page, "proclamer-1280")
      await page.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(page)
      await shot(page, "proclamer-360")
      await page.setViewportSize({ width: 1280, height: 900 })
      await button(page, "Proclamer").click()
      await page.getByText("Proclamée", { exact: true }).waitFor()
      await isFitForAll(page)
      await shot(page, "proclamee-1280")
    })
    await step(page, "decision", async () => {
      await page.getByRole("link", { name: /^\d{4}-1$/ }).click()
      await page.getByText(/est élue Sarah Duchemin \(2 voix\)/).waitFor()
      await page.getByRole("link", { name: /^Vote du/ }).waitFor()
      await page.getByText("Élections", { exact: true }).waitFor()
      await isFitForAll(page)
      await shot(page, "decision-1280")
      await page.goto("/decisions")
      await page
        .getByRole("link", { name: /Élire à la trésorerie/ })
        .first()
        .waitFor()
    })
  })

  it("gives the new treasurer what the old one had, who is asked to hand over", async () => {
    const sarah = await letterTo(app, "sarah@valmont.example", /Ce que cette fonction vous permet de faire/)
    assert.match(sarah.text ?? "", /Trésorière/i)
    await letterTo(app, "hugo@valmont.example", /vous n’avez pas été élu/i)
    const { rights } = { rights: await ask(page, "mandates.rights", { personId: ids.get("Sarah")! }) }
    assert.ok(JSON.stringify(rights).includes("dues.manage"))
    const old = await ask(page, "mandates.rights", { personId: ids.get("Karim")! })
    assert.ok(!JSON.stringify(old).includes("dues.manage"))
    const tasks = await ask(page, "tasks.list", { view: "body", bodyId })
    assert.match(JSON.stringify(tasks), /Passer la main à Sarah Duchemin/)
  })
})
