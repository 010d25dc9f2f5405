import { spawnSync } from "node:child_process"
import { chown, readFile, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { getuid } from "node:process"
import { RefusedStart } from "./refused-start.ts"

/** Whom PostgreSQL runs as; empty when that is ourselves. With a `passage` it enters folders closed to that user. */
export type ChildUser = { uid?: number; gid?: number; passage?: Passage }

// From the lesser right to the greater; containers usually keep only the second.
const passages = ["dac_read_search", "dac_override"] as const
type Passage = (typeof passages)[number]

/** What spawn takes to run a program as that user. */
export function runAs({ uid, gid, passage }: ChildUser, program: string, args: string[]) {
  if (!passage) return { program, args, as: { uid, gid } }
  const rights = [`--inh-caps=+${passage}`, `--ambient-caps=+${passage}`]
  const options = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...rights]
  return { program: "setpriv", args: [...options, program, ...args], as: {} }
}

/**
 * Root often keeps its checkout under /root, which nobody else may enter. Where the system lets us, the child gets the
 * right to pass closed folders, as root has it, and Permanence starts; else `mustReach` says what to do.
 */
export function withPassage(user: ChildUser, paths: string[]): ChildUser {
  const reaches = (one: ChildUser) => paths.every((path) => canReach(one, path))
  if (user.uid === undefined || reaches(user)) return user
  return passages.map((passage) => ({ ...user, passage })).find(reaches) ?? user
}

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

function canReach(user: ChildUser, path: string) {
  const { program, args, as } = runAs(user, "/bin/sh", ["-c", 'test -e "$1"', "sh", path])
  return spawnSync(program, args, { ...as, cwd: "/" }).status === 0
}

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
