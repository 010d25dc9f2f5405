import assert from "node:assert/strict"
import { hash } from "node:crypto"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { withPost } from "../../../../tests/letters.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { json } from "../../../kernel/db.ts"
import type { Route } from "../../../kernel/http/route.ts"
import { cookiesOf } from "../../../kernel/http/cookies.ts"
import { heldOf } from "../../../kernel/held-of.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { makeKeys } from "../../../kernel/sealed-ballots/envelope.ts"
import { sealVote } from "../../../kernel/sealed-ballots/seal-vote.ts"
import { makeUrn } from "../../../kernel/sealed-ballots/urn.ts"
import { roomFor } from "../../../kernel/sealed-ballots/vote.ts"
import { read as readPdf } from "../../../kernel/typeset/pdf-for-tests.ts"
import { giveAccess } from "../../accounts/contract.ts"
import { mergePeople } from "../../people/merge/merge.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { openBallot } from "../open.ts"
import { giveTellerKey } from "../operation/give-key.ts"
import { nameTellers } from "../operation/name-tellers.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { findOperation } from "../operation/operation.ts"
import { giveVoteProxy } from "../operation/proxies.ts"
import { prepareBallot } from "../prepare.ts"
import { recordOf } from "../print/record.ts"
import { readBallot } from "../read-ballot.ts"
import { layUrn } from "../secret/lay-urn.ts"
import { signPaper } from "../secret/sign-paper.ts"
import { codeOf, hashOfCode } from "./code.ts"
import { codesIn } from "./codes-in-record.ts"
import { findLink } from "./find-link.ts"
import { printCodes } from "./print-codes.ts"
import { readLinks } from "./read-links.ts"
import { linkRoutes } from "./routes.ts"
import type { ReadByLink } from "./secret-by-link.ts"
import { sendLinks } from "./send-links.ts"
import { withdrawLink } from "./withdraw-link.ts"

let w: World
/** Dario has a mail address, as the next two; the fourth is written to by post only; the fifth comes in by an account. */
let voters: Actor[]
before(async () => {
  w = await world()
  await w.look((db) =>
    db
      .updateTable("rules")
      .set({ value: json({ per_holder: 2 }) })
      .where("key", "=", "be.locale.proxies")
      .execute(),
  )
  voters = [w.people.dario, ...(await Promise.all(Array.from({ length: 4 }, member)))]
  await w.look(async (db) => {
    const change = db.updateTable("people")
    await change
      .set({ post_only: true, street: "rue Haute 3", postcode: "5000", town: "Lisle" })
      .where("id", "=", voters[3]!.personId)
      .execute()
    const given = { organisation: w.organisation, personId: voters[4]!.personId!, email: "entree@lisle.example" }
    const accountId = await giveAccess(given, db)
    await sql`select session_open(${newId()}, ${Buffer.alloc(32, 7)}, ${accountId}, ${w.organisation}, 'x', now() + interval '1 day', true)`.execute(
      db,
    )
  })
})
after(() => w.end())

const secretary = () => w.people.amina
const refused = (code: string) => ({ code })

async function member(): Promise<Actor> {
  const actor = await w.holding([])
  await w.look((db) =>
    db
      .insertInto("memberships")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        person_id: actor.personId!,
        body_id: w.lisle,
        ring: "member",
        since: Temporal.PlainDate.from("2025-01-01"),
        until: null,
        dues_until: null,
      })
      .execute(),
  )
  return actor
}

const operation = async (more: object = {}) =>
  (
    await w.do(
      prepareOperation,
      { bodyId: w.lisle, title: "Élections", electorate: "members", onDay: "2026-05-02", ...more },
      secretary(),
    )
  ).operationId as string
