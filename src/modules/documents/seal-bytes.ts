import { type RawBuilder, sql } from "kysely"
import { inEveryOrganisation, type Schedule, type Worker } from "../../kernel/job.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/**
 * Makes the bytes of files rest as they should: sealed while anything they hang on is confidential, open otherwise. The same
 * bytes may be two files: one that is confidential seals both. `only` is SQL on `t`, a row of files. Run twice, it does the same.
 */
export const sealBytes = async (
  given: Pick<Circumstances, "actor" | "db" | "files" | "confided">,
  only: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<void> => {
  const confidential = given.confided.filter(({ table }) => table === "files").map((one) => one.isConfidential)
  const { rows } = await sql<{ hash: string; sealed: boolean }>`
    select t.hash, bool_or(t.confidential or ${sql.join(confidential, sql` or `)}) as sealed from files t
     where t.hash in (select hash from files t where ${only}) group by t.hash`.execute(given.db)
  for (const { hash, sealed } of rows)
    await (sealed
      ? given.files.seal(given.actor.organisation, hash)
      : given.files.unseal(given.actor.organisation, hash))
}

/** Each night and at each start, for all: what was interrupted, or written before files were sealed. */
export const sealEachNight: Schedule = {
  name: "seal confidential files",
  cron: "50 3 * * *",
  run: (given) => sealBytes(given),
}
export const sealAtStart: Worker = {
  name: "seal confidential files",
  run: ({ db, equipment }) => inEveryOrganisation(db, equipment, sealBytes),
}
