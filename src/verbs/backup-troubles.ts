import type { BackupTrouble } from "../kernel/backup/refused.ts"
import type { Language } from "../kernel/environment.ts"

/** Why nothing was saved or restored, and what to do; `about` is the path, the migration or the table. */
export const backupTroubles: Record<Language, Record<BackupTrouble, (about: string) => string>> = {
  fr: {
    not_found: (path) => `Il n’y a pas de fichier ${path}.`,
    already_there: (path) => `${path} existe déjà : donnez un autre nom, une sauvegarde n’en remplace pas une autre.`,
    nothing_to_save: () =>
      "Cette base est vide : il n’y a rien à sauvegarder. DATA_DIR ou DATABASE_URL est-il celui de Permanence ?",
    not_a_backup: () => "Ce fichier n’est pas une sauvegarde de Permanence. Rien n’a été changé.",
    damaged: () =>
      "Cette sauvegarde est coupée ou abîmée : il en manque une partie. Rien n’a été changé ; prenez-en une autre.",
    newer: (migration) =>
      `Cette sauvegarde vient d’une version plus récente (${migration}). Installez celle-là, puis recommencez. Rien n’a été changé.`,
    other_migration: (migration) =>
      `Cette sauvegarde vient d’une version modifiée : sa migration ${migration} n’est pas celle d’ici. Rien n’a été changé.`,
    database_newer: () =>
      "Cette base a déjà servi à une version plus récente que la sauvegarde. Donnez un dossier neuf (DATA_DIR) ou une base neuve (DATABASE_URL). Rien n’a été changé.",
    not_empty: (table) =>
      `Cette base n’est pas vide (${table}) : une sauvegarde ne se remet que dans une base neuve. Donnez un autre dossier (DATA_DIR) ou une autre base (DATABASE_URL). Rien n’a été changé.`,
  },
  en: {
    not_found: (path) => `There is no file ${path}.`,
    already_there: (path) => `${path} already exists: give another name, one backup does not replace another.`,
    nothing_to_save: () =>
      "This database is empty: there is nothing to save. Is DATA_DIR or DATABASE_URL the one of Permanence?",
    not_a_backup: () => "This file is not a backup of Permanence. Nothing was changed.",
    damaged: () => "This backup is cut or damaged: part of it is missing. Nothing was changed; take another one.",
    newer: (migration) =>
      `This backup comes from a newer version (${migration}). Install that one, then try again. Nothing was changed.`,
    other_migration: (migration) =>
      `This backup comes from a modified version: its migration ${migration} is not the one here. Nothing was changed.`,
    database_newer: () =>
      "This database has already served a version newer than the backup. Give a new folder (DATA_DIR) or a new database (DATABASE_URL). Nothing was changed.",
    not_empty: (table) =>
      `This database is not empty (${table}): a backup is only put back into a new one. Give another folder (DATA_DIR) or another database (DATABASE_URL). Nothing was changed.`,
  },
}
