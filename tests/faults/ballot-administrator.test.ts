import assert from "node:assert/strict"
import { readdir, readFile } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import type { Page } from "playwright-core"
import { asBytes } from "../../src/kernel/sealed-ballots/bytes.ts"
import { type Keys, makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { openUrn, shuffled } from "../../src/kernel/sealed-ballots/open-urn.ts"
import { sealVote } from "../../src/kernel/sealed-ballots/seal-vote.ts"
import { rehearseOpening } from "../../src/kernel/sealed-ballots/rehearse.ts"
import { onPaper, passShare, receiveShare, takeShare, trialFromPaper } from "../../src/kernel/sealed-ballots/shares.ts"
import { makeUrn, trialOf, type Urn } from "../../src/kernel/sealed-ballots/urn.ts"
import { roomFor } from "../../src/kernel/sealed-ballots/vote.ts"
import { type App, startApp } from "../journeys/app.ts"
import { ask, enter, found, give } from "../journeys/people.ts"

// Whoever administers the server holds its whole folder: tables, the log of the database, files, at every moment. Each vote here is a
// ranking nobody else gives, so that one that lay anywhere in clear, as text or as numbers, would be found.

const candidates = Array.from({ length: 12 }, (_, at) => `Candidate ${String.fromCharCode(65 + at)}`)
const everyRank = Array.from({ length: 12 }, (_, at) => at)
const today = Temporal.Now.plainDateISO("Europe/Brussels").toString()

/** A number as jsonb holds it: its length, its form, its one digit of base 10 000. Zero has no digit. */
const numeric = (value: number) => Buffer.from([0x20, 0, 0, 0, 0, 0x80, value, 0])

/** `[7,3,…]`, and the longest piece without zero of `[[7],[3],…]`, in the bytes of jsonb. */
const inJsonb = (marks: number[], order: number[]): Buffer[] => {
  const one = (value: number) => Buffer.concat([Buffer.from([1, 0, 0, 0x40, 8, 0, 0, 0x90]), numeric(value)])
  const zero = order.indexOf(0)
  const piece = zero > 5 ? order.slice(0, zero) : order.slice(zero + 1)
  return [Buffer.concat(marks.map(numeric)), Buffer.concat(piece.map(one))]
}

describe("an administrator with the whole folder of the server", () => {
  let app: App
  let secretary: Page
  let voters: Page[]
  let bodyId: string
  let ids: string[]

  before(async () => {
    app = await startApp()
    secretary = await app.visit()
    bodyId = await found(app, secretary, {
      organisation: "Les Rives",
      body: { name: "Locale de Valmont", code: "VAL", profile: "be-wallonia-chapter" },
      person: { given_name: "Inès", family_name: "Vandermeer", form: "f", email: "ines@valmont.example" },
    })
    ids = []
    voters = []
    for (const name of ["Ana", "Bo", "Cy", "Di", "Ed"]) {
      const email = `${name.toLowerCase()}@valmont.example`
      const membership = { ring: "member", since: "2020-01-01" }
      const asked = { bodyId, given_name: name, family_name: "Duval", email, sure: true, membership }
      const { personId } = await give(secretary, "people.add", asked)
      await give(secretary, "accounts.invite", { personId })
      const page = await app.visit()
      await enter(app, page, email)
      ids.push(personId)
      voters.push(page)
    }
  })
  after(() => app?.stop())

  /** Where a ranking stands in clear: as the numbers of a sealed vote before it is sealed, as text, or as the database writes JSON. */
  const inClear = async (orders: number[][]): Promise<string[]> => {
    const needles = orders.flatMap((order) => {
      const marks = everyRank.map((at) => order.indexOf(at) + 1)
      const bytes = Buffer.alloc(marks.length * 2)
      for (const [at, mark] of marks.entries()) bytes.writeUInt16BE(mark, at * 2)
      const lists = [marks, order].flatMap((list) => [list.join(","), list.join(", ")])
      const ranks = [order.map((at) => `[${at}]`).join(","), order.map((at) => `[${at}]`).join(", ")]
      return [bytes, ...inJsonb(marks, order), ...[...lists, ...ranks].map((text) => Buffer.from(text))]
    })
    return placesOf(needles)
  }
  const placesOf = async (needles: Buffer[]): Promise<string[]> => {
    const names = await readdir(app.dataDir, { recursive: true, withFileTypes: true })
    const places: string[] = []
    for (const one of names.filter((each) => each.isFile())) {
      const bytes = await readFile(`${one.parentPath}/${one.name}`).catch(() => Buffer.alloc(0))
      if (needles.some((needle) => bytes.includes(needle))) places.push(one.name)
    }
    return places
  }
  /** One rehearses, with what another has on paper. Nothing of it is there that would open the urn, though what passed is. */
  const rehearsed = async (operationId: string, urn: Urn, keys: Keys[]) => {
    const session = await makeKeys()
    await give(voters[0]!, "votes.beginRehearsal", { operationId, key: session.key })
    const real = await Promise.all(keys.map(({ secret }, at) => takeShare(urn, ids[at]!, secret)))
    const papers = await Promise.all(real.map(onPaper))
    const typed = (await trialFromPaper(urn, papers[1]!)).share
    const envelope = await passShare(trialOf(urn), typed, session.key)
    const shares = [{ ballotId: urn.ballot, how: "paper", envelope }]
    await give(voters[1]!, "votes.passTrialShares", { operationId, toId: ids[0], shares })
    const own = await takeShare(trialOf(urn), ids[0]!, keys[0]!.secret)
    await rehearseOpening(urn, [own, (await receiveShare(trialOf(urn), envelope, session.secret)).share])
    const urns = [{ ballotId: urn.ballot, found: true }]
    await give(voters[0]!, "votes.endRehearsal", { operationId, own: "device", urns })
    assert.notDeepEqual(await placesOf([Buffer.from(envelope)]), [])
    const secret = [...real, ...keys.map((one) => one.secret), session.secret]
    const told = secret.flatMap((one) => [Buffer.from(one), Buffer.from(asBytes(one)!)])
    assert.deepEqual(await placesOf([...told, ...papers.map((one) => Buffer.from(one))]), [])
  }
  const prepared = async (more: object) =>
    (
      await give(secretary, "votes.prepare", {
        bodyId,
        title: "Classer",
        kind: "candidates",
        candidates: candidates.join("\n"),
        method: "schulze",
        electorate: "members",
        onDay: today,
        ...more,
      })
    ).ballotId as string

  it("finds a vote by name, which is there to be read", async () => {
    const ballotId = await prepared({ manner: "named" })
    await give(secretary, "votes.open", { ballotId })
    // Several: one of them may lie across the end of a page of the log.
    const orders = voters.map(() => shuffled(everyRank))
    for (const [at, voter] of voters.entries())
      await give(voter, "votes.cast", { ballotId, revision: 1, ranks: orders[at]!.map((one) => [one]) })
    assert.notDeepEqual(await inClear(orders), [])
  })

  it("finds no secret vote in any file, before the urn is opened nor beside a receipt after", async () => {
    const { operationId } = await give(secretary, "votes.prepareOperation", {
      bodyId,
      title: "Élections",
      electorate: "members",
      onDay: today,
    })
    await give(secretary, "votes.nameTellers", { operationId, tellerIds: ids.slice(0, 3) })
    const keys: Keys[] = []
    for (const teller of voters.slice(0, 3)) {
      keys.push(await makeKeys())
      await give(teller, "votes.giveTellerKey", { operationId, key: keys.at(-1)!.key })
    }
    const ballotId = await prepared({ manner: "secret", operationId })
    const tellers = keys.map(({ key }, at) => ({ teller: ids[at]!, key }))
    const laid = await makeUrn({ ballot: ballotId, needed: 2, tellers })
    await give(voters[0]!, "votes.layUrn", { ballotId, urn: laid })
    await rehearsed(operationId, laid, keys)
    await give(secretary, "votes.open", { ballotId })

    const orders = voters.map(() => shuffled(everyRank))
    for (const [at, voter] of voters.entries()) {
      const { sealing } = await ask(voter, "votes.read", { ballotId })
      const { urn, question } = sealing
      const marks = everyRank.map((one) => orders[at]!.indexOf(one) + 1)
      const sealed = await sealVote({ urn, question, room: roomFor([question]), vote: { blank: false, marks } })
      await give(voter, "votes.castSealed", { ballotId, revision: 1, ciphertext: sealed.ciphertext })
      assert.deepEqual(await inClear(orders.slice(0, at + 1)), [], `after ${at + 1} votes`)
    }
    await give(secretary, "votes.stop", { ballotId })
    for (const [opener, helper] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const session = await makeKeys()
      await give(voters[opener]!, "votes.beginOpening", { operationId, key: session.key })
      const { ballots } = await ask(voters[helper]!, "votes.ceremony", { operationId })
      const { urn, question } = ballots[0]
      const share = await takeShare(urn, ids[helper]!, keys[helper]!.secret)
      const envelope = await passShare(urn, share, session.key)
      await give(voters[helper]!, "votes.passShares", {
        operationId,
        toId: ids[opener],
        shares: [{ ballotId, envelope }],
      })
      assert.deepEqual(await inClear(opener === 0 ? orders : []), [], "while the shares pass")
      const mine = (await ask(voters[opener]!, "votes.ceremony", { operationId })).ballots[0]
      const passed = mine.openings.find(({ teller }: { teller: string }) => teller === ids[opener]).shares
      const shares = [
        await takeShare(urn, ids[opener]!, keys[opener]!.secret),
        (await receiveShare(urn, passed[0], session.secret)).share,
      ]
      const opened = await openUrn({ urn, question, room: roomFor([question]), ciphertexts: mine.sealed, shares })
      await give(voters[opener]!, "votes.giveOpened", { ballotId, ...opened })
    }
    await give(secretary, "votes.close", { ballotId })
    const { outcome } = await ask(secretary, "votes.read", { ballotId })
    assert.equal(outcome.voters, 5)
    // What is published stands in the order of what it says, beside nothing.
    const urn = await (await secretary.request.get(`/api/votes/${ballotId}/urne.blt`)).text()
    const receipts = (await (await secretary.request.get(`/api/votes/${ballotId}/recus.txt`)).text()).trim().split("\n")
    const said = urn.split("\n").filter((line) => line.startsWith("1 "))
    assert.deepEqual([said.length, receipts.length], [5, 5])
    assert.deepEqual(receipts, receipts.toSorted())
  })
})
