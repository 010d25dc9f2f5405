import { buffer } from "node:stream/consumers"
import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mayOpen } from "../documents/contract.ts"

/** A file that somebody sent, with the top of the tree that keeps it: whoever looks after that one reads official files. */
export const findOfficialFile = async (fileId: string, given: Circumstances) => {
  const { rows } = await sql<OfficialFile & { confidential: boolean; kept_by: string | null }>`
    select f.id, f.organisation_id, f.name, f.hash, f.body_id, f.confidential, f.kept_by, b.parent_id is null as at_the_top
      from files f join bodies b on (b.organisation_id, b.id) = (f.organisation_id, f.body_id)
     where f.id = ${fileId} and b.closed_on is null`.execute(given.db)
  const file = rows[0]
  return file && (await mayOpen(file, given)) ? file : undefined
}

export type OfficialFile = {
  id: string
  organisation_id: string
  name: string
  hash: string
  body_id: string
  at_the_top: boolean
}

/** Places are one for all: one organisation of the installation keeps them, and the top of its tree. */
export const byTheirKeeper = async (file: OfficialFile, db: Db): Promise<OfficialFile> => {
  if (!(await keepsPlaces(db))) refuse("territories.not_keeper", {}, 403)
  if (!file.at_the_top) refuse("territories.not_at_the_top", {}, 403)
  return file
}

/** This organisation keeps the places of the installation. */
export const keepsPlaces = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ keeps: boolean }>`select keeps_places() as keeps`.execute(db)
  return rows[0]!.keeps
}

export const bytesOf = async ({ organisation_id, hash }: OfficialFile, { files }: Circumstances): Promise<Buffer> =>
  buffer(await files.get(organisation_id, hash))
