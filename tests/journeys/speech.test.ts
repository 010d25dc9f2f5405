import assert from "node:assert/strict"
import { setTimeout as pause } from "node:timers/promises"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { onAPhone, pick } from "./hands.ts"
import { ask, enter, found, give, letterTo } from "./people.ts"

// What is said in the assembly: a speech against its time, on a telephone.
let app: App
let amina: Page
let dario: Page
let bodyId: string
let speechId: string
let speakerId: string

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const written = (...paragraphs: string[]) => ({ type: "doc", content: paragraphs.map(paragraph) })

before(async () => {
  app = await startApp()
  ;[amina, dario] = await Promise.all([app.visit(), app.visit({ width: 360, height: 740 })])
  bodyId = await found(app, amina, {
    organisation: "Les Rives",
    body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
    person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
  })
  const { personId } = await give(amina, "people.add", {
    bodyId,
    given_name: "Dario",
    family_name: "Lemmens",
    email: "dario@lisle.example",
    membership: { ring: "member", since: "2024-01-01" },
  })
  speakerId = personId
  await give(amina, "accounts.invite", { personId })
  await enter(app, dario, "dario@lisle.example")
  const day = Temporal.Now.plainDateISO("Europe/Brussels").add({ days: 20 }).toString()
  const { sittingId } = await give(amina, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil communal de Lisle", kind: "be_municipal_council" },
    title: "Conseil de décembre",
    day,
    at: "19:30",
  })
  const { itemId } = await give(amina, "sittings.addItem", { sittingId, number: "7", title: "La gare" })
  const said = { bodyId, kind: "speech", title: "Pour un train chaque heure", authorId: personId, limitMinutes: 2 }
  ;({ textId: speechId } = await give(amina, "texts.begin", { ...said, sittingItemId: itemId }))
})
after(() => app?.stop())

