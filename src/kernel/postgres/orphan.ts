import { execFileSync } from "node:child_process"
import { readFile, rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { kill } from "node:process"
import { setTimeout as pause } from "node:timers/promises"
import { isHeld } from "./hold-lock.ts"
import { RefusedStart } from "./refused-start.ts"

// A last checkpoint on a slow disk takes seconds; a minute means something is stuck.
const patience = 60_000

/**
 * A database that runs without its Permanence (killed, not stopped) is stopped, so that we start our own child.
 * What a killed database left behind is cleared.
 * @throws RefusedStart "already_running" when another Permanence has it
 */
export async function stopOrphan(data: string, log: (line: string) => void) {
  const left = await postmaster(data)
  if (!left) return
  // After a crash the number may have gone to someone else; PostgreSQL itself would then refuse to start.
  if (isAlive(left.pid) && !(await isPostgres(left.pid, data))) await rm(join(data, "postmaster.pid"))
  else await stopServer(data, left, log)
  if (basename(left.sockets).startsWith("permanence-")) await rm(left.sockets, { recursive: true, force: true })
}

/** Refuses when a database runs there and another Permanence has it; one without its Permanence passes. */
export async function mustNotBeHeld(data: string) {
  const left = await postmaster(data)
  if (left && isAlive(left.pid) && (await isOrphan(left)) === false) throw new RefusedStart("already_running")
}

/** Where to reach the database that a Permanence serves from this folder right now; undefined when none does. */
export async function socketsOfRunning(data: string): Promise<string | undefined> {
  const left = await postmaster(data)
  return left && isAlive(left.pid) && (await isOrphan(left)) === false ? left.sockets : undefined
}

async function stopServer(data: string, left: Postmaster, log: (line: string) => void) {
  for (let waited = 0, free = 0; isAlive(left.pid); waited += 50) {
    const orphan = await isOrphan(left)
    if (orphan === false) throw new RefusedStart("already_running")
    if (orphan && ++free === looks) {
      log("The database of a Permanence that was killed is still running; it is stopped, then started again.")
      kill(left.pid, "SIGINT")
    }
    if (waited > patience) throw new RefusedStart("stuck", { data, pid: left.pid })
    await pause(50)
  }
}

// A Permanence whose database has just been restarted takes its lock again within 0.1 s.
const looks = 15

/** Undefined when nobody answers: gone, still starting or already stopping. */
async function isOrphan(left: Postmaster): Promise<boolean | undefined> {
  try {
    return !(await isHeld({ host: left.sockets, port: 5432, ssl: false, user: "postgres", database: "postgres" }))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const silent = ["ENOENT", "ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]
    if (silent.includes(code ?? "") || message.startsWith("Connection terminated")) return undefined
    throw error
  }
}

type Postmaster = { pid: number; sockets: string }

// Line 1 is the process, line 5 the folder of its socket (PostgreSQL manual, 66.1, "Database File Layout").
async function postmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")
  const [pid, , , , sockets] = text.split("\n")
  return pid && sockets ? { pid: Number(pid), sockets } : undefined
}

async function isPostgres(pid: number, data: string) {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => commandBy("ps", pid))
  return command.includes("postgres") && command.includes(data)
}

function commandBy(ps: string, pid: number) {
  try {
    return execFileSync(ps, ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
  } catch {
    return ""
  }
}

/** Whether a process has that number, ours or not. */
export function isAlive(pid: number) {
  try {
    return kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}
