import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { button, shot, sure } from "./assembly-acts.ts"
import { ask, found, give } from "./people.ts"

// An assembly is open, with its list of who is there and the proxies that were handed in; its vote takes both over.

let app: App
let page: Page
let phone: Page
let bodyId = ""
let meetingId = ""
let operation = ""
const ids = new Map<string, string>()

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 1280, height: 900 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  for (const name of ["Nadia", "Omar", "Paul", "Sarah", "Hugo", "Karim", "Claire", "Denis"]) {
    const membership = { ring: "member", since: "2020-01-01" }
    const asked = { bodyId, given_name: name, family_name: "Duval", form: "n", sure: true, membership }
    ids.set(name, (await give(page, "people.add", asked)).personId)
  }
  const says = (key: string, value: object) =>
    give(page, "rules.override", { bodyId, key, value, validFrom: "2024-03-03", basis: "ROI, art. 12" })
  await says("be.locale.proxies", { per_holder: 1 })
  await says("be.locale.quorum.assembly", { of: "number", number: 4, counts: "present_or_represented" })
  const { rows: types } = await ask(page, "meetings.types", { bodyId })
  const typeId = types.find(({ key }: { key: string }) => key === "ordinary-assembly").id
  const begins = Temporal.Now.zonedDateTimeISO("Europe/Brussels").subtract({ minutes: 10 })
  const at = begins.toPlainTime().toString({ smallestUnit: "minute" })
  const day = begins.toPlainDate().toString()
  const meeting = { bodyId, typeId, day, at, title: "Assemblée de novembre" }
  meetingId = (await give(page, "meetings.prepare", meeting)).meetingId
  await give(page, "meetings.open", { meetingId, chairId: ids.get("Nadia") })
  await give(page, "attendance.arrive", { meetingId, personIds: ["Nadia", "Omar", "Paul"].map((one) => ids.get(one)) })
  for (const [giver, holder] of [
    ["Claire", "Nadia"],
    ["Denis", "Omar"],
  ] as const)
    await give(page, "attendance.handProxy", { meetingId, giverId: ids.get(giver), holderId: ids.get(holder) })
  const about = { bodyId, title: "Votes de l’assemblée", onDay: day, meetingId, proxiesEach: 1, electorate: "members" }
  const { operationId } = await give(page, "votes.prepareOperation", about)
  operation = `/votes/operations/${operationId}`
  const asked = { title: "Adopter le budget", kind: "yes_no", method: "majority", manner: "hand", onDay: day }
  await give(page, "votes.prepare", { bodyId, operationId, ...asked })
  phone = await app.visit({ width: 360, height: 740 })
  await phone.context().addCookies(await page.context().cookies())
})
after(() => app?.stop())

describe("a vote held at a meeting", () => {
  it("takes over the proxies of the meeting in one gesture, and shows what changes after", async () => {
    await step(page, "take over", async () => {
      await page.goto(operation)
      await page.getByRole("heading", { name: "Remises à la réunion" }).waitFor()
      await page.getByText("À reprendre", { exact: true }).nth(1).waitFor()
      await isFitForAll(page)
      await shot(page, "meeting-proxies-1280")
      await button(page, "Reprendre les 2 procurations de la réunion").click()
      await page.getByText("Reprise", { exact: true }).nth(1).waitFor()
    })
    const { proxies } = await ask(page, "attendance.read", { meetingId })
    const claire = proxies.find(({ giver_id }: { giver_id: string }) => giver_id === ids.get("Claire"))
    await give(page, "attendance.takeBackProxy", { proxyId: claire.id })
    await step(phone, "a difference", async () => {
      await phone.goto(operation)
      await phone.getByText("Ne vaut plus à la réunion", { exact: true }).waitFor()
      await phone.getByText("Elle a été retirée à la réunion.", { exact: false }).waitFor()
      await isFitForAll(phone)
      await shot(phone, "meeting-proxies-360")
      await button(phone, "Retirer ici").click()
      await phone.getByText("Ne vaut plus à la réunion", { exact: true }).waitFor({ state: "detached" })
    })
    // Noted for the vote alone, it is handed in at the meeting from here.
    const operationId = operation.split("/").at(-1)
    await give(page, "votes.giveProxy", { operationId, giverId: ids.get("Claire"), holderId: ids.get("Paul") })
    await step(phone, "noted at the meeting too", async () => {
      await button(phone, "Noter aussi à la réunion").click()
      await phone.getByText("Reprise", { exact: true }).nth(1).waitFor()
    })
  })

  it("keeps the quorum of the meeting at its opening, and shows it with what came out", async () => {
    await step(phone, "open", async () => {
      await phone.getByRole("link", { name: "Adopter le budget", exact: true }).click()
      await phone.getByText(/en ce moment\s: 5 présents ou représentés sur 9, il en faut 4\./).waitFor()
      await isFitForAll(phone)
      await shot(phone, "meeting-room-360")
      await sure(phone, "Ouvrir le vote")
      await phone.getByText("Ouvert", { exact: true }).first().waitFor()
    })
    const at = new URL(phone.url()).pathname
    const ballotId = at.split("/").at(-1)!
    await give(page, "attendance.leave", { meetingId, personIds: [ids.get("Nadia"), ids.get("Paul")] })
    await give(page, "votes.typeFigures", { ballotId, voters: 4, for: 3, against: 1, abstained: 0, blank: 0, void: 0 })
    await step(page, "count", async () => {
      await page.goto(at)
      await sure(page, "Clore et compter")
      await page.getByText(/à l’ouverture\s: 5 présents ou représentés sur 9, il en fallait 4\./).waitFor()
      await isFitForAll(page)
      await shot(page, "meeting-quorum-1280")
    })
    const { outcome } = await ask(page, "votes.read", { ballotId })
    assert.equal(outcome.result, "adopted")
  })
})
