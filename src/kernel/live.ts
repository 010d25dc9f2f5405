import type { Equipment } from "./equipment.ts"
import type { OrganisationId } from "./rule.ts"
import type { Db } from "./db.ts"
import { sql } from "kysely"
import pg from "pg"

/** What tells open pages, in every process, that something changed. Names only: whoever hears asks again within their rights. */
export type Live = {
  changed(organisation: OrganisationId, name: string): void
  listen(organisation: OrganisationId, hear: (names: string[]) => void): () => void
  stop(): Promise<void>
}

declare module "./equipment.ts" {
  interface Equipment {
    live: Live
  }
}

export const announce = ({ live }: Equipment, organisation: OrganisationId, name: string): void =>
  live.changed(organisation, name)

/**
 * One connection listens, and what was committed within a tenth of a second goes out as one NOTIFY of its own:
 * a NOTIFY inside each command would make their commits wait for one another.
 */
export const openLive = async (db: Db, listener: pg.ClientConfig): Promise<Live> => {
  const hearers = new Map<string, Set<(names: string[]) => void>>()
  const pending = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let isStopped = false

  const connect = async () => {
    client = new pg.Client(listener)
    client.on("error", () => {})
    client.on("end", () => {
      if (!isStopped) setTimeout(() => void connect().catch(() => {}), 1000).unref()
    })
    client.on("notification", ({ payload }) => {
      const { organisation, names } = JSON.parse(payload!) as { organisation: string; names: string[] }
      for (const hear of hearers.get(organisation) ?? []) hear(names)
    })
    await client.connect()
    await client.query("listen live")
  }
  await connect()

  const flush = async () => {
    timer = undefined
    const batch = [...pending]
    pending.clear()
    for (const [organisation, names] of batch) {
      // NOTIFY carries 8000 bytes at most; past a hundred names "everything" says the same.
      const payload = JSON.stringify({ organisation, names: names.size > 100 ? ["*"] : [...names] })
      await sql`select pg_notify('live', ${payload})`.execute(db).catch(() => {})
    }
  }

  return {
    changed(organisation, name) {
      pending.set(organisation, (pending.get(organisation) ?? new Set()).add(name))
      timer ??= setTimeout(() => void flush(), 100)
    },
    listen(organisation, hear) {
      const set = hearers.get(organisation) ?? new Set()
      hearers.set(organisation, set.add(hear))
      return () => set.delete(hear)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
