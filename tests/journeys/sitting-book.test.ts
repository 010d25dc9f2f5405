import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"
import { found, give } from "./people.ts"

// What somebody carries into the hemicycle: the book, its pages that changed, and a copy on the phone for where there is no network.
let app: App
let page: Page
let sittingId: string
let itemId: string
before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 740 })
  const bodyId = await found(app, page, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GRL", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
  ;({ sittingId } = await give(page, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil régional des Deux-Rives", kind: "fr_regional_council", seats: 57 },
    title: "Plénière de décembre",
    day: Temporal.Now.plainDateISO("Europe/Paris").add({ days: 3 }).toString(),
    at: "09:30",
    place: "Hémicycle",
  }))
  for (const [number, title] of [
    ["214", "Plan vélo régional 2026-2031"],
    ["215", "Rénovation énergétique des lycées"],
  ]) {
    const added = await give(page, "sittings.addItem", { sittingId, number, title })
    itemId ||= added.itemId
  }
  await give(page, "sittings.takePosition", { itemId, stance: "for", condition: "si l’amendement 1 passe" })
})
after(() => app?.stop())

describe("the book of a sitting", () => {
  it("is made in a few seconds, and says what changed since", async () => {
    await step(page, "make", async () => {
      await page.goto(`/seances/${sittingId}`)
      await page.getByRole("link", { name: "Le livret" }).click()
      await page.getByRole("heading", { name: "Livret de séance" }).waitFor()
      await isFitForAll(page)
      await choose(page, "Pour lire", /tablette/)
      await page.getByRole("button", { name: "Faire le livret" }).click()
      await page.getByText("à jour", { exact: true }).waitFor({ timeout: 30_000 })
      const link = page.getByRole("link", { name: "Exemplaire de Inès Vandermeer", exact: true })
      const pdf = await page.request.get((await link.getAttribute("href"))!)
      assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-")
      await isFitForAll(page)
    })
    await step(page, "update", async () => {
      await give(page, "sittings.takePosition", { itemId, stance: "against" })
      await page.getByText("1 point a changé depuis").waitFor()
      await page.getByRole("button", { name: /^Faire les pages changées/ }).click()
      await page
        .getByRole("link", { name: "Pages changées, exemplaire de Inès Vandermeer" })
        .waitFor({ timeout: 30_000 })
      await page.getByText("à jour", { exact: true }).waitFor()
      await isFitForAll(page)
    })
  })

  it("is kept on the phone, read there without network, and gone with the account", async () => {
    await step(page, "keep", async () => {
      await page.getByText(/sans autre protection que le verrouillage de l’appareil/).waitFor()
      await page.getByRole("button", { name: "Garder sur ce téléphone" }).click()
      await page.getByText("Le livret est gardé sur ce téléphone.").waitFor({ timeout: 30_000 })
      await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
      await isFitForAll(page)
    })
    await step(page, "without network", async () => {
      await page.reload()
      await settled(page)
      await page.context().setOffline(true)
      await page.goto(`/seances/${sittingId}`)
      await page.getByText(/Copie gardée sur cet appareil/).waitFor()
      await page.getByText("214 · Plan vélo régional 2026-2031").click()
      await page.getByText("Contre").first().waitFor()
      const kept = await page.evaluate<string>(
        `fetch("/api/sittings/${sittingId}/a-emporter.pdf").then((answer) => answer.blob()).then((blob) => blob.slice(0, 5).text())`,
      )
      assert.equal(kept, "%PDF-")
      await page.goto("/reunions")
      await page.getByText(/Copie gardée sur cet appareil/).waitFor()
      await page.context().setOffline(false)
    })
    await step(page, "sign out", async () => {
      await page.goto("/compte")
      await page.getByRole("button", { name: "Se déconnecter" }).click()
      // The page loads anew: what was being asked of the one that went away would be lost.
      await page.waitForURL(/\/entrer/, { waitUntil: "load" })
      await page.getByRole("heading", { level: 1 }).waitFor()
      assert.equal(await page.evaluate(`caches.has("permanence-kept")`), false)
    })
  })
})
