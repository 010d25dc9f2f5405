import { sql } from "kysely"
import type pg from "pg"
import { migrations, openEquipment } from "../application.ts"
import { type Loaded, load } from "../kernel/backup/load.ts"
import { type Head, type Manifest, proofPurpose } from "../kernel/backup/manifest.ts"
import { migrationsOf, readBackup } from "../kernel/backup/read.ts"
import { BackupRefused } from "../kernel/backup/refused.ts"
import type { TarEntry } from "../kernel/backup/tar.ts"
import { type Db, inOrganisation } from "../kernel/db.ts"
import type { Environment } from "../kernel/environment.ts"
import { attachDatabase } from "../kernel/postgres/attach.ts"
import { withClient } from "../kernel/postgres/bootstrap.ts"
import { type Migration, migrate } from "../kernel/postgres/migrate.ts"
import { RefusedStart } from "../kernel/postgres/refused-start.ts"
import type { OrganisationId } from "../kernel/rule.ts"
import { verify } from "../kernel/seal.ts"
import { verify as verifyToken } from "../kernel/secret.ts"
import { holdRestored } from "../modules/post/contract.ts"
import type { Verb } from "../verbs.ts"
import { backupTroubles } from "./backup-troubles.ts"

/** Puts a backup into a new database, then checks each journal against the head that the backup names. */
export const restore: Verb = {
  says: {
    fr: "FICHIER : remet une sauvegarde, dans une base vide",
    en: "FILE: puts a backup back, into an empty database",
  },
  async run([path], settings) {
    const says = said[settings.language]
    const fail = (sentence: string): number => {
      console.error(sentence)
      return 1
    }
    if (!path) return fail(says.which)
    const known = await migrations()
    try {
      const restored = await readBackup(path, async (manifest, entries) => {
        const needed = migrationsOf(manifest, known)
        const { dataDir, databaseUrl } = settings
        const database = await attachDatabase({ dataDir, databaseUrl })
        try {
          return await restoreInto(database, { manifest, entries, needed, known, settings })
        } finally {
          await database.stop()
        }
      })
      console.log(says.done(restored))
      if (restored.held > 0) console.log(says.held(restored.held))
      for (const { name, events, whole } of restored.journals)
        console.log(whole ? `✓ ${name}\n  ${says.whole(events)}` : `✗ ${name}\n  ${says.broken}`)
      console.log(restored.sameSecret ? says.secret : says.otherSecret(settings.secretFile))
      return restored.journals.every(({ whole }) => whole) ? 0 : 1
    } catch (error) {
      if (error instanceof BackupRefused) return fail(backupTroubles[settings.language][error.trouble](error.about))
      throw error
    }
  },
}

export type Restored = Loaded & {
  madeAt: string
  journals: { name: string; events: number; whole: boolean }[]
  sameSecret: boolean
}

/** `needed` are the migrations of the backup, `known` those of this version, which follow once its rows are in. */
export const restoreInto = async (
  database: { owner: pg.PoolConfig; app: pg.PoolConfig },
  {
    manifest,
    entries,
    needed,
    known,
    settings,
  }: {
    manifest: Manifest
    entries: AsyncIterator<TarEntry>
    needed: Migration[]
    known: Migration[]
    settings: Environment
  },
): Promise<Restored> => {
  await migrate(database.owner, needed).catch((error: unknown) => {
    const newer = error instanceof RefusedStart && error.reason === "migration_unknown"
    throw newer ? new BackupRefused("database_newer") : error
  })
  const { db, equipment, close } = await openEquipment(database, settings, (line) => console.error(line))
  try {
    const { files, jobs, secret } = equipment
    const loaded = await load({ manifest, entries }, { owner: database.owner, files, jobs, hold: holdRestored })
    await migrate(database.owner, known)
    // Until it looks by itself, within minutes, the database would plan for empty tables.
    await withClient(database.owner, (client) => client.query("analyze"))
    const sameSecret = verifyToken(secret, proofPurpose, manifest.proof, Temporal.Now.instant()).valid
    return { ...loaded, madeAt: manifest.made_at, journals: await journals(db, manifest.organisations), sameSecret }
  } finally {
    await close()
  }
}

const journals = async (db: Db, heads: Head[]): Promise<Restored["journals"]> =>
  Promise.all(
    heads.map(async ({ id, name, position, hash }) => {
      const { events, brokenAt, kept } = await inOrganisation(db, id as OrganisationId, async (tx) => {
        const { rows } = await sql<{ hash: string | null }>`
          select encode(hash, 'hex') as hash from events where position = ${position}`.execute(tx)
        return { ...(await verify(tx)), kept: rows[0]?.hash ?? null }
      })
      return { name, events, whole: brokenAt === null && kept === hash && events >= position }
    }),
  )

const said = {
  fr: {
    which: "Quelle sauvegarde ? npm run permanence -- restore /sauvegardes/permanence.tar.zst",
    done: ({ madeAt, rows, files, reactions }: Restored) =>
      `La sauvegarde du ${madeAt} est remise : ${rows} lignes, ${files} fichiers, ${reactions} suites encore à faire.`,
    held: (count: number) =>
      `Courriels qui attendaient de partir : ${count}. Ils ont pu partir depuis : ils sont retenus, et chaque secrétariat décide (Secrétariat, Courrier, « à vérifier »).`,
    whole: (events: number) => `${events} événements, la chaîne du journal est entière`,
    broken: "le journal n’est pas celui dont la sauvegarde donne l’empreinte",
    secret: "Le secret d’ici est celui de la sauvegarde.",
    otherSecret: (path: string) =>
      `Le secret d’ici n’est pas celui de la sauvegarde : avant de démarrer, remettez dans ${path} celui que vous avez gardé. Sans lui, ni les seconds facteurs ni les champs chiffrés ne se lisent, et les liens de réponse et les adresses d’agenda déjà donnés ne valent rien.`,
  },
  en: {
    which: "Which backup? npm run permanence -- restore /backups/permanence.tar.zst",
    done: ({ madeAt, rows, files, reactions }: Restored) =>
      `The backup of ${madeAt} is back: ${rows} rows, ${files} files, ${reactions} consequences still to come.`,
    held: (count: number) =>
      `E-mails that were waiting to leave: ${count}. They may have left since: they are held, and each secretary decides (Secretariat, Outbox, “to check”).`,
    whole: (events: number) => `${events} events, the chain of the journal is whole`,
    broken: "the journal is not the one whose head the backup names",
    secret: "The secret here is the one of the backup.",
    otherSecret: (path: string) =>
      `The secret here is not the one of the backup: before starting, put into ${path} the one you kept. Without it second factors and encrypted fields cannot be read, and the answer links and calendar addresses already given are worth nothing.`,
  },
}
