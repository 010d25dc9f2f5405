import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** What each bench printed last time on this machine, kept out of git: figures of two machines say nothing to each other. */
const file = join(import.meta.dirname, "../.cache/bench.json")

export type Kept = Record<string, { at: string; text: string }>

export const lastRun = async (): Promise<Kept> =>
  readFile(file, "utf8").then(
    (text) => JSON.parse(text) as Kept,
    () => ({}),
  )

export const keep = async (all: Kept): Promise<void> => {
  await mkdir(join(file, ".."), { recursive: true })
  await writeFile(file, JSON.stringify(all, null, 1))
}

const NUMBER = /\d+(?:\.\d+)?/g

/** The lines whose figures moved by more than a tenth, each with those of before. Lines are the same when their words are. */
export const moved = (before: string, now: string): string[] => {
  const words = (line: string) => line.replaceAll(NUMBER, "#").replaceAll(/\s+/g, " ")
  const old = Map.groupBy(before.split("\n"), words)
  return now.split("\n").flatMap((line) => {
    const same = old.get(words(line))?.shift()
    const [a, b] = [same, line].map((one) => [...(one ?? "").matchAll(NUMBER)].map(([figure]) => Number(figure)))
    if (!same || !a!.some((figure, index) => Math.abs(b![index]! - figure) > figure / 10)) return []
    return [`before ${same.trim()}`, `now    ${line.trim()}`]
  })
}