const opened = async (operationId: string, more: object = {}) => {
  const asked = { title: "Le budget", kind: "yes_no", method: "majority", manner: "named", onDay: "2026-05-02" }
  const { ballotId } = await w.do(prepareBallot, { bodyId: w.lisle, operationId, ...asked, ...more }, secretary())
  if ((more as { manner?: string }).manner === "secret") await laid(operationId, ballotId)
  await w.do(openBallot, { ballotId }, secretary())
  return ballotId as string
}
const laid = async (operationId: string, ballotId: string) => {
  const tellers = await Promise.all(
    voters.slice(0, 2).map(async ({ personId }) => ({ teller: personId!, key: (await makeKeys()).key })),
  )
  await w.do(nameTellers, { operationId, tellerIds: tellers.map(({ teller }) => teller) }, secretary())
  for (const [at, { key }] of tellers.entries()) await w.do(giveTellerKey, { operationId, key }, voters[at]!)
  await w.do(layUrn, { ballotId, urn: await makeUrn({ ballot: ballotId, needed: 2, tellers }) }, voters[0]!)
}
const running = async () => {
  const operationId = await operation()
  return { operationId, ballotId: await opened(operationId) }
}
const linksOf = (operationId: string) =>
  w.look((db) => db.selectFrom("voting_links").selectAll().where("operation_id", "=", operationId).execute())
/** The number of the link that a code opens. */
const linkIdOf = async (code: string) => (await findLink(code, { db: w.db, ip: "10.0.0.3" }))!.id
/** The code of somebody, as their letter has it. */
const codeFor = async (operationId: string, { personId }: Actor) => {
  const link = (await linksOf(operationId)).find((one) => one.person_id === personId && !one.withdrawn_at)!
  return codeOf(w.equipment.secret, { organisation: w.organisation, linkId: link.id })
}

type Asked = {
  body?: Record<string, unknown>
  query?: Record<string, string>
  cookies?: Record<string, string>
  actor?: Actor
  ip?: string
}
const ask = async (
  method: Route["method"],
  path: string,
  { body = {}, query = {}, cookies = {}, actor, ip = "10.0.0.1" }: Asked = {},
) => {
  const [, code] = /^\/v\/(.+)$/.exec(path) ?? []
  const [, operationId] = /operations\/([^/]+)/.exec(path) ?? []
  const known = code ? "/v/:code" : operationId ? "/api/votes/operations/:operationId/codes.pdf" : path
  const route = linkRoutes.find((one) => one.method === method && one.path === known)!
  const reply = await route.handle({
    params: { ...(code && { code }), ...(operationId && { operationId }) },
    query,
    body: method === "GET" ? {} : body,
    headers: {},
    cookies,
    ip,
    files: () => {
      throw new Error("none")
    },
    actor: async () => actor,
    db: w.db,
    equipment: w.equipment,
  })
  return { ...reply, text: typeof reply.body === "string" ? reply.body : "" }
}
/** What a browser keeps of a reply, as a request to that path would bring it. */
const jarFor = (path: string, reply: { headers?: Record<string, string | string[]> }): Record<string, string> =>
  cookiesOf(
    [reply.headers?.["set-cookie"] ?? []]
      .flat()
      .filter((one) => path.startsWith(/Path=([^;]+)/.exec(one)![1]!) && !one.includes("Max-Age=0"))
      .map((one) => one.split(";")[0]!)
      .join("; "),
  )
/** A browser that opens the address of a letter, and asks from there; what it answers to the address itself, where that opens nothing. */
const through = async (code: string, method: Route["method"] = "GET", more: Asked = {}) => {
  const opened_ = await ask("GET", `/v/${code}`, more)
  if (opened_.status !== 303) return opened_
  const at = opened_.headers!["location"] as string
  return ask(method, at, { ...more, cookies: jarFor(at, opened_) })
}
const votes = (ballotId: string) =>
  w.look((db) => db.selectFrom("ballot_votes").selectAll().where("ballot_id", "=", ballotId).execute())

