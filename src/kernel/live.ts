import type { Equipment } from "./equipment.ts"
import type { OrganisationId } from "./rule.ts"
import type { Db } from "./db.ts"
import { sql } from "kysely"
import pg from "pg"

/** What tells open pages, in every process, that something changed. Names only: whoever hears asks again within their rights. */
export type Live = {
  changed(organisation: OrganisationId, name: string): void
  listen(organisation: OrganisationId, hear: (names: string[]) => void): () => void
  /** Tells every process that somebody writes in a thing at this moment; forgotten a few seconds later, kept nowhere. */
  writes(organisation: OrganisationId, thing: string, who: string): void
  /** Who wrote in it these last seconds, as far as this process heard. */
  writersOf(organisation: OrganisationId, thing: string): string[]
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
  const writers = writersInMemory()
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
      const { organisation, names, writes } = JSON.parse(payload!) as Told
      if (writes) return writers.heard(organisation, writes.thing, writes.who)
      for (const hear of hearers.get(organisation) ?? []) hear(names)
    })
    await client.connect()
    await client.query("listen live")
  }
  await connect()

  const tell = (told: Told) => sql`select pg_notify('live', ${JSON.stringify(told)})`.execute(db).catch(() => {})
  const flush = async () => {
    timer = undefined
    const batch = [...pending]
    pending.clear()
    for (const [organisation, names] of batch) {
      // NOTIFY carries 8000 bytes at most; past a hundred names "everything" says the same.
      await tell({ organisation, names: names.size > 100 ? ["*"] : [...names] })
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
    writes(organisation, thing, who) {
      void tell({ organisation, names: [], writes: { thing, who } })
    },
    writersOf: (organisation, thing) => writers.of(organisation, thing),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

type Told = { organisation: string; names: string[]; writes?: { thing: string; who: string } }

// One hears of a writer every three seconds, and forgets them after two of these went by in silence.
const SILENCE = 7000

/** Who writes where, as long as it is being said. */
export const writersInMemory = (clock = () => Date.now()) => {
  const things = new Map<string, Map<string, number>>()
  const forgetSilent = (key: string, there: Map<string, number>) => {
    for (const [who, at] of there) if (clock() - at > SILENCE) there.delete(who)
    if (there.size === 0) things.delete(key)
  }
  return {
    heard(organisation: string, thing: string, who: string): void {
      for (const [key, there] of things) forgetSilent(key, there)
      const key = `${organisation} ${thing}`
      things.set(key, (things.get(key) ?? new Map<string, number>()).set(who, clock()))
    },
    of(organisation: string, thing: string): string[] {
      const key = `${organisation} ${thing}`
      const there = things.get(key)
      if (there) forgetSilent(key, there)
      return [...(there?.keys() ?? [])]
    },
  }
}
