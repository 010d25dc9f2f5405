import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { enter, found, give } from "./people.ts"

// Two of ours on the bench, two phones: one keeps the order of business, the other must know at once what was agreed in the corridor.
let app: App
let ines: Page
let karim: Page
let sittingId: string
const items: string[] = []
before(async () => {
  app = await startApp()
  ;[ines, karim] = await Promise.all([app.visit(), app.visit({ width: 360, height: 740 })])
  const bodyId = await found(app, ines, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GRL", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
  const { personId } = await give(ines, "people.add", {
    bodyId,
    given_name: "Karim",
    family_name: "Aït-Saïd",
    email: "karim@rives.example",
    membership: { ring: "member", since: "2024-01-01" },
  })
  await give(ines, "accounts.invite", { personId })
  await enter(app, karim, "karim@rives.example")
  const recorded = await give(ines, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil régional des Deux-Rives", kind: "fr_regional_council", seats: 9 },
    title: "Plénière de décembre",
    day: Temporal.Now.plainDateISO("Europe/Brussels").toString(),
    at: "09:30",
  })
  const { assemblyId } = recorded
  ;({ sittingId } = recorded)
  for (const [short, name, tint, members] of [
    ["RIV", "Les Rives", "green", ["Karim Aït-Saïd", "Léa Fontaine"]],
    ["MAJ", "La Majorité", "blue", ["Un Premier", "Une Seconde", "Un Tiers"]],
  ] as const) {
    const { groupId } = await give(ines, "assemblies.addGroup", {
      assemblyId,
      short,
      name,
      tint,
      isOurs: short === "RIV",
    })
    for (const member of members) {
      const [givenName, familyName] = member.split(" ")
      const isKarim = givenName === "Karim" ? { personId } : {}
      await give(ines, "assemblies.addMember", { assemblyId, groupId, givenName, familyName, ...isKarim })
    }
  }
  for (const [number, title] of [
    ["214", "Plan vélo régional"],
    ["215", "Rénovation des lycées"],
  ])
    items.push((await give(ines, "sittings.addItem", { sittingId, number, title })).itemId)
  await give(ines, "sittings.setSpeakingTime", { sittingId, minutes: 12 })
  await give(ines, "sittings.shareSpeech", { itemId: items[0], speakers: [{ personId, minutes: 3 }] })
})
after(() => app?.stop())

describe("a plenary that is sat", () => {
  it("shows on every phone what is debated, and who speaks", async () => {
    await step(ines, "call", async () => {
      await ines.goto(`/seances/${sittingId}`)
      await ines.getByRole("link", { name: "Suivre la séance" }).click()
      await karim.goto(`/seances/${sittingId}/direct`)
      await ines.getByRole("button", { name: "Appeler ce point" }).click()
      await ines.getByText("en débat", { exact: true }).waitFor()
      await isFitForAll(ines)
    })
    await step(karim, "speak", async () => {
      await karim.getByText("en débat", { exact: true }).waitFor()
      await karim.getByRole("button", { name: /^Commence/ }).click()
      await karim.getByText("Karim Aït-Saïd parle").waitFor()
      await karim.getByText(/^0:0[1-9] sur 3 min/).waitFor()
      await isFitForAll(karim)
      await ines.getByText("Karim Aït-Saïd parle").waitFor()
      await karim.getByRole("button", { name: "Arrêter" }).click()
      await karim.getByText("Karim Aït-Saïd parle").waitFor({ state: "detached" })
      await karim.getByText(/sur 12:00/).waitFor()
    })
  })

  it("says at once what was agreed in the corridor, and who has seen it", async () => {
    await step(ines, "corridor", async () => {
      await ines.getByText("Changer la position").click()
      await choose(ines, "Vote", /^contre/)
      await ines.getByRole("button", { name: "Le dire à tous" }).click()
      await karim.getByText("Point 214 : nous votons contre").waitFor({ timeout: 5000 })
      await isFitForAll(karim)
    })
    await step(karim, "seen", async () => {
      await karim.getByRole("button", { name: /^Vu/ }).click()
      await karim.getByText("Point 214 : nous votons contre").waitFor({ state: "detached" })
      await ines.getByRole("button", { name: "Changements" }).click()
      await ines.getByText("Vu par Karim Aït-Saïd").waitFor()
      await isFitForAll(ines)
    })
  })

  it("notes the votes by name and by group, and says who voted apart", async () => {
    await step(ines, "votes", async () => {
      await ines.getByRole("button", { name: "Votes", exact: true }).click()
      await ines.getByRole("button", { name: /^Tous comme notre position/ }).click()
      await ines.getByText("Les votes sont notés.").waitFor()
      await karim.getByRole("button", { name: "Votes", exact: true }).click()
      await karim.getByLabel("Vote de Karim Aït-Saïd").selectOption({ label: "pour" })
      await ines.getByText("vote différent de la position").waitFor()
      await ines.getByRole("button", { name: /^Noter.*La Majorité/ }).click()
      await ines.getByLabel("MAJ, voix pour", { exact: true }).fill("4")
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByText(/ce groupe n’a que 3 sièges/).waitFor()
      await ines.getByLabel("MAJ, voix pour", { exact: true }).fill("3")
      await ines.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await ines.getByText("3 sièges · 3 pour").waitFor()
      await isFitForAll(ines)
      await isFitForAll(karim)
    })
    await step(ines, "result", async () => {
      await choose(ines, "Issue", "adopté")
      assert.equal(await ines.getByLabel(/^Voix pour/).inputValue(), "4")
      await ines.getByRole("button", { name: "Noter le résultat" }).click()
      await ines.getByText("L’issue est notée.").waitFor()
      await ines.getByRole("button", { name: "Points", exact: true }).click()
      await ines.getByRole("listitem").filter({ hasText: "214" }).getByText("en débat").waitFor()
      await ines.getByRole("button", { name: "Lever la séance" }).last().click()
      await ines.getByRole("dialog").getByRole("button", { name: "Lever la séance" }).click()
      await karim.getByText("séance levée").waitFor()
      await isFitForAll(karim)
    })
  })
})