describe("codes to vote without an account", () => {
  trio(
    () => w,
    [
      {
        command: sendLinks,
        capability: "decisions.manage",
        input: async () => ({ operationId: (await running()).operationId }),
      },
      {
        command: printCodes,
        capability: "decisions.manage",
        input: async () => ({ operationId: (await running()).operationId }),
      },
      {
        command: withdrawLink,
        capability: "decisions.manage",
        input: async () => {
          const { operationId } = await running()
          await w.do(sendLinks, { operationId }, secretary())
          return { operationId, personId: w.dario }
        },
      },
    ],
  )

  it("wait for the roll, go once to each who has no account, by mail or on paper, and to nobody who has voted", async () => {
    const operationId = await operation()
    await assert.rejects(w.do(sendLinks, { operationId }, secretary()), refused("votes.links_before_roll"))
    const ballotId = await opened(operationId)
    await w.do(castVote, { ballotId, revision: 1, answer: "for" }, voters[2]!)
    const before_ = await w.ask(readLinks, { operationId }, secretary())
    assert.equal(
      before_.rows.some(({ id }) => id === voters[4]!.personId),
      false,
      "who comes in by an account votes there",
    )
    const sent = await w.do(sendLinks, { operationId }, secretary())
    assert.deepEqual(
      sent.personIds.toSorted(),
      before_.rows
        .filter(({ reached, voted }) => reached === "email" && !voted)
        .map(({ id }) => id)
        .toSorted(),
    )
    assert.ok(
      sent.personIds.includes(w.dario) &&
        !sent.personIds.includes(voters[2]!.personId!) &&
        !sent.personIds.includes(voters[3]!.personId!),
    )
    await assert.rejects(w.do(sendLinks, { operationId }, secretary()), refused("votes.nobody_to_write_to"))
    assert.deepEqual((await w.do(printCodes, { operationId }, secretary())).personIds, [voters[3]!.personId])
    await assert.rejects(w.do(printCodes, { operationId }, secretary()), refused("votes.nobody_to_print_for"))
    const { counts } = await w.ask(readLinks, { operationId }, secretary())
    assert.deepEqual([counts!.to_send, counts!.to_print, counts!.issued], [0, 0, sent.count + 1])
    const account = { operationId, personId: voters[4]!.personId }
    await assert.rejects(w.do(sendLinks, account, secretary()), refused("votes.has_account"))
    await assert.rejects(w.do(printCodes, { operationId, personId: w.ines }, secretary()), refused("votes.not_on_roll"))
  })

  it("are made once when two ask at the same moment", async () => {
    const { operationId } = await running()
    const both = await Promise.allSettled([
      w.do(sendLinks, { operationId }, secretary()),
      w.do(sendLinks, { operationId }, secretary()),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    const links = await linksOf(operationId)
    const { rows } = await w.look((db) =>
      sql<{ letters: number }>`
      select count(*)::int as letters from sendings where content->>'link_id' = any(${links.map(({ id }) => id)}::text[])`.execute(
        db,
      ),
    )
    assert.equal(rows[0]!.letters, links.length)
  })

  it("stand in the letter and in no table, nor in what the journal tells", async () => {
    const { operationId } = await running()
    await w.do(sendLinks, { operationId }, secretary(), { commandId: newId() })
    const code = await codeFor(operationId, w.people.dario)
    const post = await withPost(w)
    try {
      await post.send()
      await post.send()
      const letters = (await post.peer.messages()).filter(({ text }) => text?.includes(code))
      assert.equal(letters.length, 1, "once, with the address")
    } finally {
      await post.stop()
    }
    const tables = await w.look((db) =>
      sql<{ text: string }>`
        select row_to_json(x)::text as text from events x union all select row_to_json(x)::text from commands x
        union all select row_to_json(x)::text from voting_links x union all select row_to_json(x)::text from sendings x`.execute(
        db,
      ),
    )
    assert.ok(tables.rows.every(({ text }) => !text.includes(code) && !text.includes(code.replaceAll("-", ""))))
    const [link] = (await linksOf(operationId)).filter(({ person_id }) => person_id === w.dario)
    assert.deepEqual(link!.code_hash, hash("sha256", code.replaceAll("-", ""), "buffer"))
    assert.deepEqual(hashOfCode(code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")), link!.code_hash)
    for (const wrong of ["", "X", `${code}7`, "U".repeat(16), "\0"]) assert.equal(hashOfCode(wrong), undefined)
  })

  it("are printed for an hour, by whoever made them", async () => {
    const { operationId } = await running()
    const now = Temporal.Now.instant()
    const { batchId } = await w.do(printCodes, { operationId }, secretary(), { now })
    const path = `/api/votes/operations/${operationId}/codes.pdf`
    const lot = { lot: batchId! }
    const pdf = readPdf((await ask("GET", path, { query: lot, actor: secretary() })).body as Uint8Array)
    const code = await codeFor(operationId, voters[3]!)
    assert.ok(pdf.text.includes(code) && pdf.text.includes("rue Haute 3"))
    assert.equal((await w.ask(readLinks, { operationId }, secretary(), now)).batches.length, 1)
    const other = await w.holding(["decisions.manage"])
    await assert.rejects(ask("GET", path, { query: lot, actor: other }), refused("votes.codes_gone"))
    await assert.rejects(ask("GET", path, { query: lot, actor: w.people.dario }), refused("not_found"))
    await assert.rejects(ask("GET", path, { query: lot, actor: w.people.oscar }), refused("not_found"))
    await assert.rejects(ask("GET", path, { query: lot }), refused("not_signed_in"))
    await w.look((db) =>
      sql`update voting_links set issued_at = issued_at - interval '61 minutes' where batch_id = ${batchId}`.execute(
        db,
      ),
    )
    await assert.rejects(ask("GET", path, { query: lot, actor: secretary() }), refused("votes.codes_gone"))
  })

  it("are counted in the record of the operation", async () => {
    const { operationId } = await running()
    const { count } = await w.do(sendLinks, { operationId }, secretary())
    await w.do(printCodes, { operationId, personId: w.dario }, secretary())
    assert.deepEqual(await w.look((db) => codesIn(operationId, { db })), { email: count, post: 1, dead: 1 })
    const { facts } = await w.look(async (db) => {
      const given = { ...w.equipment, actor: secretary(), db, now: w.now }
      return recordOf((await findOperation(operationId, given))!, { keeps: true }, given)
    })
    assert.match(facts.find(([word]) => word === "Voter sans compte")![1], /1 code sur papier, dont 1 retiré/)
  })

  it("are told to whoever asks what is held of them, and go when they are erased", async () => {
    const { operationId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const told = await w.look((db) => heldOf(w.dario, { ...w.equipment, db }))
    assert.ok(JSON.stringify(told).includes("voting_links"))
    const line = w.equipment.held.find(({ table, person }) => table === "voting_links" && person === "person_id")
    assert.equal(line!.erased, "deleted")
  })

  it("stay one for a person when two records turn out to be theirs", async () => {
    const twin = await member()
    const { operationId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    await w.do(
      mergePeople,
      { personId: voters[1]!.personId, goneId: twin.personId },
      await w.holding(["people.manage", "mandates.manage"]),
    )
    const live = (await linksOf(operationId)).filter(({ person_id }) => person_id === voters[1]!.personId)
    assert.equal(live.length, 1)
  })
})

describe("the page a code opens", () => {
  it("shows the votes, takes one by name after a second look, once, and says so", async () => {
    const { operationId, ballotId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const shown = await through(code)
    assert.match(shown.text, /Le budget/)
    assert.equal(shown.headers!["cache-control"], "no-store")
    assert.equal(shown.headers!["referrer-policy"], "no-referrer")
    assert.ok(!shown.text.includes("<script"))
    for (const answer of [undefined, "", "maybe"]) {
      const made = await through(code, "POST", { body: { ballotId, revision: "1", answer } })
      assert.equal(made.status, 422)
    }
    const chosen = { ballotId, revision: "1", answer: "against" }
    const looked = await through(code, "POST", { body: chosen })
    assert.match(looked.text, /Est-ce bien votre vote/)
    assert.equal((await votes(ballotId)).length, 0, "nothing counts before the second look")
    const cast = await through(code, "POST", { body: { ...chosen, sure: "1" } })
    assert.deepEqual([cast.status, cast.headers!["location"]], [303, `/v/${await linkIdOf(code)}`])
    assert.deepEqual(
      (await votes(ballotId)).map(({ person_id, choice }) => [person_id, choice]),
      [[w.dario, { answer: "against" }]],
    )
    const again = await through(code, "POST", { body: { ...chosen, answer: "for", sure: "1" } })
    assert.equal(again.status, 409)
    assert.match((await through(code)).text, /Vous avez voté/)
    await assert.rejects(
      w.do(castVote, { ballotId, revision: 1, answer: "for" }, w.people.dario),
      refused("votes.already_voted"),
    )
    const { rows } = await w.look((db) =>
      sql<{ via: string; actor_id: string }>`
      select via, actor_id from events where name = 'votes.cast' and facts->>'ballotId' = ${ballotId}`.execute(db),
    )
    assert.deepEqual(rows, [{ via: "link", actor_id: w.dario }])
  })

  it("has its code in no address, and forgets it on the device: after some time, or at once", async () => {
    const { operationId, ballotId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const opened_ = await ask("GET", `/v/${code}`)
    const { headers = {}, status, text } = opened_
    assert.deepEqual([status, text], [303, ""])
    assert.deepEqual([headers["cache-control"], headers["referrer-policy"]], ["no-store", "no-referrer"])
    const at = headers["location"] as string
    assert.ok(!at.includes(code))
    for (const one of headers["set-cookie"] as string[]) {
      assert.match(one, /HttpOnly; SameSite=Lax; Max-Age=7200/)
      assert.match(one, new RegExp(`Path=(${at}|/api);`))
    }
    // Reloaded, or come back to: the same page, by its cookie; the address alone asks for the letter again.
    const cookies = jarFor(at, opened_)
    const page = await ask("GET", at, { cookies })
    assert.match(page.text, /Le budget/)
    assert.ok(!page.text.includes(code), "and it stands nowhere in the page")
    assert.match((await ask("GET", at, { cookies })).text, /Le budget/)
    const alone = await ask("GET", at)
    assert.equal(alone.status, 404)
    assert.match(alone.text, /Rouvrez le lien de votre lettre/)
    const body = { ballotId, revision: "1", answer: "for", sure: "1" }
    assert.equal((await ask("POST", at, { body })).status, 404)
    assert.equal((await votes(ballotId)).length, 0)
    // Two who vote on one device keep each their own.
    const second = await codeFor(operationId, voters[1]!)
    const theirs = await ask("GET", `/v/${second}`)
    const both = { ...cookies, ...jarFor(theirs.headers!["location"] as string, theirs) }
    await ask("POST", at, { body, cookies: both })
    assert.deepEqual(
      (await votes(ballotId)).map(({ person_id }) => person_id),
      [w.dario],
    )
    const gone = await ask("POST", at, { body: { leave: "1" }, cookies })
    assert.deepEqual([gone.status, gone.headers!["location"], jarFor(at, gone)], [303, "/v", {}])
    assert.ok((gone.headers!["set-cookie"] as string[]).every((one) => one.includes("Max-Age=0")))
  })

  it("takes one of two votes that come at the same moment", async () => {
    const { operationId, ballotId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const from = (answer: string) => through(code, "POST", { body: { ballotId, revision: "1", answer, sure: "1" } })
    const both = await Promise.all([from("for"), from("against")])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409])
    assert.equal((await votes(ballotId)).length, 1)
  })

  it("opens by a code that is typed, and the vote that comes next by the same", async () => {
    const { operationId, ballotId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const typed = code.toLowerCase().replaceAll("-", "")
    assert.deepEqual(
      (await ask("POST", "/v", { body: { code: typed } })).headers!["location"],
      `/v/${await linkIdOf(code)}`,
    )
    assert.equal((await ask("POST", "/v", { body: { code: "trop court" } })).status, 422)
    await through(typed, "POST", { body: { ballotId, revision: "1", answer: "for", sure: "1" } })
    await w.do(closeBallot, { ballotId }, secretary())
    assert.match((await through(typed)).text, /Aucun vote n’est ouvert/)
    assert.equal(
      (await through(typed, "POST", { body: { ballotId, revision: "1", answer: "for", sure: "1" } })).status,
      409,
    )
    const second = await opened(operationId, { title: "Second tour" })
    assert.match((await through(typed)).text, /Second tour/)
    await through(typed, "POST", { body: { ballotId: second, revision: "1", answer: "for", sure: "1" } })
    assert.equal((await votes(second)).length, 1)
  })

  it("votes for whoever gave a proxy, and for nobody else", async () => {
    const operationId = await operation({ proxiesEach: 1 })
    const giver = voters[1]!.personId!
    await w.do(giveVoteProxy, { operationId, giverId: giver, holderId: w.dario }, secretary())
    const ballotId = await opened(operationId)
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const chosen = { ballotId, revision: "1", answer: "for", sure: "1" }
    assert.equal((await through(code, "POST", { body: { ...chosen, forId: voters[2]!.personId! } })).status, 409)
    assert.equal((await through(code, "POST", { body: { ...chosen, forId: "x" } })).status, 422)
    await through(code, "POST", { body: { ...chosen, forId: giver } })
    assert.deepEqual(
      (await votes(ballotId)).map(({ person_id, cast_by }) => [person_id, cast_by]),
      [[giver, w.dario]],
    )
    assert.match((await through(code)).text, /Vous avez voté pour /)
  })

  it("takes each kind of question as its paper asks it", async () => {
    const operationId = await operation()
    const names = { candidates: "Ana\nBo\nCy" }
    const asked: [object, Record<string, string>, number[][]][] = [
      [{ kind: "candidates", method: "plurality", ...names }, { one: "1" }, [[1]]],
      [{ kind: "candidates", method: "plurality", ...names }, { one: "blank" }, []],
      [{ kind: "candidates", method: "plurality", seats: 2, ...names }, { c0: "1", c2: "1" }, [[0, 2]]],
      [{ kind: "candidates", method: "schulze", ...names }, { c0: "2", c1: "", c2: "1" }, [[2], [0]]],
      [
        { kind: "candidates", method: "majority_judgment", ...names },
        { c0: "1", c2: "7" },
        [[0], [], [], [], [], [], [2]],
      ],
      [{ kind: "motions", method: "plurality", ...names }, { one: "0" }, [[0]]],
      [{ kind: "lists", method: "dhondt", seats: 3, ...names }, { one: "2" }, [[2]]],
    ]
    const ballots: string[] = []
    for (const [more] of asked) ballots.push(await opened(operationId, more))
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const { text } = await through(code)
    for (const [at, [, fields, ranks]] of asked.entries()) {
      const ballotId: string = ballots[at]!
      for (const name of Object.keys(fields)) assert.ok(text.includes(`name="${name}"`))
      const body: Record<string, unknown> = { ballotId, revision: "1", ...fields }
      assert.match((await through(code, "POST", { body })).text, /Est-ce bien votre vote/)
      assert.equal((await through(code, "POST", { body: { ...body, sure: "1" } })).status, 303)
      assert.deepEqual((await votes(ballotId))[0]!.choice, { ranks })
    }
  })

  it("does nothing for a code that was made anew, taken back, or of another operation", async () => {
    const { operationId, ballotId } = await running()
    const other = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const first = await codeFor(operationId, w.people.dario)
    await w.do(sendLinks, { operationId, personId: w.dario }, secretary())
    assert.equal((await through(first)).status, 404)
    const code = await codeFor(operationId, w.people.dario)
    const there = await through(code, "POST", {
      body: { ballotId: other.ballotId, revision: "1", answer: "for", sure: "1" },
    })
    assert.match(there.text, /Le budget/)
    assert.equal((await votes(other.ballotId)).length, 0)
    const { actor } = (await findLink(code, { db: w.db, ip: "10.0.0.2" }))!
    // Even past the page: the command asks for the code of the operation.
    await assert.rejects(
      w.do(castVote, { ballotId: other.ballotId, revision: 1, answer: "for" }, actor),
      refused("votes.link_gone"),
    )
    await w.do(withdrawLink, { operationId, personId: w.dario }, secretary())
    assert.equal((await through(code)).status, 404)
    await assert.rejects(w.do(castVote, { ballotId, revision: 1, answer: "for" }, actor), refused("votes.link_gone"))
    await assert.rejects(w.do(withdrawLink, { operationId, personId: w.dario }, secretary()), refused("votes.no_link"))
  })

  it("lets its holder do nothing else, whatever functions they have", async () => {
    const { operationId, ballotId } = await running()
    const boss = await w.holding(["decisions.manage"])
    await w.look((db) =>
      sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since)
      values (${w.organisation}, ${newId()}, ${boss.personId}, ${w.lisle}, 'member', '2025-01-01')`.execute(db),
    )
    const mine = await running()
    await w.do(sendLinks, { operationId: mine.operationId }, secretary())
    const { actor } = (await findLink(await codeFor(mine.operationId, boss), { db: w.db, ip: "10.0.0.2" }))!
    await assert.rejects(w.do(closeBallot, { ballotId }, actor), refused("not_allowed"))
    await assert.rejects(w.do(sendLinks, { operationId }, actor), refused("not_allowed"))
    await assert.rejects(w.ask(readLinks, { operationId }, actor), refused("not_found"))
  })

  it("sends away whoever tries codes, and nobody who has one", async () => {
    const { operationId } = await running()
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const tried = []
    for (let at = 0; at < 25; at++)
      tried.push((await ask("GET", `/v/${"0".repeat(14)}${10 + at}`, { ip: "10.9.9.9" })).status)
    assert.deepEqual([tried[0], tried.at(-1)], [404, 429])
    assert.equal((await through(code, "GET", { ip: "10.9.9.9" })).status, undefined)
  })
})

describe("a secret vote without an account", () => {
  const choices = { title: "Élire", kind: "candidates", candidates: "Ana\nBo", method: "plurality", manner: "secret" }
  const byLink = async (code: string) => {
    const opened_ = await ask("GET", `/v/${code}`)
    return { linkId: await linkIdOf(code), cookies: jarFor("/api/votes.byLink", opened_) }
  }
  const readThrough = async (code: string, ballotId: string) => {
    const { linkId, cookies } = await byLink(code)
    const { body } = await ask("GET", "/api/votes.byLink", { query: { linkId, ballotId }, cookies })
    return (body as { data: ReadByLink }).data
  }

  it("is sealed and laid through the link, once; the server is never told it in clear, and a paper takes its place", async () => {
    const operationId = await operation()
    const ballotId = await opened(operationId, choices)
    await w.do(sendLinks, { operationId }, secretary())
    const code = await codeFor(operationId, w.people.dario)
    const page = await through(code)
    assert.match(page.text, /<noscript><p role="note">Votre navigateur n’exécute pas/)
    assert.ok(page.text.includes(`/v/${await linkIdOf(code)}/${ballotId}`) && !page.text.includes('name="one"'))
    const open = await through(code, "POST", { body: { ballotId, revision: "1", one: "0", sure: "1" } })
    assert.equal(open.status, 409, "a vote in clear is refused")
    const { sealing, me } = await readThrough(code, ballotId)
    assert.equal(me!.entitled, true)
    const { urn, question } = sealing!
    const vote = { blank: false, marks: [1, 0] }
    const { ciphertext } = await sealVote({ urn, question, room: roomFor([question]), vote })
    const { linkId, cookies } = await byLink(code)
    const body = { linkId, ballotId, revision: 1, ciphertext }
    // The number of the link alone, which stands in the address, opens nothing.
    await assert.rejects(ask("POST", "/api/votes.castByLink", { body }), refused("not_found"))
    await ask("POST", "/api/votes.castByLink", { body, cookies })
    await assert.rejects(ask("POST", "/api/votes.castByLink", { body, cookies }), refused("votes.already_voted"))
    assert.equal((await readThrough(code, ballotId)).me!.signed, "screen")
    await assert.rejects(w.do(signPaper, { ballotId, personId: w.dario }, secretary()), refused("votes.already_voted"))
    const second = await codeFor(operationId, voters[1]!)
    await w.do(signPaper, { ballotId, personId: voters[1]!.personId }, secretary())
    const late = await sealVote({ urn, question, room: roomFor([question]), vote })
    const other = await byLink(second)
    const twice = { linkId: other.linkId, ballotId, revision: 1, ciphertext: late.ciphertext }
    await assert.rejects(
      ask("POST", "/api/votes.castByLink", { body: twice, cookies: other.cookies }),
      refused("votes.already_voted"),
    )
    // Nor is the code of one taken for another’s.
    await assert.rejects(
      ask("POST", "/api/votes.castByLink", { body: twice, cookies: { [`vote-${other.linkId}`]: code } }),
      refused("not_found"),
    )
  })

  it("is not read by a code of another operation, nor by one that is none", async () => {
    const operationId = await operation()
    const ballotId = await opened(operationId, choices)
    const other = await running()
    await w.do(sendLinks, { operationId: other.operationId }, secretary())
    const code = await codeFor(other.operationId, w.people.dario)
    await assert.rejects(readThrough(code, ballotId), refused("not_found"))
    await assert.rejects(
      ask("GET", "/api/votes.byLink", { query: { linkId: newId(), ballotId } }),
      refused("not_found"),
    )
    const { actor } = (await findLink(code, { db: w.db, ip: "10.0.0.2" }))!
    assert.equal((await w.ask(readBallot, { ballotId: other.ballotId }, actor)).me!.entitled, true)
  })
})
