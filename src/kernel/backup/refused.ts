export type BackupTrouble =
  | "not_found"
  | "already_there"
  | "nothing_to_save"
  | "not_a_backup"
  | "damaged"
  | "newer"
  | "other_migration"
  | "database_newer"
  | "not_empty"

/** A backup that cannot be made or put back as things stand; the verb has the sentence. Nothing has been changed. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused"
  readonly trouble: BackupTrouble
  /** What the sentence is about: a path, a migration, a table. */
  readonly about: string

  constructor(trouble: BackupTrouble, about = "") {
    super(`${trouble} ${about}`.trim())
    this.trouble = trouble
    this.about = about
  }
}
