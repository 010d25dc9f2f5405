import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { ask, enter, give } from "./people.ts"
import {
  answerLink,
  arrive,
  at,
  choose,
  conveneLate,
  foundLisle,
  letterTo,
  onAPhone,
  open,
  pick,
  startItem,
} from "./hands.ts"

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
const later = soon.add({ minutes: 150 })
const decided = "La locale demande une piétonnisation à l’essai pendant six mois."
const inAMonth = soon.add({ months: 1 }).toPlainDate().toString()

describe("a secretary, from an empty folder", () => {
  it("creates her chapter with the code of the terminal", async () => {
    await step(page, "create", async () => {
      await foundLisle(page, { code: app.code, email: "amina.belkacem@lisle.example", look: isFitForAll })
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

  it("imports two more from the file of the treasurer, and sees first what each line would do", async () => {
    await step(page, "import", async () => {
      await page.goto("/personnes/importer")
      await isFitForAll(page)
      const csv = "Prénom;Nom;Courriel\r\nÉlise;Dewandre;elise@lisle.example\r\nNoor;Van Acker;noor@lisle.example\r\n"
      await page
        .getByLabel("Fichier", { exact: true })
        .setInputFiles({ name: "membres.csv", mimeType: "text/csv", buffer: Buffer.from(csv) })
      await page.getByRole("button", { name: "Regarder ligne par ligne" }).click()
      await page.getByText("2 nouvelles").waitFor()
      await page.getByRole("row", { name: /Noor Van Acker/ }).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Ajouter 2 personnes" }).click()
      await page.getByText(/2 ajoutées/).waitFor()
      await isFitForAll(page)
    })
  })

  it("writes what its own text says of proxies, which the party does not know", async () => {
    await step(page, "rulebook", async () => {
      await page.goto("/secretariat/reglement")
      await isFitForAll(page)
      await page
        .getByRole("listitem")
        .filter({ hasText: "Procurations" })
        .getByRole("link", { name: "Écrire la nôtre" })
        .click()
      await page.getByLabel("Valeur", { exact: true }).fill("1")
      await page.getByLabel("Article").fill("ROI, art. 12")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Enregistrer" }).click()
      // The page that was left says it too, for a moment.
      const rule = page.getByRole("listitem").filter({ hasText: "Procurations" })
      await rule.getByText("1 procuration par personne", { exact: true }).waitFor()
    })
  })

  it("prepares an assembly", async () => {
    await step(page, "prepare", async () => {
      await page.goto("/reunions/nouvelle")
      await choose(page, "Type de réunion", /Assemblée générale ordinaire/)
      await at(page, soon)
      await page.getByRole("textbox", { name: /^Lieu/ }).fill("Salle des Tanneurs")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Préparer", exact: true }).click()
      await page.getByRole("link", { name: "Ajouter un point" }).click()
      await page.getByRole("textbox", { name: /^Titre/ }).fill("Piétonnisation de la place du Marché")
      await choose(page, "But", /décider/i)
      await page.getByRole("textbox", { name: /^Décision proposée/ }).fill(decided)
      await page.getByRole("button", { name: "Ajouter à l’ordre du jour" }).click()
      await page.getByText("Piétonnisation de la place du Marché").first().waitFor()
      await settled(page)
      await isFitForAll(page)
    })
  })

  it("convenes it by real mail, and says why it is late", async () => {
    await step(page, "convene", async () => {
      await page.getByRole("link", { name: "Passer à la convocation" }).click()
      await conveneLate(page, "Le conseil a avancé sa séance de deux semaines.")
      const letter = await letterTo(app.post, "Karim@lisle.example")
      assert.match(letter.text ?? "", /Le conseil a avancé sa séance/)
      assert.ok(letter.attachments.some(({ mimeType }) => mimeType === "application/pdf"))
      assert.ok(letter.attachments.some(({ mimeType }) => mimeType === "text/calendar"))
    })
  })

  it("hears from a member who has no account", async () => {
    const member = await app.visit({ width: 360, height: 740, colorScheme: "dark" })
    await step(member, "answer", async () => {
      const letter = await letterTo(app.post, "Karim@lisle.example")
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

  it("hears from another that she gives her proxy, from the mail alone", async () => {
    const member = await app.visit({ width: 360, height: 740 })
    await step(member, "proxy", async () => {
      await member.goto(answerLink(await letterTo(app.post, "noor@lisle.example")))
      await member.getByLabel("Je donne procuration").check()
      await member.getByLabel("À qui").selectOption({ label: "Dario Lemmens" })
      await isFitForAll(member)
      await member.getByRole("button", { name: "Répondre" }).click()
      await member.getByText("Nous avons noté que vous donnez procuration à Dario Lemmens.").waitFor()
      await isFitForAll(member)
    })
  })

  it("holds it: who is there, a note, a decision by show of hands, and who is charged", async () => {
    await step(page, "open", async () => {
      await page.getByRole("link", { name: "Tenir", exact: true }).click()
      await open(page, "Dario", "Amina")
      await arrive(page, "Belkacem", "Lemmens", "Aït-Saïd", "Dewandre")
      await page.getByText("4 présents et 1 représenté").waitFor()
      await page.getByText("Noor Van Acker, par Dario Lemmens").waitFor()
      await isFitForAll(page)
    })
    await step(page, "decide", async () => {
      await startItem(page, "Piétonnisation de la place du Marché")
      await page.getByRole("textbox", { name: "Notes" }).click()
      await page.keyboard.type("Karim rappelle le précédent de la rue Basse.")
      await page.getByText("Enregistré").waitFor()
      await choose(page, "Comment elle est prise", "À main levée")
      assert.equal(await page.getByLabel("Texte de la décision").inputValue(), decided)
      await page.getByLabel("Pour", { exact: true }).fill("3")
      await page.getByLabel("Contre", { exact: true }).fill("1")
      await page.getByLabel(/^Abstention/).fill("1")
      await isFitForAll(page)
      await page.getByRole("button", { name: "Prendre la décision" }).click()
      await page.getByText(/^Décision \d{4}-0*1$/).waitFor()
      await page.getByText("Adopté par 3 voix pour, 1 contre, 1 abstention.").waitFor()
    })
    await step(page, "charge", async () => {
      await page.getByText("Confier une tâche").click()
      await page.getByRole("textbox", { name: "Quoi" }).fill("Écrire au collège communal")
      await pick(page, /^Qui/, "Dario")
      await page.getByLabel(/^Pour quand/).fill(inAMonth)
      await page.getByRole("button", { name: "Confier", exact: true }).click()
      await page.getByRole("listitem").filter({ hasText: "Écrire au collège communal" }).getByText("Lemmens").waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
    })
    await step(page, "close", async () => {
      await page.getByRole("button", { name: "Tous les points" }).click()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Lever la réunion" }).click()
      await page.getByRole("dialog").getByRole("button", { name: "Lever la réunion" }).click()
      await page.getByRole("link", { name: "Rédiger le procès-verbal" }).click()
    })
  })

  it("takes the attendance away as a file, which is not offered to a member", async () => {
    const written = page.url()
    const held = written.replace("/rediger", "/tenir?vue=presences")
    const file = { name: "CSV, pour tout tableur" }
    await step(page, "export", async () => {
      await page.goto(held)
      await page.getByText("Exporter les présences").waitFor()
      await isFitForAll(page)
      await onAPhone(page, isFitForAll)
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", file).click()])
      assert.match(await readFile(await download.path(), "utf8"), /;Lemmens;Dario;/)
      await page.goto(written)
      const [{ id: personId }] = await ask(page, "people.pick", { q: "Lemmens" })
      await give(page, "accounts.invite", { personId })
    })
    const member = await app.visit()
    await step(member, "no export", async () => {
      await enter(app, member, "Dario@lisle.example")
      for (const [path, title] of [
        [held, "Présences"],
        ["/decisions", "Décisions"],
      ] as const) {
        await Promise.all([member.waitForResponse(/exports\.rights/), member.goto(path)])
        await member.getByRole("heading", { name: title }).first().waitFor()
        await settled(member)
        assert.equal(await member.getByText(/^Exporter/).count(), 0, path)
      }
    })
  })

  it("writes the minutes and circulates them: they arrive, under their reference", async () => {
    await step(page, "circulate", async () => {
      await page.getByText("Tel qu’il s’imprimera").waitFor()
      await page.getByText("Karim rappelle le précédent de la rue Basse.").first().waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "Diffuser le procès-verbal" }).click()
      await page.getByRole("dialog").getByRole("button", { name: "Diffuser le procès-verbal" }).click()
      await page.getByText("à approuver", { exact: true }).first().waitFor()
      const reference = await page.locator("dt", { hasText: "Référence" }).locator("+ dd").innerText()
      assert.match(reference, /\d{4}/)
      const letter = await letterTo(app.post, "elise@lisle.example", /^Procès-verbal/)
      assert.ok(letter.subject?.includes(reference), `${letter.subject} does not say ${reference}`)
      const [paper] = letter.attachments
      assert.equal(paper?.mimeType, "application/pdf")
      assert.equal(paper.filename, `${reference}.pdf`)
    })
  })

  it("finds their approval on the next agenda by itself, and has them approved", async () => {
    const first = page.url().replace("/rediger", "")
    await step(page, "prepare the next", async () => {
      await page.goto("/reunions/nouvelle")
      await choose(page, "Type de réunion", /Assemblée générale ordinaire/)
      await at(page, later)
      await page.getByRole("textbox", { name: /^Lieu/ }).fill("Salle des Tanneurs")
      await page.getByRole("button", { name: "Préparer", exact: true }).click()
      await page.getByRole("link", { name: /^Approbation du procès-verbal du/ }).waitFor()
      await isFitForAll(page)
    })
    await step(page, "convene the next", async () => {
      await page.getByRole("link", { name: "Passer à la convocation" }).click()
      await conveneLate(page, "La décision doit être confirmée ce soir.")
    })
    await step(page, "approve", async () => {
      await page.getByRole("link", { name: "Tenir", exact: true }).click()
      await open(page, "Dario", "Amina")
      await arrive(page, "Belkacem", "Lemmens", "Aït-Saïd")
      await startItem(page, /^Approbation du procès-verbal du/)
      await isFitForAll(page)
      await page.getByRole("button", { name: "Prendre la décision" }).click()
      await page.getByText("Consensus, sans objection.").waitFor()
      await page.goto(`${first}/approuver`)
      await page.getByText("approuvé", { exact: true }).first().waitFor()
      await isFitForAll(page)
    })
  })

  it("finds what was decided by a word without accents, and what became of it", async () => {
    await step(page, "find", async () => {
      await page.goto("/chercher")
      await page.getByLabel(/^Mots/).fill("pietonnisations")
      await page.getByRole("button", { name: "Chercher", exact: true }).last().click()
      await page.getByRole("button", { name: "décision", exact: true }).click()
      await page
        .getByRole("link", { name: /Piétonnisation/ })
        .first()
        .waitFor()
      await isFitForAll(page)
      await page
        .getByRole("link", { name: /Piétonnisation/ })
        .first()
        .click()
      await page.getByText(decided).waitFor()
      await page.getByText("en vigueur", { exact: true }).waitFor()
      await isFitForAll(page)
    })
    await step(page, "finish", async () => {
      const decision = page.url()
      const task = page.getByRole("listitem").filter({ hasText: "Écrire au collège communal" })
      assert.match(await task.innerText(), /Lemmens/)
      await task.getByRole("link").click()
      await page.getByRole("heading", { level: 1, name: "Écrire au collège communal" }).waitFor()
      await isFitForAll(page)
      await page.getByRole("button", { name: "C’est fait" }).click()
      await page.getByText("faite", { exact: true }).waitFor()
      await page.goto(decision)
      await task.getByText("faite", { exact: true }).waitFor()
      await page.getByText("Toutes ses tâches sont faites.").waitFor()
      await isFitForAll(page)
    })
  })
})
