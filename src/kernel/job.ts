import { sql } from "kysely"
import { fromKysely, getConstructionPlans, PgBoss } from "pg-boss"
import type pg from "pg"
import { type Db, inOrganisation } from "./db.ts"
import { announce } from "./live.ts"
import type { EventFacts } from "./event.ts"
import { withClient } from "./postgres/bootstrap.ts"
import type { Migration } from "./postgres/migrate.ts"
import type { Reaction } from "./reaction.ts"
import type { Actor, Circumstances, OrganisationId } from "./rule.ts"
import type { Equipment } from "./equipment.ts"

/** Work at set times, in every organisation: "each night at 3". It must bear being run twice. */
export type Schedule = {
  name: string
  /** Cron, in the zone of the server's organisation clock (Europe/Brussels). */
  cron: string
  run: (given: Circumstances) => Promise<unknown>
}

/** A loop that lives as long as the process: the mail that leaves, the seals of the journal. It ends when `signal` says so. */
export type Worker = {
  name: string
  run: (process: { db: Db; equipment: Equipment; signal: AbortSignal; log: (line: string) => void }) => Promise<void>
}

export type Jobs = { boss: PgBoss }

declare module "./equipment.ts" {
  interface Equipment {
    jobs: Jobs
    /** In a reaction that comes out of a backup: the installation it was taken from may have done the same since. */
    restored?: true
  }
}

type Task = {
  organisation: OrganisationId
  eventId: string
  purpose: string
  event: string
  facts: EventFacts
  restored?: true
}

const REACTIONS = "reactions"
const SCHEDULES = "schedules"

/** Queues a reaction in the transaction of the event it answers to: both, or neither. */
export const queue = async (
  { purpose, event }: Reaction,
  { organisation, eventId, facts }: { organisation: OrganisationId; eventId: string; facts: EventFacts },
  { db, jobs }: Circumstances,
): Promise<void> => {
  const task: Task = { organisation, eventId, purpose, event, facts }
  await jobs.boss.send(REACTIONS, task, { db: fromKysely(db) })
}

/** The reactions not done yet, each its JSON text, for a backup. One that is running counts: what it does is not in the snapshot. */
export const pendingReactions = async (owner: pg.ClientBase): Promise<string[]> => {
  const { rows: found } = await owner.query<{ there: boolean }>("select to_regclass('pgboss.job') is not null as there")
  if (!found[0]!.there) return []
  const { rows } = await owner.query<{ task: string }>(
    `select data::text as task from pgboss.job where name = $1 and state in ('created', 'retry', 'active') order by created_on`,
    [REACTIONS],
  )
  return rows.map(({ task }) => task)
}

/** Queues again what `pendingReactions` gave, in the transaction of `owner`; they run with `restored` in what they are given. */
export const queueAgain = async (tasks: string[], { boss }: Jobs, owner: pg.ClientBase): Promise<void> => {
  const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values as unknown[]) }
  for (const task of tasks) await boss.send(REACTIONS, { ...(JSON.parse(task) as Task), restored: true }, { db })
}

/** Opens the queue. `owner` may create its schema; it is called once per process, before anything is performed. */
export const openJobs = async (owner: pg.PoolConfig, log: (line: string) => void): Promise<Jobs> => {
  const boss = new PgBoss({ ...(owner as object), max: 4, application_name: "permanence jobs" })
  boss.on("error", (error) => log(`jobs: ${error.message}`))
  await boss.start()
  await withClient(owner, (client) => client.query(grants))
  // Kept at least two weeks in all: a relay that is down over a long week-end loses nothing.
  await boss.createQueue(REACTIONS, {
    retryLimit: 12,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 900,
  })
  await boss.createQueue(SCHEDULES, { retryLimit: 2, expireInSeconds: 3600 })
  return { boss }
}

/** Starts answering: reactions as they come, schedules at their hour. */
export const work = async ({
  db,
  equipment,
  schedules,
  log,
}: {
  db: Db
  equipment: Equipment
  schedules: Schedule[]
  log: (line: string) => void
}): Promise<void> => {
  const { boss } = equipment.jobs
  await boss.work<Task>(
    REACTIONS,
    { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: 3 } as never,
    async ([job]) => {
      const { organisation, eventId, purpose, event, facts, restored } = job!.data
      const reaction = equipment.reactions.find((one) => !one.within && one.event === event && one.purpose === purpose)
      if (!reaction) return log(`nobody answers any more to ${event}: ${purpose}`)
      const wrote = await inOrganisation(db, organisation, async (tx) => {
        await reaction.react(facts, {
          ...equipment,
          actor: system(organisation, eventId),
          db: tx,
          now: Temporal.Now.instant(),
          ...(restored && { restored }),
        })
        // A transaction has a number once it has written.
        const { rows } = await sql<{
          wrote: boolean
        }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(tx)
        return rows[0]!.wrote
      })
      // Open pages hear of it as of a command: reading what was received is work that somebody watches.
      if (wrote) announce(equipment, organisation, purpose)
    },
  )

  for (const { name, cron } of schedules)
    await boss.schedule(SCHEDULES, cron, { name }, { tz: "Europe/Brussels", key: name.replaceAll(/[^\w.-]+/g, "-") })
  await boss.work<{ name: string }>(SCHEDULES, { pollingIntervalSeconds: 5 }, async ([job]) => {
    const due = schedules.find((one) => one.name === job!.data.name)
    if (due) await inEveryOrganisation(db, equipment, due.run)
  })
}

/** The schema of the queue as a migration, for the template of the tests only: in life pg-boss installs and upgrades its own. */
export const jobsSchema = (): Migration => ({
  module: "kernel-jobs",
  name: "20261122-jobs",
  sql: getConstructionPlans("pgboss"),
})

/** Runs work in each organisation in turn, each in its own transaction; one that fails does not stop the others. */
export const inEveryOrganisation = async (
  db: Db,
  equipment: Equipment,
  run: (given: Circumstances) => Promise<unknown>,
): Promise<void> => {
  const { rows } = await sql<{ id: OrganisationId }>`select all_organisations() as id`.execute(db)
  const failures: unknown[] = []
  for (const { id } of rows) {
    await inOrganisation(db, id, (tx) =>
      run({ ...equipment, actor: system(id), db: tx, now: Temporal.Now.instant() }),
    ).catch((error) => failures.push(error))
  }
  if (failures.length) throw new AggregateError(failures, "some organisations could not be served")
}

/** The system itself, answering to an event: it may do only what the reaction that runs declares. */
export const system = (organisation: OrganisationId, triggeredBy?: string): Actor => ({
  organisation,
  personId: null,
  via: "system",
  language: "fr",
  ...(triggeredBy && { triggeredBy }),
})

// The application writes jobs in its own transactions; the schema itself belongs to the owner, and to pg-boss.
const grants = `
  grant usage on schema pgboss to permanence_app;
  grant select, insert, update, delete on all tables in schema pgboss to permanence_app;
  grant execute on all functions in schema pgboss to permanence_app;
`
