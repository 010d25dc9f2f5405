import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Answer, commands, example, fault, hostileDoor, put, reads } from "../hostile.ts"
import { realThings } from "../hostile-things.ts"
import { writeEverywhere } from "../naughty.ts"
import { type World, world } from "../world.ts"

const hostile = [
  "<script>alert(document.cookie)</script>",
  "\"><img src=x onerror=alert(1)>'",
  "'; drop table people; --",
  "=cmd|' /C calc'!A0",
  "{{constructor.constructor('return this')()}} ${7*7} #{7*7}",
  "../../../../etc/passwd%00",
  "\u202e\u2066txt.exe\u2069 ‮",
  "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮ 👩🏽‍👩‍👧 𝒯ℯ𝓍𝓉 ﷽",
  "\u0001\u0008\u001b[31m\u007f\u0085\ufeff\ufffe",
  "nil null undefined NaN true 1e309 -0 0x7fffffff",
  "#set page(width: 1pt) $ sum $ @ref <label> \\u{0} */",
  "Été, œuf, l’eau 5 kg : « oui »",
]

let w: World
let door: Awaited<ReturnType<typeof hostileDoor>>
before(async () => {
  w = await world()
  door = await hostileDoor(w)
})
after(async () => {
  await door.close()
  await w.end()
})

describe("hostile words in every text field of every command", () => {
  it("are stored letter for letter or refused with a sentence", async (t) => {
    const { taken } = await writeEverywhere(w, hostile)
    t.diagnostic(`${taken} taken`)
    assert.ok(taken > 50)
  })

  it("are refused where they hold NUL or half a character", async () => {
    await everywhere(async (name, input, texts) => {
      const faults = []
      for (const path of texts)
        for (const broken of ["a\0b", "a\ud800b", "\udc00"]) {
          const answer = await door.post(name, put(input, path, broken))
          if (answer.status < 400) faults.push(`${path.join(".")} took ${JSON.stringify(broken)}`)
          faults.push(fault(answer))
        }
      return faults
    })
  })
})

describe("input of the wrong size or shape", () => {
  it("is refused with a sentence when it is not even an object", async () => {
    await everywhere(async (name) => {
      const bodies = ["", "{", "null", "[]", "1", '"texte"', '{"a":}', "{}", '{"__proto__":{"x":1}}', deep(2000)]
      return Promise.all(bodies.map(async (body) => fault(await door.post(name, body))))
    })
  })

  it("is refused with a sentence when a text is enormous", async () => {
    const enormous = "é".repeat(600_000)
    await everywhere(async (name, input, texts) => {
      const path = texts[0]
      return path ? [fault(await door.post(name, put(input, path, enormous)))] : []
    })
    assert.equal((await door.post(commands[0]!.name, { bodyId: "x".repeat(3_000_000) })).status, 413)
  })

  it("is refused with a sentence when each field has another type", async () => {
    const wrong = [null, true, -1, 1e308, 0.5, [], {}, [[]], "", " ", "9".repeat(400), { $ne: null }]
    await everywhere(async (name, input) => {
      const faults = []
      for (const field of Object.keys(input)) {
        for (const value of wrong) {
          const answer = await door.post(name, { ...input, [field]: value })
          const said = fault(answer)
          if (said) faults.push(`${field} = ${JSON.stringify(value)?.slice(0, 40)}: ${said}`)
        }
      }
      return faults
    })
  })

  it("is refused with a sentence when its dates contradict each other or do not exist", async () => {
    const days = ["0000-00-00", "2026-02-30", "-271821-04-19", "+275760-09-13", "9999-12-31", "1582-10-10", "hier"]
    await everywhere(async (name, input) => {
      const faults: (string | undefined)[] = []
      const dated = Object.entries(input).filter(([, value]) => /^(\d{4}-\d\d-\d\d|\d\d:\d\d)$/.test(String(value)))
      for (const [field] of dated)
        for (const value of [...days, "25:61", "2026-06-01T19:30"])
          faults.push(fault(await door.post(name, { ...input, [field]: value })))
      const [first, second] = dated.map(([field]) => field)
      if (first && second)
        faults.push(fault(await door.post(name, { ...input, [first]: "2026-06-30", [second]: "2026-01-01" })))
      return faults
    })
  })
})

describe("hostile questions", () => {
  it("get an answer or a sentence, from every read", async () => {
    const things = await realThings(w)
    const faults: string[] = []
    for (const read of reads) {
      const { input } = example(read.input, things)
      const fields = Object.keys(input)
      const plain = Object.fromEntries(fields.map((field) => [field, queried(input[field])]))
      const tries: Record<string, string>[] = [{}, plain]
      for (const field of fields)
        for (const value of ["", "-1", "1e309", "null", "[]", "{}", "2026-02-30", "x".repeat(5000), ...hostile])
          tries.push({ ...plain, [field]: value })
      for (const query of tries) {
        const answer: Answer = await door.get(read.name, query)
        const said = fault(answer)
        if (said) faults.push(`${read.name} ${JSON.stringify(query).slice(0, 200)}: ${said}`)
      }
    }
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`)
  })
})

/** Does the same to every command, and shows all that is wrong at once. */
const everywhere = async (
  work: (name: string, input: Record<string, unknown>, texts: (string | number)[][]) => Promise<(string | undefined)[]>,
) => {
  const faults: string[] = []
  for (const command of commands) {
    const { input, texts } = example(command.input, await realThings(w, command))
    for (const said of await work(command.name, input, texts)) if (said) faults.push(`${command.name} ${said}`)
  }
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`)
}

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`
const queried = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value))