const looked = async (page: Page) => {
  await isFitForAll(page)
  await onAPhone(page, isFitForAll)
}
/** A picture for whoever looks, where one is asked for. */
const shot = async (page: Page, name: string) => {
  if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` })
}

describe("a speech", () => {
  it("is written against its time, at a pace that is said to be ours", async () => {
    await step(amina, "write", async () => {
      await amina.goto(`/textes/${speechId}/ecrire`)
      const words = amina.getByRole("textbox", { name: "Texte", exact: true })
      await words.fill("Monsieur le président, la gare de Lisle n’a plus qu’un train toutes les deux heures.")
      await amina.getByText("environ 10 s à voix haute, sur 2 min").waitFor()
      await amina.getByText("notre estimation d’un pas ordinaire").waitFor()
      await amina.getByText("Un texte à dire à cette séance").waitFor()
      await amina.getByText("Enregistré", { exact: true }).waitFor()
      await looked(amina)
      await shot(amina, "write")
    })
  })

  it("is said on a telephone, without network, and teaches the speaker’s pace", async () => {
    const doc = written(
      "Monsieur le président, mes chers collègues, la gare de Lisle n’a plus qu’un train toutes les deux heures.",
      "En 2015, il en passait un par heure. Les abonnés ont baissé d’un tiers, et la route s’est remplie d’autant.",
      "Nous demandons que l’horaire de 2015 revienne au printemps, et que la commune le dise à la société des chemins de fer.",
    )
    const { text } = await ask(amina, "texts.read", { textId: speechId })
    await give(amina, "texts.save", { textId: speechId, doc, base: text.doc })
    await give(amina, "texts.validate", { textId: speechId })
    await step(dario, "prompter", async () => {
      await dario.goto(`/textes/${speechId}`)
      await dario.getByRole("link", { name: "Prompteur" }).click()
      await dario.getByRole("button", { name: "Commencer" }).waitFor()
      await dario.getByText("1/3").waitFor()
      await isFitForAll(dario)
      await shot(dario, "prompter-phone")
      await dario.getByText("Réglages").click()
      await isFitForAll(dario)
      await shot(dario, "prompter-settings")
      await dario.getByText("Réglages").click()
      await dario.context().setOffline(true)
      await dario.getByRole("button", { name: "Commencer" }).click()
      const top = await scrolled(dario)
      await pause(2500)
      assert.ok((await scrolled(dario)) > top, "it moves by itself")
      await dario.getByRole("button", { name: "Suite" }).click()
      await dario.getByRole("button", { name: "Suite" }).click()
      await shot(dario, "prompter-runs")
      await dario.getByRole("button", { name: "Pause" }).click()
      await dario.getByRole("button", { name: "J’ai fini" }).click()
      await shot(dario, "prompter-done")
      await dario.getByRole("button", { name: "Oui, le retenir" }).click()
      await dario.getByRole("alert").waitFor()
      await dario.context().setOffline(false)
      await dario.getByRole("button", { name: "Oui, le retenir" }).click()
      // Three seconds for sixty words: nobody speaks like that.
      await dario.getByText("Ce temps n’est pas retenu").waitFor()
      await dario.getByRole("button", { name: "Non", exact: true }).click()
      await isFitForAll(dario)
      await dario.getByRole("button", { name: "Fermer" }).click()
      await settled(dario)
    })
    await give(dario, "texts.time", { textId: speechId, seconds: 36 })
    await step(amina, "learned", async () => {
      await amina.goto(`/textes/${speechId}`)
      await amina.getByText("Au rythme de Dario Lemmens").waitFor()
      await looked(amina)
      await shot(amina, "speech")
    })
  })
})

describe("an argument sheet", () => {
  it("names its sources, and is cited by a speech with the words it has today", async () => {
    const { textId: sheetId } = await give(amina, "texts.begin", {
      bodyId,
      kind: "argument_sheet",
      title: "Ce que coûte un train",
      fields: { valid_until: Temporal.Now.plainDateISO().add({ days: 10 }).toString() },
    })
    const rewrite = async (text: string) => {
      const { text: now } = await ask(amina, "texts.read", { textId: sheetId })
      await give(amina, "texts.save", { textId: sheetId, doc: written(text), base: now.doc })
    }
    await rewrite("Un train coûte quatre euros par voyageur.")
    await give(amina, "texts.change", {
      textId: sheetId,
      title: "Ce que coûte un train",
      authorId: speakerId,
      fields: {},
    })
    await give(amina, "texts.validate", { textId: sheetId })
    await step(amina, "sources", async () => {
      await amina.goto(`/textes/${sheetId}`)
      await amina.getByText("Aucune source n’est dite").waitFor()
      await amina.getByLabel("Adresse", { exact: true }).fill("https://rail.example/rapport-2026")
      await amina.getByLabel(/^Ce qu’on y trouve/).fill("Tableau 4")
      await amina.getByRole("button", { name: "Ajouter la source" }).click()
      await amina.getByRole("link", { name: "https://rail.example/rapport-2026" }).waitFor()
      await looked(amina)
      await shot(amina, "sheet")
    })
    await step(amina, "cite", async () => {
      await amina.goto(`/textes/${speechId}`)
      await amina.getByText("Citer une fiche d’arguments").click()
      await amina.getByRole("combobox", { name: /^Fiche d’arguments/ }).waitFor()
      await pick(amina, /^Fiche d’arguments/, "Ce que coûte un train")
      await amina.getByRole("button", { name: "Citer la fiche" }).click()
      await amina.getByText("Lire la fiche").click()
      await amina.getByText("Un train coûte quatre euros par voyageur.").waitFor()
      await looked(amina)
      await give(amina, "texts.reopen", { textId: sheetId })
      await rewrite("Un train coûte cinq euros par voyageur.")
      await give(amina, "texts.validate", { textId: sheetId })
      await amina.reload()
      await amina.getByText("La fiche a changé depuis").waitFor()
      await looked(amina)
      await shot(amina, "cited")
      await amina.getByRole("button", { name: "J’ai lu, la citer ainsi" }).click()
      await amina.getByText("La fiche a changé depuis").waitFor({ state: "detached" })
      await amina.goto(`/textes/${sheetId}`)
      await amina.getByText("cite la version 2").waitFor()
    })
  })
})

describe("a vœu", () => {
  it("is signed by somebody of another group, from the link in a letter, without account", async () => {
    const said = { bodyId, kind: "wish", title: "Un train par heure", authorId: speakerId }
    const { textId } = await give(amina, "texts.begin", said)
    const { text } = await ask(amina, "texts.read", { textId })
    await give(amina, "texts.save", { textId, doc: written("Que le train passe."), base: text.doc })
    await give(amina, "texts.validate", { textId })
    await step(amina, "ask to cosign", async () => {
      await amina.goto(`/textes/${textId}`)
      await amina.getByLabel(/^Élu·e d’un autre groupe/).fill("Zoé Renard")
      await amina.getByLabel(/^Son groupe/).fill("Groupe Ensemble")
      await amina.getByLabel(/^Son courriel/).fill("zoe@ensemble.example")
      await amina.getByLabel(/^Réponse avant la fin du/).fill(Temporal.Now.plainDateISO().add({ days: 5 }).toString())
      await looked(amina)
      await amina.getByRole("button", { name: "Demander de cosigner" }).click()
      await amina.getByText("demandé", { exact: true }).waitFor()
      await shot(amina, "cosigners")
    })
    const { html } = await letterTo(app, "zoe@ensemble.example", /cosigner/)
    const link = /href="([^"]*\/a\/[^"]*)"/.exec(html || "")![1]!
    const zoe = await app.visit({ width: 360, height: 740 })
    await step(zoe, "cosign", async () => {
      await zoe.goto(link)
      await zoe.getByText("Que le train passe.").waitFor()
      await isFitForAll(zoe)
      await shot(zoe, "cosign")
      await zoe.getByLabel("Un mot, si vous le souhaitez").fill("Bien volontiers.")
      await zoe.getByRole("button", { name: "Je signe" }).click()
      await zoe.getByText("Votre nom est sous ce texte.").waitFor()
    })
    await step(amina, "cosigned", async () => {
      await amina.reload()
      await amina.getByText("Bien volontiers.").waitFor()
      await looked(amina)
    })
  })
})

describe("what we said", () => {
  it("is found by a word, matter by matter, with the sentence", async () => {
    await step(amina, "said", async () => {
      await amina.goto("/qu-avons-nous-dit")
      await amina.getByText("Un mot, un thème").waitFor()
      await looked(amina)
      // What was just written is found once the journal was followed.
      for (let tries = 0; tries < 40; tries++) {
        await amina.goto("/qu-avons-nous-dit?q=voyageur")
        await settled(amina)
        if (await amina.getByRole("link", { name: "Ce que coûte un train" }).count()) break
        await pause(500)
      }
      await amina.getByRole("link", { name: "Ce que coûte un train" }).waitFor()
      await amina.locator("mark", { hasText: "voyageur" }).waitFor()
      await looked(amina)
      await shot(amina, "said")
    })
  })
})

const scrolled = (page: Page) => page.evaluate<number>(`document.querySelector(".prompter-words").scrollTop`)
