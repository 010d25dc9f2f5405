// Commands per second through `perform`, against the very statements it sends, sent raw in one transaction each,
// and against bare inserts. Ratios in one run: machines are shared and noisy.
import pg from "pg"
import { newId } from "../src/kernel/id.ts"
import { world } from "../tests/world.ts"
import { command } from "../src/kernel/command.ts"
import { event } from "../src/kernel/event.ts"
import { holds } from "../src/modules/mandates/contract.ts"
import { z } from "zod"

const touched = event<{ bodyId: string }>()("bench.touched")
const touch = command({
  name: "bench.touch",
  input: z.object({ bodyId: z.uuid(), title: z.string() }),
  find: ({ bodyId }, { db }) =>
    db.selectFrom("bodies").selectAll().select("id as body_id").where("id", "=", bodyId).executeTakeFirst(),
  allow: holds("meetings.prepare"),
  async run({ input, subject, actor, db, now }) {
    await db
      .insertInto("matters")
      .values({
        organisation_id: actor.organisation,
        id: newId(),
        body_id: subject.id,
        title: input.title,
        lead_id: null,
        opened_on: now.toZonedDateTimeISO("UTC").toPlainDate(),
        closed_on: null,
      })
      .execute()
    return touched({ bodyId: subject.id })
  },
})

const CLIENTS = 8
const SECONDS = Number(process.env["SECONDS"] ?? 4)

const w = await world()
for (const title of ["chauffe", "chauffe encore"]) {
  await w.do(touch, { bodyId: w.lisle, title }, w.people.amina, { commandId: newId() })
}

const rate = async (once: () => Promise<unknown>) => {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < end) {
        await once()
        done++
      }
    }),
  )
  return done / SECONDS
}

// The statements, as the product sends them, taken from the wire.
const spoken: { text: string; values: unknown[]; name?: string }[] = []
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
  spoken.push(typeof args[0] === "string" ? { text: args[0], values: args[1] ?? [] } : { ...args[0] })
  return (query as any).apply(this, args)
} as never
await w.do(touch, { bodyId: w.lisle, title: "écoute" }, w.people.amina, { commandId: newId() })
pg.Client.prototype.query = query
const heard = spoken.filter(({ text }) => !/pg_notify|pgboss/.test(text))

const raw = new pg.Pool({ ...w.appPool, max: CLIENTS })
const sendRaw = async () => {
  const client = await raw.connect()
  const commandId = newId()
  for (const { text, values, name } of heard) {
    await client.query({ text, values: fresh(text, values, commandId), name })
  }
  client.release()
}
// The same values but for the ids, which must be new each time.
const heardCommandId = heard.find(({ text }) => /insert into commands/.test(text))!.values[2]
const fresh = (text: string, values: unknown[], commandId: string) =>
  values.map((value, index) => {
    if (value === heardCommandId) return commandId
    if (text.startsWith(`insert into "matters"`) && index === 1) return newId()
    if (typeof value === "string" && value.startsWith('[{"id":')) return value.replace(/[0-9a-f-]{36}/, newId())
    return value
  })

const results: Record<string, number> = {}
for (let round = 0; round < 2; round++) {
  results["perform"] = await rate(() =>
    w.do(touch, { bodyId: w.lisle, title: "mesure" }, w.people.amina, { commandId: newId() }),
  )
  results["the same statements, raw"] = await rate(sendRaw)
}
console.table(Object.entries(results).map(([what, perSecond]) => ({ what, "per second": Math.round(perSecond) })))
console.log(
  `perform / raw: ${((results["perform"]! / results["the same statements, raw"]!) * 100).toFixed(0)} %, ${heard.length} statements each`,
)
await raw.end()
await w.end()
