import { readFile, rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { kill } from "node:process"
import { setTimeout as pause } from "node:timers/promises"
import { holdLock } from "./hold-lock.ts"

/**
 * A database that runs without its Permanence (killed, not stopped) is stopped, so that we start our own child.
 * @throws RefusedStart when another Permanence holds it
 */
export async function stopOrphan(data: string, log: (line: string) => void) {
  const left = await postmaster(data)
  if (!left) return
  if (isAlive(left.pid)) {
    const lock = await holdLock({ host: left.sockets, user: "postgres", database: "postgres" }).catch(whenSilent)
    if (lock) {
      log("The database of a stopped Permanence was still running; it is stopped and started again.")
      await lock.release()
      kill(left.pid, "SIGINT")
      while (isAlive(left.pid)) await pause(20)
    }
  }
  // A killed server leaves its socket folder behind.
  if (basename(left.sockets).startsWith("permanence-")) await rm(left.sockets, { recursive: true, force: true })
}

// Nobody listens there: the number was given to another process since.
function whenSilent(error: NodeJS.ErrnoException) {
  if (error.code === "ENOENT" || error.code === "ECONNREFUSED") return undefined
  throw error
}

async function postmaster(data: string) {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")
  const [pid, , , , sockets] = text.split("\n")
  return pid && sockets ? { pid: Number(pid), sockets } : undefined
}

function isAlive(pid: number) {
  try {
    kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
