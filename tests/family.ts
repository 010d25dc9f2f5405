import { readdir, readFile } from "node:fs/promises"
import { kill } from "node:process"

/** Kills a process and all it began, at once and without a word, as a machine that loses its power. */
export const killFamily = async (pid: number): Promise<void> => {
  for (const one of await family(pid)) killed(one)
}

// A worker of the database may have ended by itself since it was listed.
function killed(pid: number) {
  try {
    kill(pid, "SIGKILL")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

// The database sits in a process group of its own; its processes are found by their parent.
async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "")
    const parent = / [A-Z] (\d+) /.exec(stat.slice(stat.lastIndexOf(")")))?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const all = [pid]
  for (const one of all) for (const [child, parent] of parents) if (parent === one) all.push(child)
  return all
}
