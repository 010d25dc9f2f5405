import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { read } from "../../../kernel/typeset/pdf-for-tests.ts"
import { closeTypesetter } from "../../../kernel/typeset/typeset.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { nameTellers } from "../operation/name-tellers.ts"
import { prepareBallot } from "../prepare.ts"
import { printRoutes } from "./routes.ts"

let w: World
let voters: Actor[]
let teller: Actor
const LONG = "Marie-Charlotte-Élisabeth de Saint-Aubin-Vandenbroucke-Lefèvre"

before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all(Array.from({ length: 6 }, member)))]
  teller = voters[1]!
})
after(async () => {
  await closeTypesetter()
  await w.end()
})

const member = async (): Promise<Actor> => {
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
const secretary = () => w.people.amina

const take = (name: string, id: string, actor: Actor | undefined, query: Record<string, string> = {}) =>
  printRoutes
    .find(({ path }) => path.endsWith(`/${name}`))!
    .handle({
      params: { id },
      query,
      body: {},
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => actor,
      db: w.db,
      equipment: w.equipment,
    })
/** Line ends and narrow spaces are the typesetter’s. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ")
const paperOf = async (...asked: Parameters<typeof take>) => {
  const { pages, text } = read((await take(...asked)).body as Uint8Array)
  return { pages, text: flat(text) }
}

const operation = async (more: object = {}) => {
  const { operationId } = await w.do(
    prepareOperation,
    { bodyId: w.lisle, title: "Assemblée statutaire", electorate: "members", onDay: "2026-05-02", ...more },
    secretary(),
  )
  const tellerIds = [teller, voters[2]!].map(({ personId }) => personId)
  await w.do(nameTellers, { operationId, tellerIds }, secretary())
  return operationId as string
}
const prepared = async (operationId: string, more: object = {}) =>
  (
    await w.do(
      prepareBallot,
      {
        bodyId: w.lisle,
        operationId,
        title: "Élire deux porte-parole",
        kind: "candidates",
        candidates: `Ana Dupré\nBo Lemmens\n${LONG}`,
        seats: 2,
        method: "plurality",
        manner: "paper",
        onDay: "2026-05-02",
        ...more,
      },
      secretary(),
    )
  ).ballotId as string

describe("ballot papers", () => {
  it("are all alike, four to a sheet, and say how to fill them in", async () => {
    const { pages, text } = await paperOf("bulletins.pdf", await prepared(await operation()), secretary(), {
      exemplaires: "10",
    })
    assert.equal(pages.length, 3)
    assert.equal(new Set(pages).size, 1)
    assert.equal(text.split("Élire deux porte-parole").length - 1, 12)
    assert.match(text, /Cochez 2 noms au plus\./)
    assert.match(text, /Plus de 2 noms cochés/)
    assert.match(text, /Ana Dupré.*Bo Lemmens.*Marie-Charlotte-Élisabeth de Saint-Aubin/)
  })

  it("are one for each voter and a tenth more, unless asked", async () => {
    const { pages } = await paperOf("bulletins.pdf", await prepared(await operation()), secretary())
    // Seven members and the secretary: nine papers.
    assert.equal(pages.length, 3)
    for (const exemplaires of ["0", "-1", "x", "10001"])
      await assert.rejects(
        take("bulletins.pdf", await prepared(await operation()), secretary(), { exemplaires }),
        /exemplaires/,
      )
  })

  it("hold two hundred names, and thousands of copies weigh little", async () => {
    const candidates = Array.from({ length: 200 }, (_, n) => `${LONG} ${n + 1}`).join("\n")
    const ballotId = await prepared(await operation(), { candidates, method: "approval" })
    const { body } = await take("bulletins.pdf", ballotId, secretary(), { exemplaires: "2200" })
    const pdf = body as Uint8Array
    assert.ok(pdf.length < 5_000_000, `${pdf.length} bytes`)
    const { pages } = read(
      (await take("bulletins.pdf", ballotId, secretary(), { exemplaires: "1" })).body as Uint8Array,
    )
    for (const n of [1, 100, 200]) assert.match(flat(pages.join(" ")), new RegExp(`Lefèvre ${n}\\b`))
  })

  it("are printed by those who hold the vote and its tellers, and by nobody else", async () => {
    const ballotId = await prepared(await operation())
    await take("bulletins.pdf", ballotId, teller)
    await assert.rejects(take("bulletins.pdf", ballotId, undefined), { status: 401 })
    await assert.rejects(take("bulletins.pdf", ballotId, voters[4]), { status: 404 })
    await assert.rejects(take("bulletins.pdf", "x", secretary()), { status: 404 })
  })
})
