import { setTimeout as pause } from "node:timers/promises"
import type { Environment } from "./kernel/environment.ts"
import type { Mailer } from "./kernel/mail/message.ts"
import { troubleInWords } from "./kernel/mail/trouble.ts"

/**
 * Says in the terminal, once the doors are open, when mail will not leave and why: better now than at the first convocation.
 * Nothing waits for it; a relay that is silent for ten seconds is said to be.
 */
export const sayOfRelay = async (
  mailer: Pick<Mailer, "trouble">,
  { smtpUrl, language }: Pick<Environment, "smtpUrl" | "language">,
  log: (line: string) => void,
): Promise<void> => {
  if (!smtpUrl) return log(`  ${kept[language]}\n`)
  const silent = pause(10_000, { kind: "other", said: silence[language] } as const, { ref: false })
  const trouble = await Promise.race([mailer.trouble(), silent])
  if (trouble) log(`  ${ill[language](troubleInWords(language, trouble))}\n`)
}

const kept = {
  fr: "SMTP_URL n’est pas donné\u00a0: les courriels ne partent pas, on les lit dans Secrétariat, Courrier.",
  en: "SMTP_URL is not set: mail does not leave, it is read in Secretariat, Outbox.",
}
const silence = { fr: "aucune réponse en dix secondes", en: "no answer in ten seconds" }
const ill = {
  fr: (said: string) =>
    `Le serveur de courrier de SMTP_URL ne répond pas comme il faut\u00a0: ${said}. Permanence marche\u00a0; les courriels attendent, et partiront quand il répondra.`,
  en: (said: string) =>
    `The mail server of SMTP_URL does not answer as it should: ${said}. Permanence works; mail waits, and leaves once it answers.`,
}
