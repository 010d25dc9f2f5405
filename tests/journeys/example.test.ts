import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"

// Somebody who only wants to look: the example is written while she watches, and a reload does not stop it.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 740 })
})
after(() => app?.stop())

describe("a visitor who looks around with the example", () => {
  it("sees it written month by month, over a reload, and comes in", async () => {
    await step(page, "example", async () => {
      await page.goto("/")
      await page.getByLabel("Code d’ouverture").fill(app.code)
      await page.getByRole("button", { name: "Continuer" }).click()
      await page.getByRole("button", { name: "Regarder avec l’exemple" }).click()
      const progress = page.getByText(/\d mois écrits? sur 1\d/)
      await progress.waitFor()
      await isFitForAll(page)
      const before = written(await progress.innerText())
      await page.reload()
      await progress.waitFor()
      assert.ok(written(await progress.innerText()) >= before, "it did not begin anew")
      await page.goto("/")
      await progress.waitFor()
      await page.getByRole("heading", { name: /Bonjour/ }).waitFor({ timeout: 240_000 })
      // She is somebody in both organisations of the example: it is the chapter that is shown.
      await page.getByText("Locale de Valmont").first().waitFor()
      await isFitForAll(page)
    })
  })
})

const written = (text: string) => Number(/(\d+) mois écrit/.exec(text)?.[1])
