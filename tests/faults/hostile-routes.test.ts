import assert from "node:assert/strict"
import { mkdir, writeFile } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import type { FastifyInstance } from "fastify"
import { serve } from "../../src/kernel/http/server.ts"
import type { Route } from "../../src/kernel/http/route.ts"
import { newId } from "../../src/kernel/id.ts"
import { list } from "../hostile.ts"
import { type World, world } from "../world.ts"

const routes: readonly Route[] = list.flatMap((one) => one.routes ?? [])

const hostile = [
  "x",
  "0",
  "-".repeat(36),
  "g0000000-0000-0000-0000-000000000000",
  "00000000-0000-0000-0000-0000000000000",
  "%00",
  "a%00b",
  "%ED%A0%80",
  "%F0%9F%92%A3",
  "..%2F..%2Fetc%2Fpasswd",
  "%27%3B%20drop%20table%20people%3B--",
  "v1.-.e30.AAAA",
  "v1.-.bnVsbA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  "a".repeat(1500),
]

/** What routes read behind the question mark. */
const queries = ["bodyId", "personId", "update", "q", "view", "limit", "year", "apercu", "vue", "from"]

describe("every route that is neither command nor read", () => {
  let w: World
  let app: FastifyInstance
  let asked = 0
  before(async () => {
    w = await world()
    const { db, equipment } = w
    const authenticate = async () => w.people.amina
    // The browser part answers what no route knows.
    await mkdir(w.dataDir, { recursive: true })
    await writeFile(`${w.dataDir}/index.html`, "<p>Une page.</p>")
    app = await serve({ db, equipment, modules: list, authenticate, dist: w.dataDir, logLevel: "silent" })
  })
  after(async () => {
    await app.close()
    await w.end()
  })

  const boundary = "permanence"
  const form = `--${boundary}\r\ncontent-disposition: form-data; name="f"; filename="f.csv"\r\n\r\nnom\r\n--${boundary}--\r\n`
  const bodies = [
    { type: "application/json", payload: "{}" },
    { type: `multipart/form-data; boundary=${boundary}`, payload: form },
    { type: "application/x-www-form-urlencoded", payload: "answer=%00&person=%ED%A0%80" },
  ]

  /** What is wrong with the answers to one hostile request, whatever its body. */
  const faults = async (method: "GET" | "POST", url: string, headers: Record<string, string> = {}) => {
    const found: string[] = []
    for (const { type, payload } of method === "POST" ? bodies : [{ type: "", payload: "" }]) {
      const { statusCode, body } = await app.inject({
        method,
        url,
        remoteAddress: `10.${(asked >> 14) & 255}.${(asked >> 6) & 255}.${asked++ & 63}`,
        headers: { "x-command-id": newId(), ...headers, ...(type && { "content-type": type }) },
        ...(method === "POST" && { payload }),
      })
      if (statusCode >= 500)
        found.push(`${method} ${url} ${JSON.stringify(headers)}: ${statusCode} ${body.slice(0, 200)}`)
      else if (statusCode >= 400 && !/\p{L}.*[.?!…]/su.test(body))
        found.push(`${method} ${url}: ${statusCode} without a sentence`)
    }
    return found
  }

  const filled = (path: string, value: string) => path.replaceAll(/:\w+(\([^)]*\))?/g, value)

  for (const { method, path } of routes)
    it(`${method} ${path} answers anything with a page or a sentence`, async () => {
      const found: string[] = []
      for (const value of hostile) {
        if (path.includes(":")) found.push(...(await faults(method, filled(path, value))))
        const question = new URLSearchParams(queries.map((name) => [name, "@"])).toString().replaceAll("%40", value)
        found.push(...(await faults(method, `${filled(path, newId())}?${question}`)))
        found.push(...(await faults(method, `${filled(path, newId())}?bodyId=${w.lisle}&q=${value}`)))
        found.push(...(await faults(method, filled(path, newId()), { "x-command-id": value })))
      }
      assert.deepEqual(found, [])
    })
})
