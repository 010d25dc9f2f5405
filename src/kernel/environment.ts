import { resolve } from "node:path"
import { inspect } from "node:util"
import { z } from "zod"

export type Language = "fr" | "en"

/** What the operator set, parsed and with its defaults. Printing one shows no password. */
export type Environment = {
  /** 0 lets the system choose one (tests). */
  port: number
  host: string
  /** Where people reach us, without a trailing slash: "https://permanence.example". With PORT=0 it says port 0; see `originOf`. */
  origin: string
  dataDir: string
  /** postgres://…; absent means the database we bring. */
  databaseUrl: string | undefined
  /** smtp(s)://…; absent means messages are kept and shown, not sent. */
  smtpUrl: string | undefined
  mailFrom: string | undefined
  imapUrl: string | undefined
  /** https://KEY:SECRET@host/bucket[/prefix]?region=…; absent means a folder. */
  s3Url: string | undefined
  secretFile: string
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace"
  /** The language of what is printed in the terminal; people choose theirs in the product. */
  language: Language
}

/** Thrown when the start must stop: `message` is one sentence a line, ready to be printed, without any password. */
export class EnvironmentProblem extends Error {
  override readonly name = "EnvironmentProblem"
}

/** Reads the variables; throws an EnvironmentProblem that names every one that is missing or malformed. */
export function environment(variables: Record<string, string | undefined>): Environment {
  const set = (name: string) => variables[name]?.trim() || undefined
  const language = languageOf(variables)
  const problems: string[] = []
  const read = <T>(name: Name, rule: z.ZodType<T>, otherwise: T): T => {
    const value = set(name)
    if (value === undefined) return otherwise
    const parsed = rule.safeParse(value)
    if (parsed.success) return parsed.data
    problems.push(sentence(language, name, value))
    return otherwise
  }

  const port = read("PORT", portRule, 3000)
  const host = read("HOST", hostRule, "localhost")
  const dataDir = resolve(set("DATA_DIR") ?? "data")
  const found = {
    port,
    host,
    origin: read("ORIGIN", originRule, originOf(host, port)),
    dataDir,
    databaseUrl: read("DATABASE_URL", urlRule("postgres:", "postgresql:"), undefined),
    smtpUrl: read("SMTP_URL", urlRule("smtp:", "smtps:"), undefined),
    mailFrom: read("MAIL_FROM", mailRule, undefined),
    imapUrl: read("IMAP_URL", urlRule("imap:", "imaps:"), undefined),
    s3Url: read("S3_URL", s3Rule, undefined),
    secretFile: resolve(set("SECRET_FILE") ?? `${dataDir}/secret`),
    logLevel: read("LOG_LEVEL", levelRule, "info"),
    language,
  }
  if (found.smtpUrl && !set("MAIL_FROM")) problems.push(senderMissing[language])
  if (problems.length > 0) throw new EnvironmentProblem(problems.join("\n"))
  return withoutPasswords(found)
}

/** The address people type when nothing stands in front of us; also for after listening, when PORT was 0. */
export function originOf(host: string, port: number): string {
  const anywhere = host === "0.0.0.0" || host === "::" || host === ""
  const name = anywhere ? "localhost" : host.includes(":") ? `[${host}]` : host
  return port === 80 ? `http://${name}` : `http://${name}:${port}`
}

/** French unless the system says English: the tool is French first, and servers often have no language (C.UTF-8). */
export function languageOf(variables: Record<string, string | undefined>): Language {
  const tongue = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || ""
  return /^en([_.-]|$)/i.test(tongue) ? "en" : "fr"
}

const portRule = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65535))
const hostRule = z.string().regex(/^[a-z0-9.:_-]+$/i)
const levelRule = z.enum(["fatal", "error", "warn", "info", "debug", "trace"])
const mailRule = z.string().regex(/^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)

