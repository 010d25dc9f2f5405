import assert from "node:assert/strict"
import { setTimeout as pause } from "node:timers/promises"
import type { Locator, Page } from "playwright-core"
import { isFitForAll } from "./app.ts"
import type { ParsedMail, SmtpPeer } from "../smtp-peer-client.ts"

/** Waits until a field holds some words. Asked from outside: our pages run no code made of words. */
export const untilHolds = async (field: Locator, said: RegExp) => {
  for (let tries = 0; tries < 200; tries++) {
    if (said.test(await field.inputValue())) return
    await pause(100)
  }
  assert.match(await field.inputValue(), said)
}

/** A choice among some, drawn as a list or as buttons. */
export const choose = async (where: Page, label: string, option: string | RegExp) => {
  const list = where.getByRole("combobox", { name: label })
  const button = where.getByRole("radio", { name: option }).first()
  // Which of the two it is shows once the page is there.
  await list.or(button).first().waitFor({ state: "attached" })
  if (await list.count()) {
    const value = await list.locator("option").filter({ hasText: option }).first().getAttribute("value")
    await list.selectOption(value ?? "")
  } else await button.check({ force: true })
}

/** First visit: Amina founds Lisle with the code of the terminal. `look` sees each page on the way. */
export const foundLisle = async (
  page: Page,
  { code, email, look = async () => {} }: { code: string; email: string; look?: (page: Page) => Promise<void> },
) => {
  await page.goto("/")
  await look(page)
  await page.getByLabel("Code d’ouverture").fill(code)
  await page.getByRole("button", { name: "Continuer" }).click()
  await page.getByRole("button", { name: "Créer notre organisation" }).click()
  await page.getByLabel("Nom de l’organisation").fill("Les Rives")
  await choose(page, "Quel genre d’instance", /Wallonie/)
  await page.getByLabel("Nom de l’instance").fill("Locale de Lisle")
  await page.getByLabel("Prénom").fill("Amina")
  await page.getByLabel("Nom", { exact: true }).fill("Belkacem")
  await choose(page, "Comment nommer votre fonction", "Au féminin")
  await page.getByLabel("Adresse de courriel").fill(email)
  await choose(page, "Votre fonction", "Secrétaire administrative")
  await look(page)
  await page.getByRole("button", { name: "Créer l’organisation" }).click()
  await page.getByRole("heading", { name: /Bonjour Amina/ }).waitFor()
  await look(page)
}

/** Somebody found by typing the beginning of a name; who stands there already is left. */
export const pick = async (where: Page, label: RegExp, name: string) => {
  const field = where.getByRole("combobox", { name: label })
  if ((await field.count()) === 0) return where.getByRole("button", { name: new RegExp(`Retirer .*${name}`) }).waitFor()
  await field.fill(name)
  await where
    .getByRole("listbox", { name: "Propositions" })
    .getByRole("option", { name: new RegExp(name) })
    .click()
}

/** Waits for the mail server to have a letter for somebody, with these words in its subject and in its text. */
export const letterTo = async (
  post: SmtpPeer,
  address: string,
  subject: RegExp = /./,
  saying: RegExp = /./,
): Promise<ParsedMail> => {
  for (let tries = 0; tries < 80; tries++) {
    const letter = (await post.messagesTo(address)).find(
      (one) => subject.test(one.subject ?? "") && saying.test(one.text ?? ""),
    )
    if (letter) return letter
    await pause(250)
  }
  const came = (await post.attempts()).map(({ address: one }) => one).join(", ")
  throw new Error(`No letter for ${address} about ${String(subject)}; those that came: ${came}`)
}

/** The address in a convocation under which its reader answers. */
export const answerLink = ({ html }: ParsedMail): string => {
  const [, link] = /href="([^"]*\/(?:r|repondre|reponse|invitation)[^"]*)"/.exec(html ?? "") ?? []
  assert.ok(link, `no link to answer in ${String(html).slice(0, 500)}`)
  return link.replaceAll("&amp;", "&")
}

/** The day and the hour of a new meeting. */
export const at = async (page: Page, moment: Temporal.ZonedDateTime) => {
  await page.getByLabel("Jour", { exact: true }).fill(moment.toPlainDate().toString())
  await page.getByLabel("Heure", { exact: true }).fill(moment.toPlainTime().toString({ smallestUnit: "minute" }))
}

/** Convenes after the last lawful day, and says why. */
export const conveneLate = async (page: Page, reason: string) => {
  await page.getByText("Le dernier jour pour convoquer était").first().waitFor()
  await isFitForAll(page)
  await page.getByText("Convoquer irrégulièrement, en le disant").click()
  await page.getByRole("textbox", { name: /^Raison/ }).fill(reason)
  await page.getByRole("button", { name: "Convoquer 5 personnes" }).click()
  await page.getByText("Présents annoncés").waitFor()
}

/** Opens the meeting on its page, and stays where people are ticked. */
export const open = async (page: Page, chair: string, scribe: string) => {
  await page.getByRole("button", { name: "Ouvrir la réunion" }).waitFor()
  await pick(page, /^Présidence de séance/, chair)
  await pick(page, /^Secrétaire de séance/, scribe)
  await isFitForAll(page)
  await onAPhone(page, isFitForAll)
  await page.getByRole("button", { name: "Ouvrir la réunion" }).click()
  await page.getByRole("button", { name: /^Présences/ }).click()
}

/** Ticks people as they come. */
export const arrive = async (page: Page, ...names: string[]) => {
  for (const name of names) {
    const row = page.getByRole("listitem").filter({ hasText: name, has: page.getByRole("button", { name: "Arrive" }) })
    await row.getByRole("button", { name: "Arrive" }).click()
    await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: "Part" }).waitFor()
  }
}

/** Goes to an item and opens it. */
export const startItem = async (page: Page, title: string | RegExp) => {
  await page.getByRole("button", { name: "Tous les points" }).click()
  await page.getByRole("button", { name: title }).click()
  await page.getByRole("button", { name: /^Ouvrir le point/ }).click()
  await page.getByText("en cours", { exact: true }).first().waitFor()
}

/** Looks at the same page on a narrow screen. */
export const onAPhone = async (page: Page, look: (page: Page) => Promise<void>) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await look(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}
