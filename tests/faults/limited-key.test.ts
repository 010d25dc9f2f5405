import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { FastifyInstance } from "fastify"
import { serve } from "../../src/kernel/http/server.ts"
import type { Route } from "../../src/kernel/http/route.ts"
import { newId } from "../../src/kernel/id.ts"
import type { Actor } from "../../src/kernel/rule.ts"
import { list } from "../hostile.ts"
import { type World, world } from "../world.ts"

const routes: readonly Route[] = list.flatMap((one) => one.routes ?? [])

describe("a key limited to chosen names", () => {
  let w: World
  let app: FastifyInstance
  let who: Actor
  let looked: boolean
  let asked = 0
  before(async () => {
    w = await world()
    const authenticate = async () => {
      looked = true
      return who
    }
    const { db, equipment } = w
    app = await serve({ db, equipment, modules: list, authenticate, dist: import.meta.dirname, logLevel: "silent" })
  })
  after(async () => {
    await app.close()
    await w.end()
  })

  /** The answer of a route to a key of the secretary; `looked` tells whether it asked who comes. */
  const open = async ({ method, path }: Pick<Route, "method" | "path">, only?: readonly string[]) => {
    who = { ...w.people.amina, via: "key", ...(only && { only }) }
    looked = false
    const url = path.replaceAll(/:\w+(\([^)]*\))?/g, newId())
    const headers = { "x-command-id": newId(), "content-type": "application/json" }
    const from = { remoteAddress: `10.1.${asked >> 8}.${asked++ & 255}` }
    const answer = await app.inject({ method, url, headers, ...from, ...(method === "POST" && { payload: "{}" }) })
    return { looked, status: answer.statusCode, code: /"code":"(\w+)"/.exec(answer.body)?.[1] }
  }

  for (const route of routes) {
    const { method, path, standsFor } = route
    if (typeof standsFor === "string")
      it(`is nobody at ${method} ${path}`, async () => assert.equal((await open(route)).looked, false))
    else
      it(`opens ${method} ${path} when ${standsFor.name} was chosen, and not otherwise`, async () => {
        const refused = await open(route, ["nothing.here"])
        assert.deepEqual([refused.status, refused.code], [403, "key_is_limited"])
        assert.notEqual((await open(route, [standsFor.name])).code, "key_is_limited")
        assert.ok(w.equipment.limits.includes(standsFor.name), "it can be chosen")
      })
  }

  it("does not hear what is done in the organisation", async () => {
    assert.equal((await open({ method: "GET", path: "/api/live" }, ["meetings.read"])).code, "key_is_limited")
  })
})
