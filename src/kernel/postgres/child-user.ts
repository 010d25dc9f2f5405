import { spawnSync } from "node:child_process"
import { chown, readFile, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { getuid } from "node:process"
import { RefusedStart } from "./refused-start.ts"

/** Whom PostgreSQL runs as, for spawn; empty when that is ourselves. */
export type ChildUser = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root. Under root it runs as the owner of its data, and for new data as `nobody`,
 * who exists everywhere.
 */
export async function childUser(data: string): Promise<ChildUser> {
  const owner = await stat(data).catch(() => undefined)
  const us = getuid?.()
  if (us === undefined) return {}
  if (us !== 0) {
    if (owner && owner.uid !== us) throw new RefusedStart("others_data", { data, owner: owner.uid, us })
    return {}
  }
  return owner?.uid ? { uid: owner.uid, gid: owner.gid } : nobody()
}

async function nobody(): Promise<ChildUser> {
  const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((entry) => entry.startsWith("nobody:"))
  const [, , uid, gid] = line?.split(":") ?? []
  if (!uid || !gid) throw new RefusedStart("nobody_missing")
  return { uid: Number(uid), gid: Number(gid) }
}

export async function giveTo(user: ChildUser, folder: string) {
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
}

/** Refuses, with the folder to open, when the child could not walk to `path`. */
export async function mustReach(user: ChildUser, path: string) {
  if (user.uid === undefined || canReach(user, path)) return
  const closed = await firstClosed(user, path)
  throw new RefusedStart("out_of_reach", { user: user.uid, closed, path })
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
