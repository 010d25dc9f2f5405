import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose } from "./hands.ts"

// A stranger, without any account, counts again on a telephone what others published.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 740 })
})
after(() => app?.stop())

// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await page.screenshot({ path: `${folder}/recount-${name}.png`, fullPage: true })
}
const urn = (ballots: string) => ({
  name: "urne.blt",
  mimeType: "text/plain",
  buffer: Buffer.from(`3 1\n${ballots}\n0\n"Ana Roy"\n"Bo d’Ici"\n"Cy"\n"Secrétaire"\n`),
})

describe("counting again", () => {
  it("tells the winner of each way, and how it was found", async () => {
    await step(page, "urn", async () => {
      await page.goto("/compter")
      await isFitForAll(page)
      await page.getByLabel("Le fichier des bulletins").setInputFiles(urn("3 1 2 3 0\n2 2 3 1 0"))
      await choose(page, "Comment on compte", "Classement, points (Borda)")
      await page.getByRole("button", { name: "Compter" }).click()
      await page.getByRole("status").getByText("Bo d’Ici est élu·e.").waitFor()
      await choose(page, "Comment on compte", "Classement, duels deux à deux (Schulze)")
      await page.getByRole("button", { name: "Compter" }).click()
      await page.getByRole("status").getByText("Ana Roy est élu·e.").waitFor()
      await page.getByText("Comment on a compté").click()
      await page.getByText(/Entre Ana Roy et Bo d’Ici.: 3 contre 2/).waitFor()
      await isFitForAll(page)
      await shot("urn")
    })
  })

  it("says the line of what it cannot read", async () => {
    await step(page, "broken", async () => {
      await page.getByLabel("Le fichier des bulletins").setInputFiles(urn("3 1 9 0"))
      await page.getByRole("button", { name: "Compter" }).click()
      await page.getByText(/Ligne 2.: «.9.» n’est le numéro d’aucun candidat/).waitFor()
    })
  })

  it("shares seats out between lists, with the bonus of a French region", async () => {
    await step(page, "lists", async () => {
      await page.getByRole("button", { name: "Des sièges entre listes" }).click()
      await page
        .getByLabel("Les listes et leurs voix")
        .fill("Rives en commun : 55 000\n- Ana Roy\n- Bo d’Ici\nDemain : 45 000\n- Cy")
      await page.getByLabel("Sièges à pourvoir").fill("20")
      await choose(page, "Comment on compte", /région, second tour/)
      await page.getByRole("button", { name: "Répartir les sièges" }).click()
      await page.getByText("13 sièges").waitFor()
      await page.getByText(/Rives en commun arrive en tête et reçoit d’abord 5 sièges/).waitFor({ state: "attached" })
      await isFitForAll(page)
      await shot("lists")
    })
  })
})
