import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import type { Page } from "playwright-core"
import type { ParsedMail } from "../smtp-peer-client.ts"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"

// What the product is for, from an empty folder to a decision that is found again. One evening, for a clock cannot be moved:
// the assembly is convened for the coming hour, which is late, and the product makes her say why.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit()
})
after(() => app?.stop())

const soon = Temporal.Now.zonedDateTimeISO("Europe/Brussels").add({ minutes: 75 })
const day = soon.toPlainDate().toString()
const hour = soon.toPlainTime().toString({ smallestUnit: "minute" })

describe("a secretary, from an empty folder", () => {
  it("creates her chapter with the code of the terminal", async () => {
    await step(page, "create", async () => {
      await page.goto("/")
      await isFitForAll(page)
      await page.getByLabel("Code d’ouverture").fill(app.code)
      await page.getByRole("button", { name: "Continuer" }).click()
      await page.getByRole("button", { name: "Créer notre organisation" }).click()
      await page.getByLabel("Nom de l’organisation").fill("Les Rives")
      await choose(page, "Quel genre d’instance", /Wallonie/)
      await page.getByLabel("Nom de l’instance").fill("Locale de Lisle")
      await page.getByLabel("Prénom").fill("Amina")
      await page.getByLabel("Nom", { exact: true }).fill("Belkacem")
      await choose(page, "Comment nommer votre fonction", "Au féminin")
      await page.getByLabel("Adresse de courriel").fill("amina.belkacem@lisle.example")
      await choose(page, "Votre fonction", "Secrétaire administrative")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Créer l’organisation" }).click()
      await page.getByRole("heading", { name: /Bonjour Amina/ }).waitFor()
      await isFitForAll(page)
    })
  })

  it("enters people", async () => {
    for (const [given, family] of [
      ["Dario", "Lemmens"],
      ["Karim", "Aït-Saïd"],
    ] as const)
      await step(page, `enter ${given}`, async () => {
        await page.goto("/personnes/nouvelle")
        await page.getByLabel("Prénom").fill(given)
        await page.getByLabel("Nom de famille").fill(family)
        await page.getByLabel(/^Courriel/).fill(`${given}@lisle.example`)
        await page.getByRole("button", { name: "Ajouter une personne" }).click()
        await page.getByRole("heading", { level: 1, name: new RegExp(family) }).waitFor()
      })
    await page.goto("/personnes")
    await page.getByText("Aït-Saïd").first().waitFor()
    await isFitForAll(page)
  })

  it("prepares an assembly", async () => {
    await step(page, "prepare", async () => {
      await page.goto("/reunions/nouvelle")
      await choose(page, "Type de réunion", /Assemblée générale ordinaire/)
      await page.getByLabel("Jour", { exact: true }).fill(day)
      await page.getByLabel("Heure", { exact: true }).fill(hour)
      await page.getByRole("textbox", { name: /^Lieu/ }).fill("Salle des Tanneurs")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Préparer", exact: true }).click()
      await page.getByRole("link", { name: "Ajouter un point" }).click()
      await page.getByRole("textbox", { name: /^Titre/ }).fill("Piétonnisation de la place du Marché")
      await choose(page, "But", /décider/i)
      await page.getByRole("textbox", { name: /^Décision proposée/ }).fill("La locale demande un essai de six mois.")
      await page.getByRole("button", { name: "Ajouter à l’ordre du jour" }).click()
      await page.getByText("Piétonnisation de la place du Marché").first().waitFor()
      await settled(page)
      await isFitForAll(page)
    })
  })

  it("convenes it by real mail, and says why it is late", async () => {
    await step(page, "convene", async () => {
      await page.getByRole("link", { name: "Passer à la convocation" }).click()
      await page.getByText("Le dernier jour pour convoquer était").first().waitFor()
      await isFitForAll(page)
      await page.getByText("Convoquer irrégulièrement, en le disant").click()
      await page.getByRole("textbox", { name: /^Raison/ }).fill("Le conseil a avancé sa séance de deux semaines.")
      await page.getByRole("button", { name: "Convoquer 3 personnes" }).click()
      const letter = await letterTo("Karim@lisle.example")
      assert.match(letter.text ?? "", /Le conseil a avancé sa séance/)
      assert.ok(letter.attachments.some(({ mimeType }) => mimeType === "application/pdf"))
      assert.ok(letter.attachments.some(({ mimeType }) => mimeType === "text/calendar"))
    })
  })

  it("hears from a member who has no account", async () => {
    const member = await app.visit({ width: 360, height: 740, colorScheme: "dark" })
    await step(member, "answer", async () => {
      const letter = await letterTo("Karim@lisle.example")
      await member.goto(answerLink(letter))
      await isFitForAll(member)
      await member
        .getByLabel(/vien|présent/i)
        .first()
        .check()
      await member.getByRole("button", { name: "Répondre" }).click()
      await member.getByText("Nous avons noté que vous venez.").waitFor()
    })
    await page.reload()
    await page.getByText("Présents annoncés").waitFor()
  })
})

/** A choice among some, drawn as a list or as buttons. */
const choose = async (where: Page, label: string, option: string | RegExp) => {
  const list = where.getByRole("combobox", { name: label })
  if (await list.count()) {
    const value = await list.locator("option").filter({ hasText: option }).first().getAttribute("value")
    await list.selectOption(value ?? "")
  } else await where.getByRole("radio", { name: option }).first().check({ force: true })
}

/** Waits for the mail server to have a letter for somebody. */
const letterTo = async (address: string): Promise<ParsedMail> => {
  for (let tries = 0; tries < 80; tries++) {
    const [letter] = await app.post.messagesTo(address)
    if (letter) return letter
    await pause(250)
  }
  throw new Error(
    `No letter for ${address}; those that came: ${(await app.post.attempts()).map(({ address: one }) => one).join(", ")}`,
  )
}

const answerLink = ({ html }: ParsedMail): string => {
  const [, link] = /href="([^"]*\/(?:r|repondre|reponse|invitation)[^"]*)"/.exec(html ?? "") ?? []
  assert.ok(link, `no link to answer in ${String(html).slice(0, 500)}`)
  return link.replaceAll("&amp;", "&")
}
