import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { getuid } from "node:process"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import { migrations } from "../../src/application.ts"
import { hashOf, inOrder } from "../../src/kernel/postgres/migrate.ts"

/**
 * Fills a folder with one in which the product had started, from nothing, and ended: a story is open four seconds earlier than
 * where each makes its own database. What an empty folder becomes is seen by whoever begins it here, and by the tests of the start.
 */
export const begunFolder = async (dataDir: string, begin: (dataDir: string) => Promise<void>): Promise<void> => {
  const model = join(tmpdir(), `permanence-begun-${getuid?.() ?? "me"}-${await now()}`)
  if (!(await isThere(`${model}/whole`))) await makeOnce(model, begin)
  // Owners as they are: the database runs as another user where we are root.
  await promisify(execFile)("cp", ["-a", `${model}/data/.`, dataDir])
}

/** Of two processes at once the second waits for the first; one that died is taken over after a minute. */
const makeOnce = async (model: string, begin: (dataDir: string) => Promise<void>): Promise<void> => {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (await isOurs(model)) {
      await mkdir(`${model}/data`, { mode: 0o711 })
      await begin(`${model}/data`)
      await mkdir(`${model}/whole`)
      return
    }
    if (await isThere(`${model}/whole`)) return
    await pause(100)
  }
  await rm(model, { recursive: true, force: true })
  return makeOnce(model, begin)
}

const isOurs = (model: string) =>
  mkdir(model, { mode: 0o711 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false
      throw error
    },
  )

/** Tables as they are written now. */
const now = async (): Promise<string> => {
  const hash = createHash("sha256")
  for (const one of inOrder(await migrations())) hash.update(`${one.module}/${one.name} ${hashOf(one)}\n`)
  return hash.digest("hex").slice(0, 16)
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
