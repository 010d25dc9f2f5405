import assert from "node:assert/strict"
import type { Command } from "../src/kernel/command.ts"
import type { World } from "./world.ts"
import { commands, example, fault, hostileDoor, put, storedTexts } from "./hostile.ts"
import { realThings } from "./hostile-things.ts"

/**
 * Writes each string in every text field of every command, through HTTP. Whatever is taken must stand in the database
 * letter for letter; whatever is not must be refused with a sentence. Answers how many were taken.
 */
export const writeEverywhere = async (world: World, strings: string[], of: readonly Command[] = commands) => {
  const door = await hostileDoor(world)
  const sent = new Map<number, { value: string; by: string }>()
  const faults: string[] = []
  let taken = 0
  for (const command of of) {
    const { input, texts } = example(command.input, await realThings(world, command))
    if (texts.length === 0) continue
    for (const string of strings) {
      const mark = sent.size
      const value = `${string}⟦${mark}⟧`
      sent.set(mark, { value, by: command.name })
      let places = texts
      // A field that is choosy (a code, an hour) gives its place back to a plain word, so that the others are tried too.
      for (let tries = 0; tries < 4 && places.length > 0; tries++) {
        const answer = await door.post(
          command.name,
          places.reduce<unknown>((made, path) => put(made, path, value), input),
        )
        const wrong = fault(answer)
        if (wrong) faults.push(`${command.name} ${JSON.stringify(string)}: ${wrong}`)
        if (answer.status < 300) taken++
        const refused = new Set(answer.issues.map(({ path }) => String(path[0])))
        const left = places.filter(([first]) => !refused.has(String(first)))
        if (answer.status !== 422 || left.length === places.length) break
        places = left
      }
    }
  }
  await door.close()
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`)
  const altered = []
  for await (const text of storedTexts(world.owner))
    for (const [, mark] of text.matchAll(/⟦(\d+)⟧/g)) {
      const { value, by } = sent.get(Number(mark)) ?? { value: "", by: "" }
      // A pasted table or list is read, not kept: what stands is a part of it, letter for letter; in a whole name a dash stands for the
      // first name that the table does not give.
      const stands = isTable(by)
        ? inOneLine(value).includes(inOneLine(text.replace(/^— /, "")))
        : text.includes(value.trim())
      if (!stands) altered.push(`${JSON.stringify(value)} stands as ${JSON.stringify(text)}`.slice(0, 300))
    }
  assert.deepEqual(altered.slice(0, 20), [], `${altered.length} altered`)
  return { taken, commands: of.length }
}

const isTable = (command: string) => command === "people.import" || command === "programme.add"
const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim()
