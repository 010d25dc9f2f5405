import { createHash } from "node:crypto"
import { sql } from "kysely"
import { type Db, inOrganisation } from "./db.ts"
import type { Worker } from "./job.ts"
import type { OrganisationId } from "./rule.ts"

/**
 * Seals committed events in order, one chain for each organisation: position, and a hash over the event and the hash before it.
 * Done a second later by a worker: a chain written inside the commands would make them wait for one another.
 */
export const sealer: Worker = {
  name: "seal the journal",
  async run({ db, signal, log }) {
    while (!signal.aborted) {
      await sealAll(db).catch((error: Error) => log(`journal: ${error.message}`))
      await pause(1000, signal)
    }
  },
}

export const sealAll = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: OrganisationId }>`select organisations_to_seal() as id`.execute(db)
  for (const { id } of rows) await inOrganisation(db, id, (tx) => seal(tx, id))
}

/** Checks the whole chain; answers the first broken position, and the head that a printed record can be compared with. */
export const verify = async (tx: Db): Promise<{ events: number; head: string | null; brokenAt: number | null }> => {
  let before: Buffer | null = null
  let events = 0
  for (;;) {
    const batch = await sealable(tx).where("position", ">", BigInt(events)).orderBy("position").limit(5000).execute()
    for (const row of batch) {
      const right = hashOf(row, before)
      if (row.position !== BigInt(events + 1) || !row.hash?.equals(right)) {
        return { events, head: before?.toString("hex") ?? null, brokenAt: events + 1 }
      }
      before = right
      events++
    }
    if (batch.length < 5000) return { events, head: before?.toString("hex") ?? null, brokenAt: null }
  }
}

/** The hash of the last sealed event, printed on records so that the chain can be checked against paper. */
export const head = async (tx: Db): Promise<{ position: number; hash: string } | undefined> => {
  const last = await tx
    .selectFrom("events")
    .select(["position", "hash"])
    .where("position", "is not", null)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst()
  return last && { position: Number(last.position), hash: last.hash!.toString("hex") }
}

export const seal = async (tx: Db, organisation: OrganisationId): Promise<void> => {
  // Two processes never seal the same organisation at once.
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`seal ${organisation}`}, 0)) as mine`.execute(tx)
  if (!rows[0]!.mine) return
  const last = await head(tx)
  let before: Buffer | null = last ? Buffer.from(last.hash, "hex") : null
  let position = BigInt(last?.position ?? 0)
  const open = await sealable(tx).where("position", "is", null).orderBy("id").limit(2000).execute()
  const sealed = open.map((row) => {
    const hash = hashOf(row, before)
    before = hash
    return { id: row.id, position: (++position).toString(), hash: hash.toString("hex") }
  })
  if (!sealed.length) return
  await sql`
    update events set position = s.position, hash = decode(s.hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as s(id uuid, position bigint, hash text)
    where events.organisation_id = ${organisation} and events.id = s.id`.execute(tx)
}

const sealable = (tx: Db) =>
  tx
    .selectFrom("events")
    .select([
      "id",
      "name",
      "actor_id",
      "via",
      "triggered_by",
      "at",
      "position",
      "hash",
      sql<string>`facts::text`.as("facts_text"),
    ])

const hashOf = (
  row: {
    id: string
    name: string
    actor_id: string | null
    via: string
    triggered_by: string | null
    at: Temporal.Instant
    facts_text: string
  },
  before: Buffer | null,
): Buffer =>
  createHash("sha256")
    .update(before ?? Buffer.alloc(32))
    .update(
      JSON.stringify([row.id, row.name, row.actor_id, row.via, row.triggered_by, row.at.toString(), row.facts_text]),
    )
    .digest()

export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true })
  })
