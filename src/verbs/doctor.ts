import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "kysely"
import type { Db } from "../kernel/db.ts"
import type { Environment, Language } from "../kernel/environment.ts"
import type { Equipment } from "../kernel/equipment.ts"
import { inboxTrouble } from "../kernel/mail/fetch.ts"
import { type MailTrouble, troubleInWords } from "../kernel/mail/trouble.ts"
import { fileStore } from "../kernel/file/store.ts"
import { mustKeepSessions } from "../kernel/postgres/keeps-sessions.ts"
import type { Verb } from "../verbs.ts"
import { visit } from "./visit.ts"

type Words = Record<Language, string>
type Finding = { name: Words; well: boolean | "note"; words: Words }

/** Looks at what surrounds Permanence and says what is wrong, each with what to do. */
export const doctor: Verb = {
  says: { fr: "regarde si tout ce qui entoure Permanence est en ordre", en: "checks all that surrounds Permanence" },
  run: (_args, settings) =>
    visit(settings, async ({ db, equipment }) => {
      let ill = 0
      for (const check of [database, walls, sessions, relay, mailbox, files, origin]) {
        const { name, well, words } = await check({ db, equipment, settings })
        if (well === false) ill++
        const sign = well === true ? "✓" : well === false ? "✗" : "·"
        console.log(`${sign} ${name[settings.language]} — ${words[settings.language]}`)
      }
      return ill === 0 ? 0 : 1
    }),
}

type Patient = { db: Db; equipment: Equipment; settings: Environment }

const database = async ({ db, settings }: Patient): Promise<Finding> => {
  const { rows } = await sql<{ version: string; size: string }>`
    select split_part(current_setting('server_version'), ' ', 1) as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(
    db,
  )
  const where = settings.databaseUrl ? "DATABASE_URL" : settings.dataDir
  const words = `PostgreSQL ${rows[0]!.version}, ${rows[0]!.size}, ${where}`
  return { name: { fr: "Base de données", en: "Database" }, well: true, words: { fr: words, en: words } }
}

const walls = async ({ db }: Patient): Promise<Finding> => {
  const { rows } = await sql<{ bypasses: boolean; open: string[] }>`
    select exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)) as bypasses,
           coalesce((select array_agg(c.relname::text order by c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organisation_id'
               and has_table_privilege(c.oid, 'select') and not (c.relrowsecurity and c.relforcerowsecurity)), '{}') as open`.execute(
    db,
  )
  const { bypasses, open } = rows[0]!
  const name = { fr: "Cloison entre organisations", en: "Wall between organisations" }
  if (bypasses)
    return {
      name,
      well: false,
      words: {
        fr: "le rôle de l’application peut passer outre : retirez-lui superuser et bypassrls",
        en: "the application’s role can bypass it: take superuser and bypassrls from it",
      },
    }
  if (open.length > 0)
    return { name, well: false, words: { fr: `ouverte sur ${open.join(", ")}`, en: `open at ${open.join(", ")}` } }
  return { name, well: true, words: { fr: "fermée sur chaque table", en: "closed at every table" } }
}

const sessions = async ({ settings }: Patient): Promise<Finding> => {
  const name = { fr: "Liaison directe", en: "Direct connection" }
  if (!settings.databaseUrl)
    return {
      name,
      well: true,
      words: { fr: "base fournie, sans intermédiaire", en: "own database, nothing in between" },
    }
  try {
    await mustKeepSessions({ connectionString: settings.databaseUrl })
    return { name, well: true, words: { fr: "les sessions restent entières", en: "sessions stay whole" } }
  } catch (error) {
    return { name, well: false, words: { fr: (error as Error).message, en: (error as Error).message } }
  }
}

const relay = async ({ equipment, settings }: Patient): Promise<Finding> => {
  const name = { fr: "Courrier", en: "Mail" }
  if (!settings.smtpUrl)
    return {
      name,
      well: "note",
      words: {
        fr: "SMTP_URL n’est pas donné : les messages restent dans la boîte d’envoi",
        en: "SMTP_URL is not set: messages stay in the outbox",
      },
    }
  const trouble = await within10Seconds(equipment.mailer.trouble())
  if (trouble)
    return {
      name,
      well: false,
      words: {
        fr: `le relais de SMTP_URL ne va pas : ${troubleInWords("fr", trouble)}`,
        en: `the relay of SMTP_URL will not do: ${troubleInWords("en", trouble)}`,
      },
    }
  return { name, well: true, words: { fr: "le relais répond et nous connaît", en: "the relay answers and knows us" } }
}

const mailbox = async ({ settings }: Patient): Promise<Finding> => {
  const name = { fr: "Boîte aux lettres", en: "Mailbox" }
  if (!settings.imapUrl)
    return {
      name,
      well: "note",
      words: {
        fr: "IMAP_URL n’est pas donné : les retours et les réponses par courriel ne sont pas lus",
        en: "IMAP_URL is not set: returned letters and answers by e-mail are not read",
      },
    }
  const trouble = await within10Seconds(inboxTrouble(settings.imapUrl))
  if (trouble)
    return {
      name,
      well: false,
      words: {
        fr: `la boîte d’IMAP_URL ne va pas : ${troubleInWords("fr", trouble)}`,
        en: `the mailbox of IMAP_URL will not do: ${troubleInWords("en", trouble)}`,
      },
    }
  return { name, well: true, words: { fr: "elle s’ouvre, et se lit", en: "it opens, and is read" } }
}

// A server that says nothing for ten seconds is as good as none to who waits at the terminal.
const within10Seconds = (trouble: Promise<MailTrouble | undefined>): Promise<MailTrouble | undefined> =>
  Promise.race([trouble, pause(10_000, { kind: "unreachable", said: "10 s" } as const, { ref: false })])

const files = async ({ settings }: Patient): Promise<Finding> => {
  const name = { fr: "Fichiers", en: "Files" }
  const where = settings.s3Url ? "S3" : `${settings.dataDir}/files`
  try {
    const store = fileStore(settings)
    const place = randomUUID()
    const { hash } = await store.put(place, Readable.from([Buffer.from("Permanence")]), { name: "essai.txt" })
    await store.remove(place, hash)
    return { name, well: true, words: { fr: `écrits et relus, ${where}`, en: `written and read, ${where}` } }
  } catch (error) {
    const { message } = error as Error
    return { name, well: false, words: { fr: `${where} : ${message}`, en: `${where}: ${message}` } }
  }
}

const origin = async ({ settings }: Patient): Promise<Finding> => {
  const name = { fr: "Adresse", en: "Address" }
  const { protocol, hostname } = new URL(settings.origin)
  const local = /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  if (protocol === "https:") return { name, well: true, words: { fr: settings.origin, en: settings.origin } }
  if (local)
    return {
      name,
      well: "note",
      words: {
        fr: `${settings.origin} : pour cette machine seulement ; donnez ORIGIN pour les autres`,
        en: `${settings.origin}: for this machine only; set ORIGIN for others`,
      },
    }
  return {
    name,
    well: false,
    words: {
      fr: `${settings.origin} n’est pas en https : les sessions voyagent à découvert`,
      en: `${settings.origin} is not https: sessions travel in the open`,
    },
  }
}
