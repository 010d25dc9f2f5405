import { stat } from "node:fs/promises"
import { join } from "node:path"
import own from "../../package.json" with { type: "json" }
import { BackupRefused } from "../kernel/backup/refused.ts"
import { writeBackup } from "../kernel/backup/write.ts"
import { fileStore } from "../kernel/file/store.ts"
import { attachDatabase } from "../kernel/postgres/attach.ts"
import { openSecret } from "../kernel/secret.ts"
import type { Verb } from "../verbs.ts"
import { backupTroubles } from "./backup-troubles.ts"

/**
 * Writes one file with everything but the secret, while people go on working. The tables are taken as they are, without
 * migrating: a backup made just before an upgrade must not be part of it.
 */
export const backup: Verb = {
  says: {
    fr: "FICHIER : sauvegarde tout, sauf le secret, pendant que l’on travaille (ou DOSSIER : le nom est la date)",
    en: "FILE: saves everything but the secret, while people work (or FOLDER: the name is the date)",
  },
  async run([target], settings) {
    const says = said[settings.language]
    if (!target) return fail(says.where)
    const now = Temporal.Now.instant()
    const path = await fileAt(target, now)
    const { dataDir, databaseUrl, s3Url } = settings
    const database = await attachDatabase({ dataDir, databaseUrl })
    try {
      const { rows, files, bytes, missing } = await writeBackup(path, {
        owner: database.owner,
        files: fileStore({ dataDir, s3Url }),
        secret: openSecret(settings.secretFile, settings.language),
        version: own.version,
        now,
      })
      console.log(says.done(path, { rows, files, megabytes: Math.ceil(bytes / 100_000) / 10 }))
      for (const place of missing) console.error(says.missing(place))
      console.log(says.secret(settings.secretFile))
      return 0
    } catch (error) {
      if (error instanceof BackupRefused) return fail(backupTroubles[settings.language][error.trouble](error.about))
      throw error
    } finally {
      await database.stop()
    }
  },
}

// For cron, where a % in a command is a trap: the folder is enough.
const fileAt = async (target: string, now: Temporal.Instant): Promise<string> => {
  if (!(await stat(target).catch(() => undefined))?.isDirectory()) return target
  const moment = now.toString({ smallestUnit: "second" }).replaceAll(":", "")
  return join(target, `permanence-${moment}.tar.zst`)
}

const fail = (sentence: string): number => {
  console.error(sentence)
  return 1
}

type Figures = { rows: number; files: number; megabytes: number }

const said = {
  fr: {
    where: "Où ? npm run permanence -- backup /sauvegardes/permanence.tar.zst",
    done: (path: string, { rows, files, megabytes }: Figures) =>
      `${path} : ${rows} lignes et ${files} fichiers, ${megabytes.toLocaleString("fr")} Mo. Tout y est lisible : gardez-le comme vous gardez les dossiers.`,
    missing: (place: string) => `Un fichier est connu de la base et n’est plus là : ${place}`,
    secret: (path: string) =>
      `Le secret n’est pas dans la sauvegarde. Il est dans ${path} : gardez-en une copie, ailleurs. Sans lui, ni les seconds facteurs ni les champs chiffrés ne se lisent plus, et les liens de réponse et les adresses d’agenda déjà donnés ne valent plus rien.`,
  },
  en: {
    where: "Where to? npm run permanence -- backup /backups/permanence.tar.zst",
    done: (path: string, { rows, files, megabytes }: Figures) =>
      `${path}: ${rows} rows and ${files} files, ${megabytes.toLocaleString("en")} MB. All of it can be read: keep it as you keep the papers.`,
    missing: (place: string) => `A file is known to the database and is no longer there: ${place}`,
    secret: (path: string) =>
      `The secret is not in the backup. It is in ${path}: keep a copy, elsewhere. Without it second factors and encrypted fields can no longer be read, and the answer links and calendar addresses already given are worth nothing.`,
  },
}
