import type pg from "pg"
import type { Environment } from "./kernel/environment.ts"
import { originOf } from "./kernel/environment.ts"
import { openDb } from "./kernel/db.ts"
import { fileStore } from "./kernel/file/store.ts"
import { serve } from "./kernel/http/server.ts"
import { openJobs, work } from "./kernel/job.ts"
import { limitsOf } from "./kernel/limit.ts"
import { openLive } from "./kernel/live.ts"
import { confidencesAtStart, confidencesKept, housekeeping } from "./kernel/housekeeping.ts"
import type { Module } from "./kernel/module.ts"
import { type Migration, migrate, migrationsIn } from "./kernel/postgres/migrate.ts"
import { pause, sealer } from "./kernel/seal.ts"
import type { Equipment } from "./kernel/equipment.ts"
import type { Mailer } from "./kernel/mail/message.ts"
import { mailer, noRelay } from "./kernel/mail/send.ts"
import { openSecret } from "./kernel/secret.ts"
import { modules } from "./modules.ts"
import { authenticate, forgetUnfinishedExample } from "./modules/accounts/contract.ts"
import { mailboxOf, postOffice } from "./modules/post/contract.ts"
import { loadWords } from "./words.ts"

export type Application = {
  url: string
  port: number
  equipment: Equipment
  db: ReturnType<typeof openDb>
  stop: () => Promise<void>
}

/** Every migration of the product, the kernel's first. */
export const migrations = async (): Promise<Migration[]> => [
  ...(await migrationsIn(new URL("./kernel/postgres/migrations", import.meta.url), "kernel-wall")),
  ...(await migrationsIn(new URL("./kernel/migrations", import.meta.url), "kernel")),
  ...(await Promise.all(list.map((one) => migrationsIn(new URL("./migrations", one.at), one.name)))).flat(),
]

/** Opens the doors on a database that is already started: pools, queue, workers, HTTP. */
export const startApplication = async (
  database: { owner: pg.PoolConfig; app: pg.PoolConfig },
  environment: Environment,
  log: (line: string) => void,
): Promise<Application> => {
  await loadWords()
  await migrate(database.owner, await migrations())
  const { db, equipment, close } = await openEquipment(database, environment, log)
  // Before anything works in it.
  if (await forgetUnfinishedExample({ db, equipment })) log(halfWritten[environment.language])
  const server = await serve({
    db,
    equipment,
    modules: list,
    authenticate: authenticate(db),
    dist: new URL("../dist", import.meta.url).pathname,
    logLevel: environment.logLevel,
  })
  await server.listen({ port: environment.port, host: environment.host })
  const port = (server.server.address() as { port: number }).port
  if (environment.port === 0) equipment.origin = originOf(environment.host, port)

  const ending = new AbortController()
  await work({
    db,
    equipment,
    schedules: [housekeeping, confidencesKept, ...list.flatMap((one) => one.schedules ?? [])],
    log,
  })
  const loops = [sealer, confidencesAtStart, ...list.flatMap((one) => one.workers ?? [])].map((one) =>
    one
      .run({ db, equipment, signal: ending.signal, log })
      .catch((error: Error) => log(`${one.name}: ${error.message}`)),
  )
  return {
    url: equipment.origin,
    port,
    equipment,
    db,
    async stop() {
      ending.abort()
      const closed = server.close()
      // An open page asks again at once; each new connection is closed too, until none is left.
      const closing = setInterval(() => server.server.closeAllConnections(), 100)
      // A letter in a slow relay's hands may hold its loop: its row says so, and the next start takes it up.
      const patience = new AbortController()
      await Promise.race([Promise.all([closed, ...loops]), pause(10_000, patience.signal)])
      patience.abort()
      clearInterval(closing)
      await close()
    },
  }
}

/** What commands are given, without HTTP or workers: for the command line, the example and tests. */
export const openEquipment = async (
  database: { owner: pg.PoolConfig; app: pg.PoolConfig },
  environment: Environment,
  log: (line: string) => void,
): Promise<{ db: ReturnType<typeof openDb>; equipment: Equipment; close: () => Promise<void> }> => {
  const secret = openSecret(environment.secretFile, environment.language)
  const db = openDb(database.app, secret)
  const jobs = await openJobs(database.owner, log)
  const live = await openLive(db, database.app)
  const equipment: Equipment = {
    origin: environment.origin,
    print: log,
    secret,
    mailer: openMailer(environment),
    office: postOffice(environment),
    jobs,
    live,
    files: fileStore({ dataDir: environment.dataDir, s3Url: environment.s3Url, secret }),
    doors: list.flatMap((one) => one.doors ?? []),
    reactions: list.flatMap((one) => one.reactions ?? []),
    // Fetched when asked for: eighteen months of story are not kept in memory.
    loadExample: async (given, tell) => (await import("../demo/load.ts")).loadExample(given, tell),
    limits: limitsOf(list),
    confided: list.flatMap((one) => one.confided ?? []),
    held: list.flatMap((one) => one.held ?? []),
    waiting: list.flatMap((one) => one.waiting ?? []),
    onMatter: list.flatMap((one) => one.onMatter ?? []),
    onSittingItem: list.flatMap((one) => one.onSittingItem ?? []),
  }
  return {
    db,
    equipment,
    async close() {
      await jobs.boss.stop({ graceful: true, timeout: 5000 })
      await live.stop()
      equipment.mailer.close()
      await db.destroy()
    },
  }
}

const openMailer = ({ smtpUrl, mailFrom }: Environment): Mailer =>
  smtpUrl && mailFrom ? mailer({ smtpUrl, from: mailboxOf(mailFrom) }) : noRelay()

const halfWritten = {
  fr: "  L’exemple n’était écrit qu’à moitié\u00a0: le serveur s’était arrêté. Ce qui en restait est retiré, on peut le redemander.",
  en: "  The example was only half written: the server had stopped. What was left of it is taken away, it can be asked for again.",
}

const list: readonly Module[] = modules
