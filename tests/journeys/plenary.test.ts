import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { writeFile } from "node:fs/promises"
import { zipSync } from "fflate"
import * as mupdf from "mupdf"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { ask, charge, enter, found, give, letterTo } from "./people.ts"
import { reportPdf } from "./reports.ts"

// A plenary of a region, prepared by six people, each at their own screen: from the archive of the institution to what became of
// the last amendment. Nothing that the six do is done for them.
let app: App
let bodyId: string
let assemblyId: string
let sittingId: string
let textId: string
let ines: Page
let mathilde: Page
let etienne: Page
let yann: Page
let nawel: Page
let lucas: Page

const now = Temporal.Now.plainDateISO("Europe/Paris")
const day = now.add({ days: 12 }).toString()
const six = [
  ["Mathilde", "Kerouanton", "f", ["president", "councillor"]],
  ["Étienne", "Guilloux", "m", ["councillor"]],
  ["Yann", "Le Bihan", "m", ["councillor"]],
  ["Nawel", "Hamdi", "f", ["vice-president", "councillor"]],
  ["Lucas", "Perrot", "m", ["staff"]],
] as const

before(async () => {
  app = await startApp()
  const phone = { width: 360, height: 740 }
  ;[ines, mathilde, etienne, yann, nawel, lucas] = await Promise.all([
    app.visit(),
    app.visit(),
    app.visit(phone),
    app.visit(phone),
    app.visit({ ...phone, colorScheme: "dark" }),
    app.visit(),
  ])
  bodyId = await found(app, ines, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GLR", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
  ;({ assemblyId, sittingId } = await give(ines, "sittings.record", {
    bodyId,
    assembly: { name: "Conseil régional des Deux-Rives", kind: "fr_regional_council", seats: 57 },
    title: "Plénière de décembre",
    day,
    at: "09:30",
    place: "Hémicycle",
  }))
  const { groupId } = await give(ines, "assemblies.addGroup", {
    assemblyId,
    short: "RIV",
    name: "Les Rives",
    tint: "green",
    isOurs: true,
  })
  const pages = [mathilde, etienne, yann, nawel, lucas]
  for (const [index, [given_name, family_name, form, functions]] of six.entries()) {
    const email = `${given_name
      .normalize("NFD")
      .replaceAll(/\P{ASCII}/gu, "")
      .toLowerCase()}@rives.example`
    const membership = { ring: "member", since: "2024-01-01" }
    const person = { bodyId, given_name, family_name, form, email, membership }
    const { personId } = await give(ines, "people.add", person)
    for (const key of functions) await charge(ines, bodyId, key, [personId])
    await give(ines, "accounts.invite", { personId })
    await enter(app, pages[index]!, email)
    if (functions.includes("councillor" as never))
      await give(ines, "assemblies.addMember", {
        assemblyId,
        groupId,
        givenName: given_name,
        familyName: family_name,
        personId,
      })
  }
})
after(() => app?.stop())

const reports: [number: number, subject: string, money: string, article: string][] = [
  [214, "Plan vélo régional 2026-2031", "18 000 000", "La Région ouvre cent kilomètres de pistes par an."],
  [215, "Rénovation énergétique des lycées", "42 500 000", "Quatorze lycées sont rénovés avant 2030."],
  [216, "Aide aux librairies indépendantes", "350 000", "Une aide de 5 000 euros est versée à chaque librairie."],
  [217, "Convention avec la SNCF, avenant 3", "1 200 000", "Deux trains du soir sont rétablis."],
]
const [bike, schools] = [reports[0]![1], reports[1]![1]]
/** A page for whoever looks, where one is asked for. */
const shot = async (page: Page, name: string) => {
  const to = process.env["SHOTS"]
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}
const goToItem = async (page: Page, title: string) => {
  await page.goto(`/seances/${sittingId}`)
  await page.getByRole("link", { name: title }).first().click()
  await page.getByRole("heading", { name: title }).waitFor()
}

describe("a plenary prepared by six", () => {
  it("comes as one archive, on the desk of the general secretary", async () => {
    await step(ines, "receive", async () => {
      await ines.goto(`/seances/${sittingId}`)
      const archive = zipSync(
        Object.fromEntries(
          reports.map(([number, subject, money, article]) => [
            `Rapport ${number} - ${subject}.pdf`,
            reportPdf([
              ["CONSEIL RÉGIONAL DES DEUX-RIVES", `RAPPORT N° ${number}`, "", `Objet : ${subject}`, "", `${money} €`],
              ["Article 1er", article, "Article 2", "Un rapport est rendu chaque année."],
            ]),
          ]),
        ),
      )
      await ines
        .getByLabel("Rapports", { exact: true })
        .setInputFiles({ name: "pleniere.zip", mimeType: "application/zip", buffer: Buffer.from(archive) })
      await ines.getByRole("link", { name: "pleniere.zip" }).waitFor()
      await ines.getByRole("button", { name: "Recevoir ces documents" }).click()
      await ines.getByText(/fichiers sont lus/).waitFor({ timeout: 60_000 })
      await ines.getByRole("link", { name: bike }).first().waitFor()
      await isFitForAll(ines)
      await shot(ines, "receive")
    })
  })

  it("is shared out as each would like", async () => {
    for (const [page, title] of [
      [etienne, `214 · ${bike}`],
      [nawel, `215 · ${schools}`],
    ] as const)
      await step(page, "wish", async () => {
        await page.goto(`/seances/${sittingId}/repartir`)
        await page.getByRole("button", { name: "Enregistrer mes souhaits" }).waitFor()
        await choose(page, `Mon souhait : ${title}`, "je voudrais le lire")
        await page.getByRole("button", { name: "Enregistrer mes souhaits" }).click()
        await page.getByText("Vos souhaits sont notés.").waitFor()
        await isFitForAll(page)
      })
    await step(ines, "share", async () => {
      await ines.getByRole("link", { name: "Répartir", exact: true }).click()
      await ines.getByText("proposé : le souhaite").first().waitFor()
      await shot(ines, "share")
      await ines.getByRole("button", { name: "Confirmer la répartition" }).click()
      await ines.getByText("lu par Étienne Guilloux").first().waitFor()
      await ines.getByText("lu par Nawel Hamdi").first().waitFor()
    })
  })

  it("is read by whoever took it, on a telephone, who proposes a vote", async () => {
    await step(etienne, "read", async () => {
      await etienne.goto("/")
      await etienne.getByText("Un point à lire pour Plénière de décembre").waitFor()
      await etienne.getByRole("link", { name: "Ouvrir la séance" }).first().click()
      await etienne.getByRole("link", { name: bike }).first().click()
      await etienne.getByLabel(/^De quoi il s’agit/).fill("Cent kilomètres de pistes par an, pour 18 M€.")
      await etienne.getByLabel("La fiche est prête pour les autres").check()
      await etienne.getByRole("button", { name: "Enregistrer la fiche" }).click()
      await etienne.getByText("La fiche est enregistrée.").waitFor()
      await choose(etienne, "Vote", "pour")
      await etienne.getByLabel(/^À quelle condition/).fill("si notre amendement est adopté")
      await etienne.getByRole("button", { name: "Enregistrer la position" }).click()
      await etienne.getByText(/Proposé par Étienne Guilloux/).waitFor()
      await isFitForAll(etienne)
      await shot(etienne, "read")
    })
  })

  it("has its report amended by touching a paragraph", async () => {
    await step(etienne, "amend", async () => {
      await etienne.getByRole("link", { name: "Amender un texte de ce point" }).click()
      await etienne.getByLabel("Titre du texte", { exact: true }).fill("Plan vélo régional")
      await etienne.getByRole("radio", { name: /Rapport 214/ }).check({ force: true })
      await isFitForAll(etienne)
      await etienne.getByRole("button", { name: "Lire le texte" }).click()
      await etienne.getByRole("button", { name: "Amender cette version 1" }).click({ timeout: 30_000 })
      await etienne.getByRole("link", { name: reports[0]![3] }).click()
      await etienne
        .getByLabel("L’alinéa tel qu’il devrait être", { exact: true })
        .fill(reports[0]![3].replace("cent kilomètres", "cent cinquante kilomètres"))
      await etienne.getByLabel(/^Exposé des motifs/).fill("Le retard pris depuis 2021 est de cinquante kilomètres.")
      await isFitForAll(etienne)
      await shot(etienne, "amend")
      await etienne.getByRole("button", { name: "Enregistrer l’amendement" }).click()
      await etienne.getByRole("heading", { name: /^Projet, Étienne Guilloux/ }).waitFor()
      textId = (await ask(etienne, "texts.list", { bodyId })).rows[0].id
    })
    await step(mathilde, "validate", async () => {
      await mathilde.goto(`/textes/${textId}`)
      await mathilde.getByRole("button", { name: "Valider et numéroter" }).click()
      await mathilde
        .getByText(/GLR-\d+-AMD-0001/)
        .first()
        .waitFor()
    })
    await step(etienne, "sign", async () => {
      await etienne.goto(`/textes/${textId}`)
      await etienne.getByRole("button", { name: "Signer", exact: true }).click()
      await etienne.getByText("C’est signé.").waitFor()
    })
  })

  it("is cosigned from another group by link, and lodged with its proof", async () => {
    await step(ines, "cosign", async () => {
      await ines.goto(`/textes/${textId}`)
      await ines.getByLabel(/^Élu·e d’un autre groupe/).fill("Zoé Renard")
      await ines.getByLabel(/^Son courriel/).fill("zoe@ensemble.example")
      await ines.getByLabel(/^Réponse avant la fin du/).fill(now.add({ days: 5 }).toString())
      await ines.getByRole("button", { name: "Demander de cosigner" }).click()
      const { html } = await letterTo(app, "zoe@ensemble.example", /cosigner/)
      const zoe = await app.visit({ width: 360, height: 740 })
      await zoe.goto(/href="([^"]*\/a\/[^"]*)"/.exec(html || "")![1]!)
      await zoe
        .getByText(/«\scinquante\s»/)
        .first()
        .waitFor()
      await isFitForAll(zoe)
      await shot(zoe, "cosign")
      await zoe.getByRole("button", { name: "Je signe" }).click()
      await zoe.getByText("Votre nom est sous ce texte.").waitFor()
      await zoe.close()
    })
    await step(ines, "lodge", async () => {
      await ines.reload()
      await ines.getByText("Zoé Renard").first().waitFor()
      await ines.getByLabel("À (facultatif)").fill("11:58")
      await ines.getByRole("radio", { name: "Par courriel" }).check({ force: true })
      await ines.getByLabel(/^Numéro donné par l’assemblée/).fill("12")
      await ines.getByLabel(/^Récépissé/).setInputFiles({
        name: "recepisse.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from(reportPdf([["Amendement 12 reçu à 11 h 58"]])),
      })
      await ines.getByRole("link", { name: "recepisse.pdf" }).waitFor()
      await isFitForAll(ines)
      await ines.getByRole("button", { name: "Noter le dépôt" }).click()
      await ines.getByText(/à 11\sh\s58, par courriel/).waitFor()
      await shot(ines, "lodged")
    })
  })

  it("goes to the group, whose president decides", async () => {
    await step(ines, "agenda", async () => {
      const eve = { bodyId, title: "Réunion du groupe", day: now.add({ days: 9 }).toString(), at: "18:00" }
      await give(ines, "meetings.prepare", eve)
      await goToItem(ines, bike)
      await ines.getByRole("button", { name: "À l’ordre du jour de cette réunion" }).click()
      await ines.getByText("C’est à l’ordre du jour.").waitFor()
    })
    await step(mathilde, "decide", async () => {
      await goToItem(mathilde, bike)
      await mathilde.getByText(/Proposé par Étienne Guilloux/).waitFor()
      await mathilde.getByRole("button", { name: "Enregistrer la position" }).click()
      await mathilde.getByText(/Proposé par/).waitFor({ state: "detached" })
      await goToItem(mathilde, schools)
      await choose(mathilde, "Vote", "pour")
      await mathilde.getByRole("button", { name: "Enregistrer la position" }).click()
      await mathilde.getByText("La position est notée.").waitFor()
      await isFitForAll(mathilde)
    })
  })

  it("is spoken on within the minutes of the group", async () => {
    await step(ines, "minutes", async () => {
      await goToItem(ines, bike)
      await pick(ines, /^Prise de parole 1/, "Yann")
      await ines.getByLabel(/^Minutes de la prise de parole 1/).fill("3")
      await ines.getByRole("button", { name: "Enregistrer les prises de parole" }).click()
      await ines.getByText("La parole est répartie.").waitFor()
    })
    await step(yann, "speech", async () => {
      await goToItem(yann, bike)
      await yann.getByRole("link", { name: "Nouveau texte" }).click()
      await yann.getByRole("button", { name: /^Retirer 214/ }).waitFor()
      await choose(yann, "Genre de texte", "Intervention")
      await yann.getByLabel("Titre", { exact: true }).fill("Pour cent cinquante kilomètres")
      await yann.getByLabel(/^Temps de parole, en minutes/).fill("3")
      await yann.getByRole("button", { name: "Commencer le texte" }).click()
      const words = yann.getByRole("textbox", { name: "Texte", exact: true })
      await words.fill("Monsieur le président, cent kilomètres par an ne rattrapent pas le retard pris depuis 2021.")
      await yann.getByText("Enregistré", { exact: true }).waitFor()
      await yann.getByText(/à voix haute, sur 3\smin/).waitFor()
      await isFitForAll(yann)
      await shot(yann, "speech")
    })
  })

  it("is carried into the hemicycle as one book", async () => {
    await step(lucas, "book", async () => {
      await lucas.goto(`/seances/${sittingId}/livret`)
      await choose(lucas, "Pour lire", /sur papier/)
      await lucas.getByRole("button", { name: "Faire le livret" }).click()
      await lucas.getByText("à jour", { exact: true }).waitFor({ timeout: 40_000 })
      await isFitForAll(lucas)
      await shot(lucas, "book")
    })
    await step(ines, "open the book", async () => {
      await ines.goto(`/seances/${sittingId}/livret`)
      const link = ines.getByRole("link", { name: /^Exemplaire/ }).first()
      const pdf = await (await ines.request.get((await link.getAttribute("href"))!)).body()
      if (process.env["SHOTS"]) await writeFile(`${process.env["SHOTS"]}/livret.pdf`, pdf)
      const book = mupdf.Document.openDocument(pdf, "application/pdf")
      const said = Array.from({ length: book.countPages() }, (_, at) =>
        book.loadPage(at).toStructuredText("").asText(),
      ).join("\n")
      for (const words of [bike, schools, "si notre amendement est adopté", "insérer le mot", "Yann Le Bihan"])
        assert.ok(said.replaceAll(/\s+/g, " ").includes(words), words)
    })
  })

  it("is sat: what is agreed in the corridor reaches the bench, and the votes are noted", async () => {
    await give(ines, "sittings.change", { sittingId, title: "Plénière de décembre", day: now.toString(), at: "09:30" })
    await step(lucas, "call", async () => {
      await lucas.goto(`/seances/${sittingId}/direct`)
      await nawel.goto(`/seances/${sittingId}/direct`)
      await lucas.getByRole("button", { name: "Appeler ce point" }).click()
      await nawel.getByText("en débat", { exact: true }).waitFor()
    })
    await step(mathilde, "corridor", async () => {
      await mathilde.goto(`/seances/${sittingId}/direct`)
      await mathilde.getByText("Changer la position").click()
      await choose(mathilde, "Vote", /^abstention/)
      await mathilde.getByRole("button", { name: "Le dire à tous" }).click()
      await nawel.getByText("Point 214 : nous nous abstenons").waitFor({ timeout: 8000 })
      await isFitForAll(nawel)
      await shot(nawel, "corridor")
      await nawel.getByRole("button", { name: /^Vu/ }).click()
    })
    await step(lucas, "votes", async () => {
      await lucas.getByRole("button", { name: "Votes", exact: true }).click()
      await lucas.getByRole("button", { name: /^Tous comme notre position/ }).click()
      await lucas.getByText("Les votes sont notés.").waitFor()
      await choose(lucas, "Issue", "adopté, amendé")
      await lucas.getByRole("button", { name: "Noter le résultat" }).click()
      await lucas.getByText("L’issue est notée.").waitFor()
      await isFitForAll(lucas)
      await shot(lucas, "votes")
    })
  })

  it("is followed to what became of the last amendment, and to what was promised", async () => {
    await step(ines, "follow", async () => {
      await ines.goto(`/textes/${textId}`)
      await choose(ines, "Ce qui s’est passé", "adopté")
      await ines.getByRole("button", { name: "Noter", exact: true }).click()
      await ines.getByText("adopté", { exact: true }).first().waitFor()
      await ines.goto(`/seances/${sittingId}/suivre`)
      await ines.getByLabel("Qui s’engage").fill("le vice-président aux mobilités")
      await ines.getByLabel("À quoi").fill("publier la carte des pistes")
      await ines.getByRole("button", { name: "Noter l’engagement" }).click()
      await ines.getByText("C’est noté, avec une tâche pour le rappeler.").waitFor()
      await isFitForAll(ines)
      await shot(ines, "follow")
      await ines.goto("/seances/bilan")
      await ines.getByRole("heading", { name: "Ce que ces textes sont devenus" }).waitFor()
      await shot(ines, "tally")
    })
  })
})
