import { type Facts, Invalid, Refusal } from "../refusal.ts"
import { day, dayAndHour } from "../words/dates.ts"
import { format, hasWords, type Language, languageOf as bestOf } from "../words/words.ts"

export type ErrorBody = {
  error: { code: string; message: string; facts?: unknown; issues?: { path: (string | number)[]; message: string }[] }
}

/** An error as an answer: a status, a code, and a sentence in the reader's language. Bugs show no detail. */
export const explain = (error: unknown, language: Language): { status: number; body: ErrorBody } => {
  if (error instanceof Invalid) {
    const issues = error.issues.map(({ path, code, facts }) => ({
      path,
      message: say(language, `invalid.${code}`, facts, "invalid.custom"),
    }))
    return { status: 422, body: { error: { code: "invalid", message: say(language, "refused.invalid"), issues } } }
  }
  if (error instanceof Refusal) {
    const message = say(language, `refused.${error.code}`, error.facts, "refused.other")
    return { status: error.status, body: { error: { code: error.code, message, facts: error.facts } } }
  }
  if ((error as { unknown?: true }).unknown) return plain(404, "not_found", language)
  if (isDatabaseAway(error)) return plain(503, "database_away", language)
  if (isDiskFull(error)) return plain(503, "disk_full", language)

  // Fastify's own refusals: a body that is not JSON, too large, too many requests.
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return plain(413, "too_large", language)
  if (status === 429) return plain(429, "too_many_requests", language)
  if (status && status >= 400 && status < 500) return plain(status, "malformed_request", language)
  // A value the database cannot hold slipped past a schema: still the sender's to mend, never a crash.
  if (/^22/.test((error as { code?: string }).code ?? "")) return plain(422, "malformed_request", language)
  return plain(500, "bug", language)
}

export const languageOf = (headers: Record<string, string | string[] | undefined>): Language =>
  bestOf(String(headers["accept-language"] ?? ""))

const say = (language: Language, key: string, facts: Facts = {}, otherwise?: string) =>
  format(language, otherwise && !hasWords(language, key) ? otherwise : key, readable(language, facts))

/** Facts carry days and hours in ISO; sentences say « jeudi 21 mai 2026, 19 h 30 ». */
const readable = (language: Language, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value !== "string") return [name, value]
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [name, day(language, value)]
      if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return [name, dayAndHour(language, value)]
      return [name, value]
    }),
  )

const plain = (status: number, code: string, language: Language) => ({
  status,
  body: { error: { code, message: say(language, `refused.${code}`) } },
})

// 57P0x: shutting down, crashed, starting; 08…: connection; 53300: no slot left. All pass by themselves.
export const isDatabaseAway = (error: unknown): boolean => {
  const { code = "", message = "" } = error as { code?: string; message?: string }
  return (
    /^(57P0[123]|08...|53300)$/.test(code) ||
    ["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  )
}

// 53100: disk_full; ENOSPC when it is a file of ours.
const isDiskFull = (error: unknown) => ["53100", "ENOSPC"].includes((error as { code?: string }).code ?? "")
