import { readFile } from "node:fs/promises"
import assert from "node:assert/strict"
import { join } from "node:path"
import { describe, it } from "node:test"
import { commands } from "../hostile.ts"
import { world } from "../world.ts"
import { writeEverywhere } from "../naughty.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/12-security")

/** Every string in every text field of every other command: a walk long enough for two processes. */
export const walkHalf = (half: 0 | 1): void =>
  void describe("the naughty strings of others", { skip: missing(folder) }, () => {
    it(`are stored letter for letter or refused with a sentence, in the ${half ? "other" : "one"} half of the commands`, async (t) => {
      const w = await world()
      try {
        const of = commands.filter((_, at) => at % 2 === half)
        const { taken } = await writeEverywhere(w, await strings(folder!), of)
        t.diagnostic(`${taken} taken by ${of.length} commands`)
        assert.ok(taken > 1000)
      } finally {
        await w.end()
      }
    })
  })

const strings = async (place: string): Promise<string[]> => {
  const blns = JSON.parse(await readFile(join(place, "naughty-strings/blns.json"), "utf8")) as string[]
  const xss = JSON.parse(await readFile(join(place, "xss/dompurify-expect.fixture.json"), "utf8")) as {
    payload: string
  }[]
  const formulas = (await readFile(join(place, "csv-injection/README-payloads.md"), "utf8"))
    .split("\n")
    .filter((line) => /^[=+@-]/.test(line))
  return [...blns, ...xss.map(({ payload }) => payload), ...formulas].filter((one) => !one.includes("\0"))
}
