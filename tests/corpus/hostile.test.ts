import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, it } from "node:test"
import { world } from "../world.ts"
import { writeEverywhere } from "../naughty.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/12-security")

describe("the naughty strings of others", { skip: missing(folder) }, () => {
  it("are stored letter for letter or refused with a sentence, in every text field of every command", async (t) => {
    const w = await world()
    try {
      const { taken, commands } = await writeEverywhere(w, await strings(folder!))
      t.diagnostic(`${taken} taken by ${commands} commands`)
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