const originRule = z
  .string()
  .transform((value) => URL.parse(value))
  .refine((url) => url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password)
  .refine((url) => url !== null && url.pathname === "/" && !url.search && !url.hash)
  .transform((url) => (url as URL).origin)

const urlRule = (...protocols: string[]) =>
  z.string().refine((value) => {
    const url = URL.parse(value)
    // A database on a socket has no host: postgres:///name?host=/run/postgresql
    return url !== null && protocols.includes(url.protocol) && (url.host !== "" || url.searchParams.has("host"))
  })

const s3Rule = z.string().refine((value) => {
  const url = URL.parse(value)
  const complete = url !== null && url.username !== "" && url.password !== "" && /^\/[^/]+/.test(url.pathname)
  return complete && /^https?:$/.test(url.protocol)
})

type Name = keyof typeof expected

const expected = {
  PORT: { fr: "un nombre de 0 à 65535", en: "a number from 0 to 65535" },
  HOST: {
    fr: "un nom ou une adresse où écouter, comme localhost ou 0.0.0.0",
    en: "a name or address to listen on, like localhost or 0.0.0.0",
  },
  ORIGIN: {
    fr: "l’adresse que tapent les gens, sans chemin, comme https://permanence.example",
    en: "the address people type, without a path, like https://permanence.example",
  },
  DATABASE_URL: {
    fr: "une adresse comme postgres://nom:mot-de-passe@serveur:5432/base",
    en: "an address like postgres://name:password@server:5432/database",
  },
  SMTP_URL: {
    fr: "une adresse comme smtps://nom:mot-de-passe@smtp.exemple.fr:465",
    en: "an address like smtps://name:password@smtp.example.com:465",
  },
  MAIL_FROM: {
    fr: "une adresse d’expéditeur, comme Section de Lisle <secretariat@exemple.fr>",
    en: "a sender’s address, like Lisle chapter <secretariat@example.com>",
  },
  IMAP_URL: {
    fr: "une adresse comme imaps://nom:mot-de-passe@imap.exemple.fr:993",
    en: "an address like imaps://name:password@imap.example.com:993",
  },
  S3_URL: {
    fr: "une adresse comme https://CLE:SECRET@serveur/seau?region=eu-west-3",
    en: "an address like https://KEY:SECRET@server/bucket?region=eu-west-3",
  },
  LOG_LEVEL: {
    fr: "l’un de fatal, error, warn, info, debug, trace",
    en: "one of fatal, error, warn, info, debug, trace",
  },
} satisfies Record<string, Record<Language, string>>

const senderMissing: Record<Language, string> = {
  fr: "MAIL_FROM manque\u00a0: SMTP_URL est donné, et un serveur de courrier demande une adresse d’expéditeur.",
  en: "MAIL_FROM is missing: SMTP_URL is set, and a mail server asks for a sender’s address.",
}

// The value itself is repeated only where it cannot hold a password; a mistyped address may.
function sentence(language: Language, name: Name, value: string): string {
  const shown = /^(PORT|HOST|LOG_LEVEL|MAIL_FROM)$/.test(name) && value.length <= 80
  const { fr, en } = expected[name]
  return language === "fr"
    ? `${name}${shown ? ` («\u00a0${value}\u00a0»)` : ""} ne convient pas\u00a0: il faut ${fr}.`
    : `${name}${shown ? ` (“${value}”)` : ""} will not do: it must be ${en}.`
}

function withoutPasswords(found: Environment): Environment {
  const masked = () => ({
    ...found,
    ...Object.fromEntries(
      (["databaseUrl", "smtpUrl", "imapUrl", "s3Url"] as const).map((name) => [name, mask(found[name])]),
    ),
  })
  return Object.defineProperties(found, {
    toJSON: { value: masked },
    [inspect.custom]: { value: masked },
  })
}

function mask(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const url = new URL(address)
  if (url.password) url.password = "***"
  // PostgreSQL also takes its password as a parameter.
  if (url.searchParams.has("password")) url.searchParams.set("password", "***")
  return url.href
}
