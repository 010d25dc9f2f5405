import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { at, choose, foundLisle, letterTo, onAPhone } from "./hands.ts"

// The lawful way: an assembly far enough ahead is convened without a word of excuse, and one in four days is not.
let app: App
let page: Page
before(async () => {
  app = await startApp()
  page = await app.visit()
})
after(() => app?.stop())

const now = Temporal.Now.zonedDateTimeISO("Europe/Brussels")
const evening = Temporal.PlainTime.from("19:30")
const inFortyDays = now.add({ days: 40 }).withPlainTime(evening)
const inFourDays = now.add({ days: 4 }).withPlainTime(evening)

const prepare = async (day: Temporal.ZonedDateTime) => {
  await page.goto("/reunions/nouvelle")
  await choose(page, "Type de réunion", /Assemblée générale ordinaire/)
  await at(page, day)
  await page.getByRole("textbox", { name: /^Lieu/ }).fill("Salle des Tanneurs")
  await page.getByRole("button", { name: "Préparer", exact: true }).click()
  await page.getByRole("link", { name: "Passer à la convocation" }).click()
  await page.getByText("À envoyer au plus tard").waitFor()
}

describe("a secretary who is in time", () => {
  it("creates her chapter", async () => {
    await step(page, "create", async () => {
      await foundLisle(page, { code: app.code, email: "amina@lisle.example" })
    })
  })

  it("reads until when she may convene, and by what text", async () => {
    await step(page, "last day", async () => {
      await prepare(inFortyDays)
      const lastDay = inFortyDays.toPlainDate().subtract({ days: 15 })
      const box = page.locator(".law")
      await box.locator("time").waitFor()
      const shown = Temporal.PlainDate.from((await box.locator("time").getAttribute("datetime"))!)
      // Clear days, or a rule that counts otherwise: what is shown is never later than fifteen days before.
      assert.ok(Temporal.PlainDate.compare(shown, lastDay) <= 0, `${shown} is after ${lastDay}`)
      assert.match(await box.innerText(), /15 jours/)
      assert.match(await box.innerText(), /règlement|statuts|ROI|art\./i)
      assert.equal(await page.getByRole("textbox", { name: /^Raison/ }).count(), 0)
      await isFitForAll(page)
    })
  })

  it("invites somebody from outside in two gestures", async () => {
    await step(page, "guest", async () => {
      await page.getByText("Inviter quelqu’un de l’extérieur").click()
      await page.getByLabel("Prénom de l’invité").fill("Irène")
      await page.getByLabel("Nom de l’invité", { exact: true }).fill("Castel")
      await page.getByLabel(/^Courriel de l’invité/).fill("irene.castel@etudes.example")
      await page.getByRole("button", { name: "Inviter", exact: true }).last().click()
      await page.getByRole("button", { name: "Retirer" }).waitFor()
      await page.getByText("invité·e, sans voix").waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
    })
  })

  it("convenes, and nobody reads of a delay", async () => {
    await step(page, "convene", async () => {
      await page.getByRole("button", { name: "Convoquer 2 personnes" }).click()
      await page.getByText("Présents annoncés").waitFor()
      const letter = await letterTo(app.post, "irene.castel@etudes.example")
      assert.match(letter.text ?? "", /sans voix délibérative/)
      assert.doesNotMatch(letter.text ?? "", /[Ii]rrégulière|Urgence/)
      await isFitForAll(page)
    })
  })

  it("withdraws the guest after all, who hears of it while the proof stays", async () => {
    await step(page, "withdraw", async () => {
      await page.getByRole("button", { name: /^Retirer.*Irène Castel/ }).click()
      await page.getByRole("dialog").getByText("Ce qui a été envoyé reste écrit").waitFor()
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Retirer/ })
        .click()
      await page.getByText("invitation retirée").waitFor()
      await page.getByText(/Convocation partie/).waitFor()
      const letter = await letterTo(app.post, "irene.castel@etudes.example", /^Invitation retirée/)
      assert.match(letter.text ?? "", /n’y êtes plus/)
      assert.ok(letter.attachments.some(({ mimeType }) => mimeType === "text/calendar"))
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
    })
  })

  it("invokes the urgency her rulebook knows, with its reason and who must recognise it", async () => {
    await step(page, "urgency", async () => {
      await prepare(inFourDays)
      await page.getByText("Le dernier jour pour convoquer était").first().waitFor()
      await isFitForAll(page)
      await page.getByText("Invoquer l’urgence").click()
      await page.getByRole("button", { name: "Convoquer 1 personne" }).click()
      // Nothing leaves without a reason, and what was chosen is still there.
      await page.getByRole("alert").first().waitFor()
      assert.equal(await page.getByRole("radio", { name: /Invoquer l’urgence/ }).isChecked(), true)
      await onAPhone(page, isFitForAll)
      await page.getByRole("textbox", { name: /^Raison/ }).fill("Le collège a avancé le conseil au 12.")
      await page.getByRole("button", { name: "Convoquer 1 personne" }).click()
      await page.getByText("Présents annoncés").waitFor()
      await page.getByText("Le collège a avancé le conseil au 12.").waitFor()
      const letter = await letterTo(app.post, "amina@lisle.example", /^Convocation/, /avancé le conseil au 12/)
      assert.match(letter.text ?? "", /Urgence\s:/)
      assert.match(letter.text ?? "", /reconnaître l’urgence\s: au moins les deux tiers des présents/)
      assert.doesNotMatch(letter.text ?? "", /[Ii]rrégulière/)
      await page.getByRole("link", { name: /Tenir/ }).click()
      await page.getByText(/doit d’abord reconnaître l’urgence/).waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
    })
  })

  it("is told when it is too late, and must say how she owns up to it", async () => {
    await step(page, "late", async () => {
      await prepare(inFourDays)
      await page.getByText("Le dernier jour pour convoquer était").first().waitFor()
      await page.getByRole("button", { name: "Convoquer 1 personne" }).click()
      await page.getByRole("alert").first().waitFor()
      await page.getByText("Convoquer irrégulièrement, en le disant").click()
      await page.getByRole("textbox", { name: /^Raison/ }).fill("Le conseil a avancé sa séance.")
      await page.getByRole("button", { name: "Convoquer 1 personne" }).click()
      await page.getByText("Présents annoncés").waitFor()
      const letter = await letterTo(app.post, "amina@lisle.example", /^Convocation/)
      assert.ok(letter)
      await isFitForAll(page)
    })
  })
})
