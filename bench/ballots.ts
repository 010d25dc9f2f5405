// A secret vote while it is open: VOTES (500) sealed votes sent within SECONDS (10), with PEOPLE (1000) connected to the product as
// people start it, a process of its own. Beside, in this process: how many a second through `perform`, against the very statements
// it sends, sent raw in one transaction each, and against bare inserts. Aims: 95 % answered under 300 ms, 80 % of the raw rate.
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { newId } from "../src/kernel/id.ts"
import { attachDatabase } from "../src/kernel/postgres/attach.ts"
import type { Actor } from "../src/kernel/rule.ts"
import { makeKeys } from "../src/kernel/sealed-ballots/envelope.ts"
import { sealVote } from "../src/kernel/sealed-ballots/seal-vote.ts"
import { makeUrn } from "../src/kernel/sealed-ballots/urn.ts"
import { roomFor } from "../src/kernel/sealed-ballots/vote.ts"
import { openBallot } from "../src/modules/votes/open.ts"
import { giveTellerKey } from "../src/modules/votes/operation/give-key.ts"
import { nameTellers } from "../src/modules/votes/operation/name-tellers.ts"
import { prepareOperation } from "../src/modules/votes/operation/prepare-operation.ts"
import { prepareBallot } from "../src/modules/votes/prepare.ts"
import { readBallot } from "../src/modules/votes/read-ballot.ts"
import { castSealed } from "../src/modules/votes/secret/cast-sealed.ts"
import { layUrn } from "../src/modules/votes/secret/lay-urn.ts"
import { sendAs, settle } from "../tests/settle.ts"
import { startApp } from "../tests/journeys/app.ts"
import { ask, found, give } from "../tests/journeys/people.ts"
import { world } from "../tests/world.ts"

const PEOPLE = Number(process.env["PEOPLE"] ?? 1000)
const VOTES = Number(process.env["VOTES"] ?? 500)
const SECONDS = Number(process.env["SECONDS"] ?? 10)
const question = {
  title: "Élire",
  kind: "candidates",
  candidates: "Ana\nBo\nCy",
  method: "plurality",
  manner: "secret",
}

await throughTheDoor()
await againstRaw()

/** The whole product in its own process; each vote is a request of a person of their own. */
async function throughTheDoor() {
  const app = await startApp()
  try {
    const page = await app.visit()
    const bodyId = await found(app, page, {
      organisation: "Les Rives",
      body: { name: "Locale de Lisle", code: "LIS", profile: "be-wallonia-chapter" },
      person: { given_name: "Amina", family_name: "Belkacem", form: "f", email: "amina@lisle.example" },
    })
    const { owner } = await attachDatabase({ dataDir: app.dataDir })
    const people = await settle(owner, bodyId, PEOPLE)
    const post = async (token: string, command: string, data: object) => {
      const answer = await sendAs(app.url, token, command, data)
      if (!answer.ok) throw new Error(`${command}: ${await answer.text()}`)
    }
    const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()
    const asked = { bodyId, title: "Élections", electorate: "members", onDay: today }
    const { operationId } = await give(page, "votes.prepareOperation", asked)
    const tellers = people.slice(0, 2)
    await give(page, "votes.nameTellers", { operationId, tellerIds: tellers.map(({ id }) => id) })
    const keys = await Promise.all(tellers.map(makeKeys))
    for (const [at, { token }] of tellers.entries())
      await post(token, "votes.giveTellerKey", { operationId, key: keys[at]!.key })
    const { ballotId } = await give(page, "votes.prepare", { bodyId, operationId, ...question, onDay: today })
    const held = tellers.map(({ id }, at) => ({ teller: id, key: keys[at]!.key }))
    await post(tellers[0]!.token, "votes.layUrn", {
      ballotId,
      urn: await makeUrn({ ballot: ballotId, needed: 2, tellers: held }),
    })
    await give(page, "votes.open", { ballotId })
    const { sealing } = await ask(page, "votes.read", { ballotId })
    const sealed = await Promise.all(
      people.slice(0, VOTES).map((_, at) =>
        sealVote({
          urn: sealing.urn,
          question: sealing.question,
          room: roomFor([sealing.question]),
          vote: { blank: false, marks: [0, 1, 2].map((one) => (one === at % 3 ? 1 : 0)) },
        }),
      ),
    )

    const stop = new AbortController()
    const lines = people.map(({ token }) =>
      fetch(`${app.url}/api/live`, { headers: { cookie: `permanence=${token}` }, signal: stop.signal }).then(
        async ({ ok, body }) => {
          if (!ok) throw new Error("not connected")
          void body!.pipeTo(new WritableStream()).catch(() => {})
        },
      ),
    )
    await Promise.all(lines)
    console.log(`${PEOPLE} people connected`)
    const times: number[] = []
    const begun = performance.now()
    await Promise.all(
      sealed.map(async ({ ciphertext }, at) => {
        await pause((at * SECONDS * 1000) / VOTES)
        const sent = performance.now()
        await post(people[at]!.token, "votes.castSealed", { ballotId, revision: 1, ciphertext })
        times.push(performance.now() - sent)
      }),
    )
    const whole = (performance.now() - begun) / 1000
    times.sort((a, b) => a - b)
    const at = (part: number) => `${Math.round(times[Math.ceil(times.length * part) - 1]!)} ms`
    const { voted } = await ask(page, "votes.read", { ballotId })
    console.log(
      `${VOTES} secret votes in ${whole.toFixed(1)} s: half answered within ${at(0.5)}, 95 % within ${at(0.95)}, all within ${at(1)}; ${voted} on the list`,
    )
    stop.abort()
  } finally {
    await app.stop()
  }
}

