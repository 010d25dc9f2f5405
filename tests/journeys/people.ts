import { setTimeout as pause } from "node:timers/promises"
import { Secret, TOTP } from "otpauth"
import type { Page } from "playwright-core"
import type { ParsedMail } from "../smtp-peer-client.ts"
import type { App } from "./app.ts"

/** A command, or a route that answers as one, given by whoever sits before this page: for what a story does not tell. */
export const give = async (page: Page, name: string, data: object): Promise<any> => {
  const answer = await page.request.post(`/api/${name}`, { data, headers: { "x-command-id": crypto.randomUUID() } })
  const { data: facts, error } = await answer.json()
  if (!answer.ok()) throw new Error(`${name}: ${JSON.stringify(error)}`)
  return facts
}

/** What a read answers to whoever sits before this page. */
export const ask = async (page: Page, name: string, input: Record<string, string>): Promise<any> => {
  const answer = await page.request.get(`/api/${name}?${new URLSearchParams(input)}`)
  const { data, error } = await answer.json()
  if (!answer.ok()) throw new Error(`${name}: ${JSON.stringify(error)}`)
  return data
}

/** A new organisation with one body; answers the body's id. */
export const found = async (
  app: App,
  page: Page,
  { organisation, body, person }: { organisation: string; body: object; person: object },
): Promise<string> => {
  await give(page, "accounts.claim", { code: app.code, organisation, body, person })
  const { bodies } = await ask(page, "session.read", {})
  return bodies[0].id
}

/** Gives somebody a function of a body, from today. */
export const charge = async (page: Page, bodyId: string, key: string, personIds: readonly string[]): Promise<void> => {
  const { functions } = await ask(page, "functions.list", { bodyId })
  const { id: functionId } = functions.find((one: { key: string }) => one.key === key)
  const since = Temporal.Now.plainDateISO("Europe/Brussels").toString()
  for (const personId of personIds)
    await give(page, "mandates.record", { personId, functionId, since, origin: "appointment" })
}

/** Signs somebody in by the link that comes to their address. */
export const enter = async (app: App, page: Page, address: string): Promise<void> => {
  await give(page, "accounts.askLink", { email: address })
  const { text } = await letterTo(app, address, /cle=/)
  await give(page, "accounts.openLink", { link: /cle=([\w-]+)/.exec(text ?? "")![1] })
}

/** Waits for the mail server to have a letter for somebody. */
export const letterTo = async (app: App, address: string, saying = /./): Promise<ParsedMail> => {
  for (let tries = 0; tries < 240; tries++) {
    const letter = (await app.post.messagesTo(address)).find(({ text }) => saying.test(text ?? ""))
    if (letter) return letter
    await pause(125)
  }
  const came = (await app.post.attempts()).map(({ address: one }) => one)
  throw new Error(`No letter for ${address}; those that came: ${came.join(", ")}`)
}

/** A second factor, as the treasury demands one. */
export const useSecondFactor = async (page: Page): Promise<void> => {
  const { secret } = await give(page, "accounts.proposeFactor", {})
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) })
  await give(page, "accounts.confirmFactor", { code: totp.generate() })
}
