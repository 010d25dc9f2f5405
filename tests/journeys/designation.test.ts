import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, settled, startApp, step } from "./app.ts"
import { choose, pick } from "./hands.ts"
import { ask, found, give } from "./people.ts"

// After the elections, Inès has nine seats of the CPAS before her: three are theirs, two for the Greens and one for the citizens.
let app: App
let page: Page
let bodyId: string
let at: string
const today = Temporal.Now.plainDateISO("Europe/Brussels")
const folder = process.env["SHOTS"]
const look = async (name: string) => {
  await isFitForAll(page)
  if (!folder) return
  for (const [width, theme] of [
    [360, "light"],
    [360, "dark"],
    [1280, "light"],
    [1280, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 })
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: `${folder}/${name}-${width}-${theme}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 360, height: 780 })
  await page.emulateMedia({ colorScheme: "light" })
}
const button = (name: string) => page.getByRole("button", { name, exact: true })

before(async () => {
  app = await startApp()
  page = await app.visit({ width: 360, height: 780 })
  bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const { person } = await ask(page, "session.read", {})
  const ids: Record<string, string> = {}
  for (const [given_name, family_name, form] of [
    ["Élodie", "d’Outre-l’Eau", "f"],
    ["Bastien", "Moreau", "m"],
    ["Colette", "Lambert", "f"],
    ["Samuel", "Peeters", "m"],
  ] as const) {
    const email = `${family_name.replaceAll(/\W/g, "").toLowerCase()}@valmont.example`
    const membership = { ring: "member", since: `${today.year - 3}-01-01` }
    const { personId } = await give(page, "people.add", { bodyId, given_name, family_name, form, email, membership })
    ids[given_name] = personId
  }
  // Colette sits in the council: the law caps who sits in both.
  await give(page, "offices.record", {
    bodyId,
    personId: ids["Colette"],
    institution: { name: "Conseil communal de Valmont", kind: "municipal_council" },
    role: "councillor",
    since: `${today.year - 1}-12-02`,
    origin: "elected",
  })
  const { meetingId } = await give(page, "meetings.prepare", {
    bodyId,
    title: "Assemblée",
    day: today.toString(),
    at: "09:00",
  })
  const { itemId } = await give(page, "agenda.add", {
    meetingId,
    title: "Notre liste au CPAS",
    purpose: "decide",
    minutes: 10,
  })
  await give(page, "meetings.open", { meetingId, chairId: person.id })
  await give(page, "meetings.waiveQuorum", { meetingId, reason: "Peu de monde, tous d’accord" })
  await give(page, "decisions.take", { itemId, text: "L’assemblée arrête sa liste pour le CPAS.", how: "consent" })
})
after(() => app?.stop())

const line = async (nth: number, name: string, weight: number) => {
  await page.getByLabel(`Nom, ligne ${nth}`, { exact: true }).fill(name)
  await page
    .getByLabel(new RegExp(`, ligne ${nth}$`))
    .nth(1)
    .fill(String(weight))
}

describe("a designation", () => {
  it("begins with where, as what, and for how many seats", async () => {
    await step(page, "prepare", async () => {
      await page.goto("/designations")
      await settled(page)
      await page.getByRole("link", { name: "Nouvelle désignation" }).first().click()
      const institution = page.getByRole("combobox", { name: /^Institution/ })
      await institution.fill("CPAS de Valmont")
      await page.getByRole("option", { name: /CPAS de Valmont/ }).click()
      await choose(page, "Genre d’institution", /^CPAS/)
      await choose(page, "En qualité de", /^membre du conseil$/)
      await page.getByLabel(/^Sièges à pourvoir là-bas/).fill("9")
      await page.getByLabel(/^Suppléances, au plus/).fill("1")
      await page.getByLabel(/^Premier jour/).fill(today.toString())
      await page.getByLabel(/^Dernier jour/).fill(today.add({ years: 6 }).toString())
      await page.getByLabel(/^Quelle assemblée/).selectOption({ label: "Conseil communal de Valmont" })
      await page.getByRole("radio", { name: /^Alternance stricte/ }).check()
      await page.getByRole("radio", { name: "Personne ne l’a dit", exact: true }).check()
      await look("1-preparer")
      await button("Préparer la désignation").click()
      await page.getByRole("heading", { level: 1, name: "Désignation : CPAS de Valmont" }).waitFor()
      at = new URL(page.url()).pathname
      await look("2-preparee")
    })
  })

  it("computes our seats by the key between the lists, and shows each division", async () => {
    await step(page, "key", async () => {
      await page.getByRole("link", { name: "Calculer nos sièges par une clé", exact: true }).click()
      await page.getByRole("radio", { name: /^Règle du CPAS/ }).waitFor()
      await line(1, "PS", 9)
      await button("Ajouter une ligne").click()
      await line(2, "Les Rives", 6)
      await page.getByRole("radio", { name: /^C’est nous ?, Les Rives/ }).check()
      await button("Ajouter une ligne").click()
      await line(3, "MR", 4)
      await page.getByText("Les Rives : 6 sur 19, ce qui donne 3 sièges sur 9.").waitFor()
      await page.getByText("Refaire le calcul à la main", { exact: true }).click()
      await page.getByText("6 × 9 ÷ 19 = 2,842").waitFor()
      await look("3-cle")
      await button("Enregistrer la clé").click()
      await page.getByText("3 sièges nous reviennent, sur 9.").waitFor()
    })
  })

  it("shares them between our components", async () => {
    await step(page, "components", async () => {
      await page.getByRole("link", { name: "Partager nos sièges entre nos composantes", exact: true }).click()
      await page.getByRole("radio", { name: /^D’Hondt/ }).waitFor()
      await line(1, "Verts", 5)
      await button("Ajouter une ligne").click()
      await line(2, "Citoyennes et citoyens", 3)
      await page.getByText("Verts : 5 sur 8, ce qui donne 2 sièges sur 3.").waitFor()
      await look("4-composantes")
      await button("Enregistrer la clé").click()
      await page.getByRole("heading", { level: 3, name: "Entre nos composantes" }).waitFor()
      await look("5-sieges")
    })
  })

  it("tells while the list is made what breaks the alternation, and what the law says", async () => {
    await step(page, "list", async () => {
      await page.getByRole("link", { name: "Faire la liste", exact: true }).click()
      for (const [typed, name, component] of [
        ["Élodie", "Élodie d’Outre-l’Eau", "Verts"],
        ["Colette", "Colette Lambert", "Verts"],
        ["Bastien", "Bastien Moreau", "Citoyennes et citoyens"],
        ["Samuel", "Samuel Peeters", null],
      ] as const) {
        await page.getByRole("combobox", { name: /^Ajouter une personne/ }).waitFor()
        await pick(page, /^Ajouter une personne/, typed)
        const which = page.getByLabel(`Composante de ${name}`, { exact: true })
        await which.waitFor()
        if (component) await which.selectOption({ label: component })
      }
      await page.keyboard.press("Escape")
      await page.getByText(/L’alternance se rompt à la place 2/).waitFor()
      await page.getByText(/Un tiers au plus du conseil de l’action sociale/).waitFor()
      await look("6-liste")
      await page.getByRole("button", { name: /^Monter.*Bastien Moreau$/ }).click()
      await page.getByText(/L’alternance se rompt/).waitFor({ state: "detached" })
      await button("Enregistrer la liste").click()
      await page.getByRole("heading", { level: 2, name: "Ce qui décide" }).waitFor()
      await look("7-decision")
    })
  })

  it("is decided by a decision of the register, then designated, with a reason for what needs one", async () => {
    await step(page, "designate", async () => {
      await page.getByRole("radio", { name: "Par une décision du registre", exact: true }).check()
      await pick(page, /^Quelle décision/, "CPAS")
      await button("Enregistrer ce qui a décidé").click()
      await page.getByRole("heading", { level: 2, name: "Désigner" }).waitFor()
      await page
        .getByLabel(/^Pourquoi malgré tout/)
        .fill("Deux sur neuf siègent aux deux conseils : le tiers est respecté.")
      await look("8-designer")
      await button("Désigner ces 4 personnes").click()
      await page.getByText("Désignation faite").first().waitFor()
      await look("9-faite")
    })
  })

  it("stands in the register of outside mandates, and on paper", async () => {
    await step(page, "register", async () => {
      await page.goto("/mandats")
      await page
        .getByRole("link", { name: /Bastien Moreau/ })
        .first()
        .waitFor()
      await page
        .getByRole("link", { name: /Samuel Peeters/ })
        .first()
        .waitFor()
      const answer = await page.request.get(`/api${at.replace("/designations", "/designations")}/designation.pdf`)
      const pdf = await answer.body()
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-")
      if (folder) await (await import("node:fs/promises")).writeFile(`${folder}/designation.pdf`, pdf)
    })
  })

  it("is followed by the first substitute when somebody leaves", async () => {
    await step(page, "follow", async () => {
      const { people } = await ask(page, "designations.read", { designationId: at.split("/").at(-1)! })
      const { office_id: officeId } = people.find(({ name }: { name: string }) => name === "Bastien Moreau")
      await give(page, "offices.end", { officeId, until: today.add({ days: 40 }).toString() })
      await page.goto("/")
      await page.getByRole("link", { name: /^Voir qui prend la suite/ }).click()
      await page.getByRole("heading", { level: 2, name: "Un siège se libère" }).waitFor()
      await look("10-suite")
      await button("Faire siéger pour le reste du mandat").click()
      await page.getByText(/suit Bastien Moreau depuis le/).waitFor()
      await look("11-suivie")
    })
  })

  it("leaves equals open until somebody writes down the lot, and prepares a vote for exactly its seats", async () => {
    await step(page, "tie", async () => {
      const { designationId } = await give(page, "designations.prepare", {
        bodyId,
        institution: { name: "Intercommunale des Eaux", kind: "intercommunale" },
        role: "delegate",
        seats: 5,
        since: today.add({ months: 1 }).toString(),
        parity: "balance",
      })
      const lines = [
        ["PS", 10, null],
        ["Les Rives", 3, "Gauches"],
        ["Citoyens", 3, "Gauches"],
        ["MR", 4, null],
      ].map(([name, weight, together]) => ({ name, weight, together }))
      await give(page, "designations.setKey", {
        designationId,
        of: "groups",
        key: { method: "dhondt", lines, ours: 1 },
      })
      await page.goto(`/designations/${designationId}`)
      await page.getByText("Le nombre de nos sièges dépend d’une égalité").waitFor()
      await page.getByText("Refaire le calcul à la main", { exact: true }).click()
      await look("12-egalite")
      await page.getByRole("checkbox", { name: "Les Rives", exact: true }).check()
      await page.getByRole("radio", { name: "Par un tirage au sort", exact: true }).check()
      await page.getByLabel(/^Quelle règle, ou quel tirage/).fill("Tiré au conseil devant les deux listes")
      await button("Noter le départage").click()
      await page.getByText("1 siège nous revient, sur 5.").waitFor()
      const { rows } = await ask(page, "people.pick", { q: "Élodie" }).then((found) => ({ rows: found.rows ?? found }))
      await give(page, "designations.setList", { designationId, people: [{ personId: rows[0].id }] })
      await page.reload()
      await page.getByRole("link", { name: "Préparer un vote pour ce siège", exact: true }).click()
      await page
        .getByLabel(/^Titre|^Intitulé/)
        .first()
        .waitFor()
      await page.getByRole("button", { name: "Retirer Élodie d’Outre-l’Eau" }).waitFor()
      await look("13-vote")
    })
  })
})
