import { setTimeout as pause } from "node:timers/promises"
import type { Binaries } from "./binaries.ts"
import { withClient } from "./bootstrap.ts"
import type { ChildUser } from "./child-user.ts"
import { isRunning, lastLines, spawnAs, type Child } from "./child.ts"
import { mustNotBeHeld } from "./orphan.ts"
import { isHeldElsewhere, RefusedStart } from "./refused-start.ts"

export type Place = {
  binaries: Binaries
  user: ChildUser
  data: string
  sockets: string
  settings: Record<string, string>
}

export type Server = { restart(): Promise<void>; stop(): Promise<void> }

/** Runs PostgreSQL as our child, and starts it again when it ends without having been asked to. */
export async function runServer(
  place: Place,
  log: (line: string) => void,
  lost: (why: Error) => void,
): Promise<Server> {
  const stopping = new AbortController()
  let restarting = false
  let child = await started(place, log)
  const watch = () =>
    void child.ended.then(() => {
      if (!restarting && !stopping.signal.aborted) void revive()
    })
  // An app that ends by itself (an uncaught error) takes its database with it; only kill -9 leaves an orphan.
  const goodbye = () => void child.kill("SIGINT")
  process.on("exit", goodbye)
  watch()
  return {
    async restart() {
      restarting = true
      await stopped(child)
      child = await started(place, log)
      restarting = false
      watch()
    },
    async stop() {
      stopping.abort()
      process.off("exit", goodbye)
      await stopped(child)
    },
  }

  // A full disk stays full for a while: from a fifth of a second to ten seconds between two tries.
  async function revive() {
    for (let wait = 200; !stopping.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      log(`The database ended by itself; it is started again in ${wait / 1000} s.`)
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      try {
        await mustNotBeHeld(place.data)
        child = await started(place, log)
        if (stopping.signal.aborted) await stopped(child)
        return watch()
      } catch (error) {
        if (isHeldElsewhere(error)) return lost(error)
        log((error as Error).message)
      }
    }
  }
}

async function stopped(child: Child) {
  if (isRunning(child)) child.kill("SIGINT")
  await child.ended
}

async function started(place: Place, log: (line: string) => void): Promise<Child> {
  // Processes of a killed server see within a second or two that it is gone; until then its memory is in use.
  for (let tries = 1; ; tries++) {
    const child = launched(place)
    const said = lastLines(child, log)
    if (await answers(place, child)) return child
    if (/lock file "postmaster.pid" already exists/.test(said())) throw new RefusedStart("already_running")
    if (!/pre-existing shared memory/.test(said()) || tries === 50)
      throw new RefusedStart("not_started", { said: said() || "—" })
    await pause(200)
  }
}

function launched({ binaries, user, data, sockets, settings }: Place) {
  const all = Object.entries({ ...settings, unix_socket_directories: sockets })
  return spawnAs(user, binaries.postgres, ["-D", data, ...all.flatMap(([name, value]) => ["-c", `${name}=${value}`])])
}

async function answers(place: Place, child: Child) {
  const superuser = { host: place.sockets, port: 5432, user: "postgres", database: "postgres" }
  while (isRunning(child)) {
    const answered = await withClient(superuser, async () => true).catch(() => false)
    if (answered) return true
    await pause(20)
  }
  await child.ended.catch((error: Error) => {
    throw new RefusedStart("not_started", { said: error.message })
  })
  return false
}
