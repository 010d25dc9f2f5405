import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { findOpenFile, keepFile } from "../../documents/contract.ts"
import { openBallot } from "../open.ts"
import { readOperation } from "../operation/read-operation.ts"
import { readBallot } from "../read-ballot.ts"
import { prepareAccounts } from "./prepare-accounts.ts"

let w: World
before(async () => {
  w = await world()
  // Up to date: an assembly of this chapter is of those who are.
  await w.look((db) =>
    db
      .updateTable("memberships")
      .set({ dues_until: Temporal.PlainDate.from("2026-12-31") })
      .where("person_id", "=", w.dario)
      .execute(),
  )
})
after(() => w.end())

const file = (name: string, actor = w.people.amina) =>
  inOrganisation(w.db, w.organisation, async (db) => {
    const given = { ...w.equipment, actor, db, now: w.now }
    return keepFile({ bodyId: w.lisle, name, content: Buffer.from(`%PDF-1.4 ${name}`) }, given)
  })
const asked = async () => ({
  bodyId: w.lisle,
  year: 2025,
  onDay: "2026-05-02",
  accountIds: [await file("comptes.pdf")],
  auditIds: [await file("rapport.pdf")],
  opinion: "with_reserves",
  said: "Deux reçus manquent.",
  budgetIds: [await file("budget.pdf")],
})

describe("accounts put to the vote", () => {
  it("are for who holds decisions.manage, here and nowhere else", async () => {
    const input = await asked()
    await assert.rejects(w.do(prepareAccounts, input, w.people.oscar), { status: 404 })
    await assert.rejects(w.do(prepareAccounts, input, w.people.dario), { status: 403 })
  })

  it("are three questions, each with its papers and what the auditors say", async () => {
    const { operationId } = await w.do(prepareAccounts, await asked(), w.people.amina)
    const { operation, ballots } = await w.ask(readOperation, { operationId }, w.people.amina)
    assert.equal(operation.title, "Comptes 2025 et budget")
    assert.deepEqual(
      ballots.map(({ title }) => title),
      ["Approuver les comptes 2025", "Donner décharge pour 2025", "Adopter le budget 2026"],
    )
    const first = await w.ask(readBallot, { ballotId: ballots[0]!.id }, w.people.amina)
    assert.deepEqual(
      first.papers.map(({ name }) => name),
      ["comptes.pdf", "rapport.pdf"],
    )
    assert.match(first.ballot.question, /avec des réserves\.\n\nDeux reçus manquent\./)
  })

  it("are read by whoever votes on them, once they are open, and by nobody else", async () => {
    const input = await asked()
    const { operationId } = await w.do(prepareAccounts, input, w.people.amina)
    const { ballots } = await w.ask(readOperation, { operationId }, w.people.amina)
    const opens = (actor = w.people.dario) =>
      w.look(async (db) => {
        const given = { ...w.equipment, actor, db, now: w.now }
        return (await findOpenFile(input.accountIds[0]!, given)) !== undefined
      })
    assert.equal(await opens(), false)
    await w.do(openBallot, { ballotId: ballots[0]!.id }, w.people.amina)
    assert.deepEqual([await opens(), await opens(w.people.ines)], [true, false])
  })

  it("are not put to the vote without the accounts", async () => {
    await assert.rejects(w.do(prepareAccounts, { ...(await asked()), accountIds: [] }, w.people.amina), {
      code: "votes.no_accounts",
    })
  })
})
