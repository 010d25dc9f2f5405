import { spawn, type ChildProcess } from "node:child_process"
import { runAs, type ChildUser } from "./child-user.ts"

export type Child = ChildProcess & {
  /** Resolves to the exit code, null after a signal; rejects when it could not be started. */
  ended: Promise<number | null>
}

/** A child in a process group of its own: the Ctrl-C of the terminal is for us, who stop it once the last answer is written. */
export function spawnAs(user: ChildUser, path: string, options: string[]): Child {
  const { program, args, as } = runAs(user, path, options)
  const child = spawn(program, args, { ...as, cwd: "/", detached: true, stdio: ["ignore", "ignore", "pipe"] })
  const ended = new Promise<number | null>((resolved, rejected) => {
    child.once("error", rejected).once("exit", resolved)
  })
  ended.catch(() => {})
  return Object.assign(child, { ended })
}

export const isRunning = (child: Child) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

/** Passes on what the child says, and gives as one what matters of its last lines. */
export function lastLines(child: Child, log: (line: string) => void = () => {}) {
  const lines: string[] = []
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split("\n").filter(worthReading)) {
      log(line)
      lines.push(line)
      if (lines.length > 10) lines.shift()
    }
  })
  return () => {
    const grave = lines.filter((line) => /^(FATAL|PANIC)/.test(line))
    return (grave.length ? grave : lines).join(" ")
  }
}

// What every start and stop says, and the "not yet" we get while asking every few milliseconds whether it is ready.
const usual = [
  "starting PostgreSQL",
  "listening on",
  "received fast shutdown request",
  "aborting any active transactions",
  "shutting down",
  "background worker",
  "database system was shut down at",
  "database system is ready",
  "database system is shut down",
  "the database system is starting up",
  "the database system is shutting down",
  "the database system is not yet accepting connections",
  "terminating connection due to administrator command",
]

const worthReading = (line: string) =>
  line && !usual.some((words) => line.slice(line.indexOf(": ")).includes(`:  ${words}`))
