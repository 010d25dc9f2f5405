import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { type App, isFitForAll, startApp, step } from "./app.ts"
import { ask, charge, enter, found, give, letterTo } from "./people.ts"

// Four people choose who keeps the treasury: the secretary at her desk, two on their phones, one in the room without any.
let app: App
let ines: Page
let sarah: Page
let hugo: Page
let at: string
const ids = new Map<string, string>()

before(async () => {
  app = await startApp()
  ines = await app.visit({ width: 1280, height: 900 })
  sarah = await app.visit({ width: 360, height: 740 })
  hugo = await app.visit({ width: 360, height: 740 })
  const bodyId = await found(app, ines, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  for (const [given_name, family_name, form] of [
    ["Sarah", "Duchemin", "f"],
    ["Hugo", "Lambrechts", "m"],
    ["Anatole", "Peeters", "m"],
  ] as const) {
    const email = `${given_name.toLowerCase()}@valmont.example`
    const membership = { ring: "member", since: "2020-01-01" }
    const person = { bodyId, given_name, family_name, form, sure: true, membership }
    const { personId } = await give(ines, "people.add", { ...person, ...(given_name !== "Anatole" && { email }) })
    ids.set(given_name, personId)
    if (given_name !== "Anatole") await give(ines, "accounts.invite", { personId })
  }
  await charge(ines, bodyId, "treasurer", [ids.get("Anatole")!])
  await enter(app, sarah, "sarah@valmont.example")
  await enter(app, hugo, "hugo@valmont.example")
})
after(() => app?.stop())

// For whoever looks at the pages themselves: SHOTS=folder.
const shot = async (where: Page, name: string) => {
  const folder = process.env["SHOTS"]
  if (folder) await where.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const rightsOf = async (name: string) =>
  JSON.stringify(await ask(ines, "mandates.rights", { personId: ids.get(name)! }))
const button = (where: Page, name: string) => where.getByRole("button", { name, exact: true })
/** The act, then the one of the dialog that says what will happen. */
const sure = async (where: Page, name: string) => {
  await button(where, name).click()
  await where.getByRole("dialog").getByRole("button", { name, exact: true }).click()
}
const OPENLY = "Vos propositions et vos raisons seront lues par toutes et tous, avec votre nom."

/** Names somebody on one’s own page. */
const names = async (where: Page, whom: RegExp | string, reasons: string) => {
  await where.getByText(OPENLY).waitFor()
  await where.getByLabel("Je propose", { exact: true }).selectOption({ label: String(whom) })
  await where.getByLabel("Mes raisons", { exact: true }).fill(reasons)
  await isFitForAll(where)
  await shot(where, `nommer-${where === ines ? 1280 : 360}`)
  await button(where, "Envoyer ma nomination").click()
  await where.getByRole("heading", { level: 2, name: "Votre nomination" }).waitFor()
}

const answers = async (where: Page, answer: RegExp, objection?: string) => {
  await where.getByRole("radio", { name: answer }).check()
  if (objection) await where.getByLabel("Votre objection", { exact: true }).fill(objection)
  await isFitForAll(where)
  await button(where, "Envoyer ma réponse").click()
  await where.getByRole("heading", { level: 2, name: "Votre réponse" }).waitFor()
}

const notesAnswerFor = async (name: string) => {
  await ines.getByText("Noter pour quelqu’un dans la salle", { exact: true }).click()
  await ines.getByLabel("Pour qui", { exact: true }).selectOption({ label: name })
  await ines
    .getByRole("radio", { name: /^Consentement/ })
    .last()
    .check()
  await button(ines, `Noter pour ${name}`).click()
  await ines
    .getByText(/noté par Inès Vandermeer/)
    .first()
    .waitFor()
}

describe("an election without candidate", () => {
  it("begins with the role, which the secretary writes and opens", async () => {
    await step(ines, "prepare", async () => {
      await ines.goto("/elections-sans-candidat")
      await ines.getByRole("link", { name: "Nouvelle élection sans candidat" }).first().click()
      await ines.getByLabel("Pour quelle fonction", { exact: true }).selectOption({ label: "Trésorerie" })
      await ines.getByLabel(/^Ce que le rôle demande/).fill("Aimer les chiffres\nRépondre dans la semaine")
      await ines.getByLabel(/^Durée/).fill("Deux ans")
      await ines.getByLabel("Les membres", { exact: true }).check()
      await isFitForAll(ines)
      await shot(ines, "nouvelle-1280")
      await button(ines, "Préparer l’élection").click()
      await ines.getByText("Personne d’autre ne voit encore cette élection.").first().waitFor()
      at = new URL(ines.url()).pathname
      await shot(ines, "role-1280")
      await sure(ines, "Ouvrir les nominations aux personnes de la liste électorale")
      await ines.getByText("0 sur 4 ont écrit leur nomination").waitFor()
    })
  })

  it("is named by nature: the page says it, and shows nothing of the others before all are shown", async () => {
    await step(sarah, "name", async () => {
      await sarah.goto("/")
      await sarah.getByRole("link", { name: /^Nommer quelqu’un/ }).click()
      await names(sarah, "Hugo Lambrechts", "Il a tenu la caisse du marché sans une erreur.")
      await shot(sarah, "nommee-360")
    })
    await step(hugo, "name", async () => {
      await hugo.goto(at)
      await names(hugo, "Sarah Duchemin", "Elle explique les comptes à tout le monde.")
      await hugo.getByText("2 sur 4 ont écrit leur nomination").waitFor()
      if (await hugo.getByText("la caisse du marché").count()) throw new Error("read too early")
    })
    await step(ines, "name and note", async () => {
      await names(ines, "Sarah Duchemin", "Elle a le temps, et l’envie.")
      await ines.getByText("Noter pour quelqu’un dans la salle", { exact: true }).click()
      await ines.getByLabel("Pour qui", { exact: true }).selectOption({ label: "Anatole Peeters" })
      await ines.getByLabel("Propose", { exact: true }).selectOption({ label: "Hugo Lambrechts" })
      await ines.getByLabel("Ses raisons", { exact: true }).fill("Il est là à chaque réunion.")
      await isFitForAll(ines)
      await button(ines, "Noter pour Anatole Peeters").click()
      await ines.getByText("4 sur 4 ont écrit leur nomination").waitFor()
      await sure(ines, "Montrer toutes les nominations")
    })
  })

  it("shows all nominations at once with their reasons, then lets each change once", async () => {
    await step(sarah, "read", async () => {
      await sarah.getByText("Elle explique les comptes à tout le monde.").waitFor()
      await sarah.getByText(/noté par Inès Vandermeer/).waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "raisons-360")
    })
    await step(ines, "open changes", async () => {
      await button(ines, "Ouvrir le tour de changement").click()
      await button(ines, "Je garde Sarah Duchemin").click()
    })
    await step(sarah, "change", async () => {
      await sarah.getByText("Changer de proposition", { exact: true }).first().click()
      await sarah
        .getByLabel("Je propose maintenant", { exact: true })
        .selectOption({ label: "Moi-même (Sarah Duchemin)" })
      await sarah.getByLabel("Ce qui m’a fait changer d’avis", { exact: true }).fill("Vos raisons m’ont donné envie.")
      await isFitForAll(sarah)
      await shot(sarah, "changer-360")
      await button(sarah, "Changer de proposition").click()
      await sarah.getByText("Vous êtes passé·e de Hugo Lambrechts à Sarah Duchemin.").waitFor()
      await shot(sarah, "changee-360")
    })
    await step(hugo, "keep", async () => {
      await hugo.goto("/")
      await hugo.getByRole("link", { name: /^Garder ou changer/ }).click()
      await isFitForAll(hugo)
      await shot(hugo, "garder-360")
      await button(hugo, "Je garde Sarah Duchemin").click()
      await hugo.getByText("Vous gardez Sarah Duchemin.").waitFor()
    })
  })

  it("is proposed for reasons, and waits for the person proposed until the others have answered", async () => {
    await step(ines, "propose", async () => {
      await sure(ines, "Finir le tour de changement")
      await ines.getByText(/Ce n’est pas forcément la plus nommée/).waitFor()
      await shot(ines, "proposer-1280")
      await ines.getByLabel("Personne proposée", { exact: true }).selectOption({ label: "Sarah Duchemin" })
      await ines.getByLabel("Les raisons les plus fortes", { exact: true }).fill("Elle explique, et elle en a envie.")
      await isFitForAll(ines)
      await button(ines, "Proposer cette personne").click()
      await ines.getByRole("heading", { level: 2, name: "Proposition : Sarah Duchemin" }).waitFor()
    })
    await step(sarah, "wait", async () => {
      await sarah.getByText("Vous répondez en dernier : 3 personnes n’ont pas encore répondu.").waitFor()
      await isFitForAll(sarah)
      await shot(sarah, "attendre-360")
    })
    await step(hugo, "object", async () => {
      await hugo.goto("/")
      await hugo.getByRole("link", { name: /^Répondre à la proposition/ }).click()
      await hugo.getByRole("radio", { name: /^Objection/ }).waitFor()
      await shot(hugo, "repondre-360")
      await answers(hugo, /^Objection/, "Elle est en stage jusqu’en juin : la caisse serait seule.")
    })
  })

  it("takes an objection into account in another proposal, and elects by consent", async () => {
    await step(ines, "mend", async () => {
      await ines.getByText("Elle est en stage jusqu’en juin").first().waitFor()
      await shot(ines, "objection-1280")
      await ines.getByText("Améliorer la proposition", { exact: true }).click()
      await ines
        .getByLabel(/^Conditions/)
        .first()
        .fill("À deux avec Hugo jusqu’en juin.")
      await button(ines, "Mettre la proposition améliorée au consentement").click()
      await ines.getByText("À deux avec Hugo jusqu’en juin.").first().waitFor()
      await answers(ines, /^Consentement/)
      await notesAnswerFor("Anatole Peeters")
    })
    await step(hugo, "consent", async () => {
      await answers(hugo, /^Consentement/)
    })
    await step(sarah, "accept", async () => {
      await sarah.getByRole("radio", { name: /^J’accepte/ }).waitFor()
      await shot(sarah, "accepter-360")
      await answers(sarah, /^J’accepte/)
    })
    await step(ines, "elect", async () => {
      await sure(ines, "Constater l’élection de Sarah Duchemin")
      await ines
        .getByText(/^Sarah Duchemin est élue par consentement le .*, après 1 changement, après 1 objection/)
        .waitFor()
      await isFitForAll(ines)
      await shot(ines, "elue-1280")
    })
    await step(hugo, "read", async () => {
      await hugo.goto("/elections-sans-candidat")
      await hugo
        .getByRole("link", { name: /Trésorerie/ })
        .first()
        .click()
      await hugo.getByText(/^Sarah Duchemin est élue par consentement/).waitFor()
      await hugo.getByText("Proposition 1 : Sarah Duchemin").click()
      await hugo.getByText("Elle est en stage jusqu’en juin : la caisse serait seule.").waitFor()
      await isFitForAll(hugo)
      await shot(hugo, "elue-360")
    })
  })

  it("is proclaimed in one act, and gives the person elected her rights at once", async () => {
    assert.ok(!(await rightsOf("Sarah")).includes("dues.manage"))
    await step(ines, "proclaim", async () => {
      await ines.goto("/")
      await ines.getByRole("link", { name: "Proclamer" }).click()
      await ines.getByRole("checkbox", { name: /^Mettre fin au mandat de Anatole Peeters/ }).waitFor()
      await ines.getByRole("checkbox", { name: /^Écrire aussi aux personnes non élues : Hugo Lambrechts/ }).check()
      await isFitForAll(ines)
      await shot(ines, "proclamer-1280")
      await ines.setViewportSize({ width: 360, height: 740 })
      await isFitForAll(ines)
      await shot(ines, "proclamer-360")
      await ines.setViewportSize({ width: 1280, height: 900 })
      await button(ines, "Proclamer").click()
      await ines.getByText("Proclamée", { exact: true }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "proclamee-1280")
    })
    assert.ok((await rightsOf("Sarah")).includes("dues.manage"))
    assert.ok(!(await rightsOf("Anatole")).includes("dues.manage"))
    const hers = await letterTo(app, "sarah@valmont.example", /Ce que cette fonction vous permet de faire/)
    assert.match(hers.subject ?? "", /^Vous êtes élu·e par consentement\s: Trésorerie$/)
    await letterTo(app, "hugo@valmont.example", /vous ont vu·e dans cette fonction/)
    await step(ines, "decision", async () => {
      await ines.getByRole("link", { name: /^\d{4}-1$/ }).click()
      await ines.getByRole("link", { name: /^Élection sans candidat du/ }).waitFor()
      await isFitForAll(ines)
      await shot(ines, "decision-1280")
    })
  })
})