/** The same command through `perform`, and its statements alone. */
async function againstRaw() {
  const w = await world()
  const CLIENTS = 8
  const people: Actor[] = []
  await w.look(async (db) => {
    for (let at = 0; at < 4000; at++) {
      const id = newId()
      await db
        .insertInto("people")
        .values({ organisation_id: w.organisation, id, family_name: `Nom ${at}`, given_name: "Membre" } as never)
        .execute()
      await db
        .insertInto("memberships")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: id,
          body_id: w.lisle,
          ring: "member",
          since: Temporal.PlainDate.from("2020-01-01"),
          until: null,
          dues_until: null,
        })
        .execute()
      people.push(w.as(id))
    }
  })
  const { amina } = w.people
  const asked = { bodyId: w.lisle, title: "Élections", electorate: "members", onDay: "2026-05-02" }
  const { operationId } = await w.do(prepareOperation, asked, amina)
  const tellers = people.slice(0, 2)
  await w.do(nameTellers, { operationId, tellerIds: tellers.map(({ personId }) => personId) }, amina)
  const keys = await Promise.all(tellers.map(makeKeys))
  for (const [at, one] of tellers.entries()) await w.do(giveTellerKey, { operationId, key: keys[at]!.key }, one)
  const { ballotId } = await w.do(
    prepareBallot,
    { bodyId: w.lisle, operationId, ...question, onDay: "2026-05-02" },
    amina,
  )
  const held = tellers.map(({ personId }, at) => ({ teller: personId!, key: keys[at]!.key }))
  await w.do(layUrn, { ballotId, urn: await makeUrn({ ballot: ballotId, needed: 2, tellers: held }) }, tellers[0]!)
  await w.do(openBallot, { ballotId }, amina)
  const { sealing } = await w.ask(readBallot, { ballotId }, amina)
  const { urn, question: sealedFor } = sealing!
  const envelopes = await Promise.all(
    people.map(() =>
      sealVote({
        urn,
        question: sealedFor,
        room: roomFor([sealedFor]),
        vote: { blank: false, marks: [1, 0, 0] },
      }),
    ),
  )
  const cast = (at: number, more: object = {}) =>
    w.do(castSealed, { ballotId, revision: 1, ciphertext: envelopes[at]!.ciphertext }, people[at]!, {
      commandId: newId(),
      ...more,
    })

  let at = 0
  for (; at < 20; at++) await cast(at)
  // The statements, as the product sends them, taken from the wire.
  const spoken: { text: string; values: unknown[]; name?: string }[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: any[]) {
    const { text = args[0], values = args[1], name } = args[0] as { text?: string; values?: unknown[]; name?: string }
    spoken.push({ text, values: values ?? [], ...(name && { name }) })
    return Reflect.apply(query as (...all: any[]) => unknown, this, args)
  } as never
  const model = at++
  const modelId = newId()
  await cast(model, { commandId: modelId })
  pg.Client.prototype.query = query
  const heard = spoken.filter(({ text }) => !/pg_notify|pgboss/.test(text))
  const raw = new pg.Pool({ ...w.appPool, max: CLIENTS })
  const known = new Map<unknown, (one: number, commandId: string) => unknown>([
    [people[model]!.personId, (one) => people[one]!.personId],
    [envelopes[model]!.ciphertext, (one) => envelopes[one]!.ciphertext],
    [envelopes[model]!.receipt, (one) => envelopes[one]!.receipt],
    [modelId, (_one, commandId) => commandId],
  ])
  const sendRaw = async (one: number) => {
    const client = await raw.connect()
    const commandId = newId()
    for (const { text, values, name } of heard) {
      const fresh = values.map((value) => {
        const other = known.get(value)
        if (other) return other(one, commandId)
        if (typeof value === "string" && value.startsWith('[{"id":')) return value.replace(/[0-9a-f-]{36}/, newId())
        return value
      })
      await client.query({ text, values: fresh, ...(name ? { name } : {}) })
    }
    client.release()
  }
  const owner = new pg.Client(w.owner)
  await owner.connect()
  await owner.query(
    "create table bare (id bigint generated always as identity primary key, words text); grant insert on bare to public",
  )
  await owner.end()
  const contest: Record<string, (one: number) => Promise<unknown>> = {
    perform: (one) => cast(one),
    "the same statements, raw": sendRaw,
    "bare inserts": () => raw.query("insert into bare (words) values ('mesure')"),
  }
  const sums = Object.entries(contest).map(([what, once]) => ({ what, once, done: 0, seconds: 0 }))
  // Short turns, one after the other: another process that takes the machine for a second takes it from all of them.
  while (at < people.length - 200)
    for (const sum of sums) {
      const until = performance.now() + 200
      const start = performance.now()
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          for (; performance.now() < until && at < people.length; sum.done++)
            await sum.once(sum.what === "bare inserts" ? 0 : at++)
        }),
      )
      sum.seconds += (performance.now() - start) / 1000
    }
  console.table(sums.map(({ what, done, seconds }) => ({ what, "per second": Math.round(done / seconds) })))
  const [performed, sent] = sums.map(({ done, seconds }) => done / seconds)
  console.log(`perform / raw: ${((performed! / sent!) * 100).toFixed(0)} %, ${heard.length} statements each`)
  await raw.end()
  await w.end()
}
