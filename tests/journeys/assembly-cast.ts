import type { Page } from "playwright-core"
import { type App, startApp } from "./app.ts"
import { ask, enter, found, give } from "./people.ts"

/** Those of the statutory assembly of a chapter who sit before a screen; the others vote on paper, or by the hand of somebody. */
export type Cast = {
  app: App
  bodyId: string
  ids: Map<string, string>
  /** The secretary, at her desk. */
  page: Page
  /** Tellers, who also vote. */
  nadia: Page
  omar: Page
  /** They stand, and hold a proxy each. */
  sarah: Page
  hugo: Page
  /** The treasurer who leaves. */
  karim: Page
  /** She votes on paper, and will be treasurer. */
  agathe: Page
}

const people = [
  ["Nadia", "Schreurs", "f"],
  ["Omar", "Delvaux", "m"],
  ["Paul", "Vanneste", "m"],
  ["Sarah", "Duchemin", "f"],
  ["Hugo", "Lambrechts", "m"],
  ["Karim", "Ouali", "m"],
  ["Claire", "Mertens", "f"],
  ["Denis", "Fontaine", "m"],
  ["Agathe", "de Borchgrave-Vandenbulcke", "f"],
  ["Luc", "Pirotte", "m"],
  ["Éloïse", "Massart", "f"],
  ["Yves", "Hallet", "m"],
] as const

export const assemble = async (): Promise<Cast> => {
  const app = await startApp()
  const page = await app.visit({ width: 1280, height: 900 })
  const bodyId = await found(app, page, {
    organisation: "Les Rives",
    body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
    person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
  })
  const ids = new Map<string, string>()
  for (const [given_name, family_name, form] of people) {
    const email = `${given_name.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "")}@valmont.example`
    const membership = { ring: "member", since: "2020-01-01" }
    const asked = { bodyId, given_name, family_name, form, email, sure: true, membership }
    const { personId } = await give(page, "people.add", asked)
    ids.set(given_name, personId)
  }
  for (const one of ["Nadia", "Omar", "Sarah", "Hugo", "Karim", "Agathe"])
    await give(page, "accounts.invite", { personId: ids.get(one) })
  // Who keeps the treasury now.
  const { functions } = await ask(page, "functions.list", { bodyId })
  await give(page, "mandates.record", {
    personId: ids.get("Karim"),
    functionId: functions.find(({ key }: { key: string }) => key === "treasurer").id,
    since: "2024-03-01",
    origin: "appointment",
  })
  const phone = async (name: string) => {
    const where = await app.visit({ width: 360, height: 740 })
    await enter(app, where, `${name}@valmont.example`)
    return where
  }
  return {
    app,
    bodyId,
    ids,
    page,
    nadia: await phone("nadia"),
    omar: await phone("omar"),
    sarah: await phone("sarah"),
    hugo: await phone("hugo"),
    karim: await phone("karim"),
    agathe: await phone("agathe"),
  }
}
