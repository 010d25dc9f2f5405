import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { convened, now } from "./council-cast.ts"
import { found } from "./people.ts"

let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 740 })
  await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
})
after(() => app?.stop())

describe("a municipal council that is brought forward", () => {
  it("says that its convocation came too late", async () => {
    const path = await convened(page)
    await step(page, "moved", async () => {
      await page.goto(path)
      await page.getByRole("link", { name: "Modifier", exact: true }).click()
      await page.getByLabel("Jour", { exact: true }).fill(now.add({ days: 3 }).toString())
      await page.getByRole("button", { name: "Enregistrer", exact: true }).click()
      await page.getByText("La convocation est arrivée trop tard").waitFor()
      await isFitForAll(page)
    })
  })
})
