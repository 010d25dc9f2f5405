import { spawnSync } from "node:child_process"
import { chown, readFile, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { getuid } from "node:process"
import { RefusedStart } from "./refused-start.ts"

/** Whom PostgreSQL runs as, for spawn; empty when that is ourselves. */
export type ChildUser = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: under root it runs as `nobody`, who exists everywhere and owns nothing else. */
export async function childUser(): Promise<ChildUser> {
  if (getuid?.() !== 0) return {}
  const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((entry) => entry.startsWith("nobody:"))
  const [, , uid, gid] = line?.split(":") ?? []
  if (!uid || !gid)
    throw new RefusedStart(
      "PostgreSQL does not run as root, and this system has no user “nobody” to run it as. Start Permanence as an ordinary user.",
    )
  return { uid: Number(uid), gid: Number(gid) }
}

export async function giveTo(user: ChildUser, folder: string) {
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
}

/** Refuses, with the folder to open, when the child could not walk to `path`. */
export async function mustReach(user: ChildUser, path: string, what: string) {
  if (user.uid === undefined || canReach(user, path)) return
  const closed = await firstClosed(user, path)
  throw new RefusedStart(
    `Started as root, PostgreSQL runs as the user “nobody”, who cannot enter ${closed} and so does not reach ${what} (${path}). ` +
      `Start Permanence as an ordinary user, move it to a folder open to all (for instance under /opt or /srv), or run: chmod o+x ${closed}`,
  )
}

const canReach = (user: ChildUser, path: string) =>
  spawnSync("/bin/sh", ["-c", 'test -e "$1"', "sh", path], { ...user, cwd: "/" }).status === 0

async function firstClosed(user: ChildUser, path: string): Promise<string> {
  const parents: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    parents.unshift(folder)
    if (folder === dirname(folder)) break
  }
  for (const folder of parents) {
    const { uid, gid, mode } = await stat(folder)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & bit)) return folder
  }
  return dirname(path)
}
