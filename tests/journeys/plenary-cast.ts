import type { Page } from "playwright-core"
import { type App, startApp } from "./app.ts"
import { charge, enter, found, give } from "./people.ts"
import { reportPdf } from "./reports.ts"

/** The six who prepare a plenary, each at their own screen: two computers and a third of them on telephones, one in the dark. */
export type Cast = {
  app: App
  bodyId: string
  ines: Page
  mathilde: Page
  etienne: Page
  yann: Page
  nawel: Page
  lucas: Page
  /** Where the sitting is, once it is noted; and the amendments, once they are written. */
  sitting: string
  texts: { longer: string; presented: string }
}

/** The organisation, their accounts and their mandates, which other stories tell; all the rest is done by them. */
export const gather = async (): Promise<Cast> => {
  const app = await startApp()
  const phone = { width: 360, height: 740 }
  const [ines, mathilde, etienne, yann, nawel, lucas] = await Promise.all([
    app.visit(),
    app.visit(),
    app.visit(phone),
    app.visit(phone),
    app.visit({ ...phone, colorScheme: "dark" }),
    app.visit(),
  ])
  const bodyId = await found(app, ines, {
    organisation: "Groupe Les Rives",
    body: { name: "Groupe Les Rives au conseil régional", code: "GLR", profile: "fr-regional-group" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@rives.example" },
  })
  for (const [page, given_name, family_name, form, functions] of [
    [mathilde, "Mathilde", "Kerouanton", "f", ["president", "councillor"]],
    [etienne, "Étienne", "Guilloux", "m", ["councillor"]],
    [yann, "Yann", "Le Bihan", "m", ["councillor"]],
    [nawel, "Nawel", "Hamdi", "f", ["vice-president", "councillor"]],
    [lucas, "Lucas", "Perrot", "m", ["staff"]],
  ] as const) {
    const address = given_name
      .normalize("NFD")
      .replaceAll(/\P{ASCII}/gu, "")
      .toLowerCase()
    const email = `${address}@rives.example`
    const membership = { ring: "member", since: "2024-01-01" }
    const { personId } = await give(ines, "people.add", { bodyId, given_name, family_name, form, email, membership })
    for (const key of functions) await charge(ines, bodyId, key, [personId])
    await give(ines, "accounts.invite", { personId })
    await enter(app, page, email)
  }
  const texts = { longer: "", presented: "" }
  return { app, bodyId, ines, mathilde, etienne, yann, nawel, lucas, sitting: "", texts }
}

/** What the institution publishes of its assembly: three groups, and the four of ours among them. */
export const councillors = [
  "Nom;Prénom;Groupe;Sigle;Position;Fonction",
  "Kerouanton;Mathilde;Les Rives;RIV;opposition;présidente de groupe",
  "Guilloux;Étienne;Les Rives;RIV;opposition;",
  "Le Bihan;Yann;Les Rives;RIV;opposition;",
  "Hamdi;Nawel;Les Rives;RIV;opposition;",
  "Garnier;Paul;Union régionale;UR;majorité;vice-président",
  "Roussel;Anne;Union régionale;UR;majorité;",
  "Marchand;Luc;Union régionale;UR;majorité;",
  "Renard;Zoé;Ensemble;ENS;opposition;",
].join("\n")

const reports = [
  [214, "Plan vélo régional 2026-2031", "18 000 000", "La Région ouvre cent kilomètres de pistes par an."],
  [215, "Rénovation énergétique des lycées", "42 500 000", "Quatorze lycées sont rénovés avant 2030."],
  [216, "Aide aux librairies indépendantes", "350 000", "Une aide de 5 000 euros est versée à chaque librairie."],
  [217, "Convention avec la SNCF, avenant 3", "1 200 000", "Deux trains du soir sont rétablis."],
] as const
export const bike = reports[0][1]
export const schools = reports[1][1]
/** Article 2 of each report. */
export const yearly = "Un rapport est rendu chaque année."
export const fewer = "La Région ouvre quatre-vingts kilomètres de pistes par an."

const report = (number: number, subject: string, money: string, article: string) =>
  reportPdf([
    ["CONSEIL RÉGIONAL DES DEUX-RIVES", `RAPPORT N° ${number}`, "", `Objet : ${subject}`, "", `${money} €`],
    ["Article 1er", article, "Article 2", yearly],
  ])

/** The reports as they come, by the names of their files. */
export const first = Object.fromEntries(
  reports.map(([number, subject, money, article]) => [
    `Rapport ${number} - ${subject}.pdf`,
    report(number, subject, money, article),
  ]),
)
/** What comes the day after: a report again, with fewer kilometres, and one that was not there. */
export const second = {
  [`Rapport 214 - ${bike}, version corrigée.pdf`]: report(214, bike, reports[0][2], fewer),
  "Rapport 218 - Décision modificative.pdf": report(218, "Décision modificative", "900 000", "Le budget est modifié."),
}

/** A page for whoever looks, where one is asked for. */
export const shot = async (page: Page, name: string): Promise<void> => {
  const to = process.env["SHOTS"]
  if (to) await page.screenshot({ path: `${to}/${name}.png`, fullPage: true })
}

export const goToItem = async (page: Page, { sitting }: Cast, title: string): Promise<void> => {
  await page.goto(sitting)
  await page.getByRole("link", { name: title, exact: true }).first().click()
  await page.getByRole("heading", { name: title, level: 1 }).waitFor()
}
