import { sql } from "kysely"
import { type Db, inOrganisation } from "../../kernel/db.ts"
import type { Worker } from "../../kernel/job.ts"
import type { OrganisationId } from "../../kernel/rule.ts"
import { pause } from "../../kernel/seal.ts"
import { refresh } from "./index-entries.ts"
import type { Changed } from "./sources.ts"

/**
 * Follows the sealed journal and writes again what each event names, whichever module it comes from: a thing is found some two
 * seconds after it changed. One job for each event would cost more than the reading, and would need a list of all events.
 */
export const follower: Worker = {
  name: "follow the journal for search",
  async run({ db, signal, log }) {
    while (!signal.aborted) {
      await followAll(db).catch((error: Error) => log(`search: ${error.message}`))
      await pause(1000, signal)
    }
  },
}

export const followAll = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ id: OrganisationId }>`select all_organisations() as id`.execute(db)
  for (const { id } of rows) while (await inOrganisation(db, id, (tx) => follow(id, tx))) continue
}

const BATCH = 500

/** Takes the next events; answers whether there may be more. */
export const follow = async (organisation: OrganisationId, tx: Db): Promise<boolean> => {
  // Two processes never follow the same journal at once.
  const { rows: lock } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`search ${organisation}`}, 0)) as mine`.execute(tx)
  if (!lock[0]!.mine) return false
  const { rows } = await sql<{ position: bigint; facts: Record<string, unknown> }>`
    select e.position, e.facts from events e
     where e.position > coalesce((select position from search_followed), 0) order by e.position limit ${BATCH}`.execute(
    tx,
  )
  if (rows.length === 0) return false
  await refresh(changedBy(rows.map(({ facts }) => facts)), tx)
  await sql`
    insert into search_followed (organisation_id, position) values (${organisation}, ${rows.at(-1)!.position})
    on conflict (organisation_id) do update set position = excluded.position`.execute(tx)
  return rows.length === BATCH
}

const facts = {
  meetings: ["meetingId", "meetingIds", "approvedIn"],
  items: ["itemId", "itemIds", "intoId"],
  decisions: ["decisionId", "byId"],
  tasks: ["taskId"],
  matters: ["matterId"],
  exchanges: ["exchangeId"],
  offices: ["officeId"],
  texts: ["textId"],
  incoming: ["incomingId"],
  outside: ["counterpartId"],
  people: ["personId"],
  files: ["fileId", "fileIds"],
  sittings: ["sittingId"],
  bases: ["baseId"],
} satisfies Record<keyof Changed, string[]>

const changedBy = (all: readonly Record<string, unknown>[]): Changed =>
  Object.fromEntries(
    Object.entries(facts).map(([what, names]) => [
      what,
      [...new Set(all.flatMap((one) => names.flatMap((name) => one[name] ?? [])))].filter(
        (id): id is string => typeof id === "string",
      ),
    ]),
  ) as Changed
