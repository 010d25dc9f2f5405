import { chmod, chown, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { platform } from "node:process"
import type { Binaries } from "./binaries.ts"
import { giveTo, mustReach, type ChildUser } from "./child-user.ts"
import { lastLines, spawnAs } from "./child.ts"
import { RefusedStart } from "./refused-start.ts"

/** Creates `data` when it is not there yet; `swift` leaves out waiting for the disk. */
export async function ensureData(binaries: Binaries, user: ChildUser, data: string, swift: boolean) {
  if (await exists(join(data, "PG_VERSION"))) return
  // In a folder beside it, renamed once whole: a first start that was interrupted leaves nothing half made.
  const fresh = await mkdtemp(`${data}.new-`)
  try {
    await giveTo(user, fresh)
    await mustReach(user, fresh)
    await initialise(binaries, user, fresh, swift)
    await rename(fresh, data).catch(async (error: unknown) => {
      // Two first starts at once: the other one was faster.
      if (!(await exists(join(data, "PG_VERSION")))) throw error
    })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function initialise(binaries: Binaries, user: ChildUser, fresh: string, swift: boolean) {
  // ICU sorts; the C library only says what a letter is, and must know that ’ is none.
  const locale = platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"
  const options = ["--encoding=UTF8", `--locale=${locale}`, "--locale-provider=icu", "--icu-locale=fr", "--auth=trust"]
  const child = spawnAs(user, binaries.initdb, [
    "-D",
    fresh,
    "-U",
    "postgres",
    ...options,
    ...(swift ? ["--no-sync"] : []),
  ])
  const said = lastLines(child)
  const code = await child.ended
  if (code !== 0) throw new RefusedStart("not_created", { said: said() || `initdb ended with ${code}` })
}

/** The folder of the installation, closed to others; under root the child gets to walk through it, not to list it. */
export async function ensureFolder(dataDir: string, user: ChildUser) {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const { mode } = await stat(dataDir)
    // A folder that root keeps to itself takes the child's group; one opened in some other way is left as it is.
    if (user.gid === undefined || mode & 0o077) return
    await chown(dataDir, -1, user.gid)
    await chmod(dataDir, (mode & 0o7777) | 0o010)
  } catch (error) {
    throw new RefusedStart("folder_not_made", { dataDir, said: (error as Error).message })
  }
}

/** A folder of its own for the socket, closed to every other user; its path differs at each start. */
export async function socketFolder(user: ChildUser) {
  const prefix = join(tmpdir(), "permanence-")
  // The system takes 107 bytes on Linux and 103 on macOS; mkdtemp adds six.
  if (Buffer.byteLength(`${prefix}123456/.s.PGSQL.5432`) > 100)
    throw new RefusedStart("socket_path_too_long", { folder: tmpdir() })
  const folder = await mkdtemp(prefix)
  await chmod(folder, 0o700)
  await giveTo(user, folder)
  await mustReach(user, folder)
  return folder
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
