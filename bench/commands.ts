// Commands per second through `perform`, against the very statements it sends, sent raw one after the other in one
// transaction each (perform sends some of them together), and against bare inserts. Ratios in one run: machines are
// shared and noisy.
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
// Short turns, one after the other: another process that takes the machine for a second takes it from all of them.
const TURN = 300

const w = await world()
for (const title of ["chauffe", "chauffe encore"]) {
  await w.do(touch, { bodyId: w.lisle, title }, w.people.amina, { commandId: newId() })
}

/** How many in one turn, and the processor time of this process they took. */
const turn = async (once: () => Promise<unknown>) => {
  const began = process.cpuUsage()
  const start = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (; performance.now() < start + TURN; done++) await once()
    }),
  )
  const { user, system } = process.cpuUsage(began)
  return { done, seconds: (performance.now() - start) / 1000, busy: (user + system) / 1e6 }
}

// The statements, as the product sends them, taken from the wire.
const spoken: { text: string; values: unknown[]; name?: string }[] = []
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
  const { text = args[0], values = args[1], name } = args[0] as { text?: string; values?: unknown[]; name?: string }
  spoken.push({ text, values: values ?? [], ...(name && { name }) })
  return Reflect.apply(query as (...all: any[]) => unknown, this, args)
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

const bare = () => raw.query("insert into bare (words) values ('mesure')")
const owner = new pg.Client(w.owner)
await owner.connect()
await owner.query(
  "create table bare (id bigint generated always as identity primary key, words text); grant insert on bare to public",
)
await owner.end()

const contest = {
  perform: () => w.do(touch, { bodyId: w.lisle, title: "mesure" }, w.people.amina, { commandId: newId() }),
  "the same statements, raw": sendRaw,
  "bare inserts": bare,
}
const sums = Object.entries(contest).map(([what, once]) => ({ what, once, done: 0, seconds: 0, busy: 0 }))
for (const { once } of sums) await turn(once)
for (const until = performance.now() + SECONDS * 3000; performance.now() < until;) {
  for (const sum of sums) {
    const { done, seconds, busy } = await turn(sum.once)
    sum.done += done
    sum.seconds += seconds
    sum.busy += busy
  }
}
console.table(
  sums.map(({ what, done, seconds, busy }) => ({
    what,
    "per second": Math.round(done / seconds),
    "ms of our processor each": Number(((busy * 1000) / done).toFixed(2)),
  })),
)
const [performed, sent] = sums.map(({ done, seconds }) => done / seconds)
console.log(`perform / raw: ${((performed! / sent!) * 100).toFixed(0)} %, ${heard.length} statements each`)
await raw.end()
await w.end()
