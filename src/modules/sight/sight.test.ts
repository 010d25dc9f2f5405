import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { logExchange } from "../counterparts/exchanges/log.ts"
import { addCounterpart } from "../counterparts/file/add.ts"
import { mayOpen, keepFile } from "../documents/contract.ts"
import { addItem } from "../meetings/agenda/add.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { recordApplication } from "../members/applications/record.ts"
import { readApplication } from "../members/applications/reads.ts"
import { readMemberDues } from "../members/dues/read-member.ts"
import { readOffice } from "../offices/read-office.ts"
import { recordOffice } from "../offices/record.ts"
import { readPerson } from "../people/read-person.ts"
import { readNewcomer } from "../welcome/journey/read.ts"
import { recordNewcomer } from "../welcome/journey/record.ts"
import { system } from "../../kernel/job.ts"
import type { Actor } from "../../kernel/rule.ts"
import { readIncoming } from "../letters/incoming/read-incoming.ts"
import { registerIncoming } from "../letters/incoming/register.ts"
import { openMatter } from "../matters/open.ts"
import { readMatter } from "../matters/read-matter.ts"
import { giveTask } from "../tasks/give.ts"
import { sightOfThing } from "./of.ts"

let w: World
before(async () => (w = await world()))
after(() => w.end())

const names = (of: { name: string }[]) => of.map(({ name }) => name).toSorted()

describe("who can see a thing", () => {
  it("is everyone of the body for an open matter, by function or as a member", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Place du Marché" }, w.people.dario)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.dario)
    assert.equal(seers.confidential, false)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(seers.functions[0]!.functions, ["Secrétaire administrative, Locale de Lisle"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
  })

  it("is fewer for a confidential one: who reads what is confidential, and who leads it", async () => {
    const other = await w.holding(["matters.manage"])
    const input = { bodyId: w.lisle, title: "Litige", confidential: true, leadId: w.dario }
    const { matterId } = await w.do(openMatter, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.amina)
    assert.equal(seers.confidential, true)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
    await assert.rejects(w.ask(sightOfThing, { kind: "matter", id: matterId as string }, other), { code: "not_found" })
  })

  it("is, of a letter that came, who writes in the body and whom it was given to; of a confidential one, fewer", async () => {
    const writer = await w.holding(["texts.write"])
    const told = { bodyId: w.lisle, receivedOn: "2026-04-30", about: "Guichet", sender: "SNCB", givenTo: w.dario }
    const seersOf = async (more: object) => {
      const { incomingId } = await w.do(registerIncoming, { ...told, ...more }, w.people.amina)
      const seers = await w.ask(sightOfThing, { kind: "incoming", id: incomingId as string }, w.people.amina)
      const ids = [...seers.functions, ...seers.members, ...seers.named].map(({ id }) => id)
      for (const actor of [w.people.amina, w.people.dario, w.people.oscar, writer])
        assert.equal(
          await w.ask(readIncoming, { incomingId: incomingId as string }, actor).then(
            () => true,
            () => false,
          ),
          ids.includes(actor.personId!),
        )
      return ids
    }
    assert.ok((await seersOf({})).includes(writer.personId!))
    assert.ok(!(await seersOf({ confidential: true })).includes(writer.personId!))
  })

  it("says of each person what that person’s own reading says", async () => {
    const input = { bodyId: w.lisle, title: "Secret", confidential: true, leadId: w.dario }
    const { matterId } = await w.do(openMatter, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "matter", id: matterId as string }, w.people.amina)
    const all = [...seers.functions, ...seers.members, ...seers.named].map(({ id }) => id)
    for (const personId of [w.amina, w.dario, w.ines, (await w.holding(["tasks.manage"])).personId!]) {
      const reads = await w.ask(readMatter, { matterId: matterId as string }, w.as(personId)).then(
        () => true,
        () => false,
      )
      assert.equal(all.includes(personId), reads, personId)
    }
  })

  it("names whoever has a task of another body, and counts those one may not name", async () => {
    await w.known(w.ines)
    const input = { bodyId: w.lisle, what: "Relire", ownerId: w.ines, confidential: true }
    const { taskId } = await w.do(giveTask, input, w.people.amina)
    const seers = await w.ask(sightOfThing, { kind: "task", id: taskId as string }, w.people.amina)
    assert.deepEqual(names([...seers.named, ...seers.members]), ["Inès Vandermeer"])
    const hers = await w.ask(sightOfThing, { kind: "task", id: taskId as string }, w.people.ines)
    assert.deepEqual(names(hers.functions), [])
    assert.equal(hers.unnamed, 1)
  })

  it("is, of contact details, who reads people where that person is", async () => {
    const seers = await w.ask(sightOfThing, { kind: "person", id: w.dario }, w.people.dario)
    assert.deepEqual(names(seers.functions), ["Amina Belkacem"])
    assert.deepEqual(names(seers.members), ["Dario Lemmens"])
    await assert.rejects(w.ask(sightOfThing, { kind: "person", id: w.amina }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(sightOfThing, { kind: "person", id: w.dario }, w.people.oscar), { code: "not_found" })
  })
})

describe("who can see a counterpart", () => {
  it("is those who read the file, and of a confidential exchange those it names and those entitled", async () => {
    const reader = await w.holding(["counterparts.read"])
    const file = { bodyId: w.lisle, nature: "organisation", name: "Cercle" }
    const { counterpartId } = await w.do(addCounterpart, file, w.people.amina)
    const all = async (kind: string, id: string) => {
      const seers = await w.ask(sightOfThing, { kind, id }, w.people.amina)
      return [...seers.functions, ...seers.members, ...seers.named].map((one) => one.id).toSorted()
    }
    assert.deepEqual(await all("counterpart", counterpartId), [w.amina, reader.personId!].toSorted())
    const said = { bodyId: w.lisle, kind: "call", on: "2026-05-01", about: "Point", theirsIds: [counterpartId] }
    const open = await w.do(logExchange, said, w.people.amina)
    const secret = await w.do(logExchange, { ...said, confidential: true }, w.people.amina)
    assert.deepEqual(await all("exchange", open.exchangeId), [w.amina, reader.personId!].toSorted())
    assert.deepEqual(await all("exchange", secret.exchangeId), [w.amina])
  })
})

describe("who can see papers, external mandates, newcomers, applications and dues", () => {
  it("is for each person what that person’s own reading says", async () => {
    const { amina } = w.people
    const bodyId = w.lisle
    const kept = (more: object = {}) =>
      w.look((db) =>
        keepFile(
          { bodyId, name: "Budget.txt", content: Buffer.from("x"), ...more },
          { ...w.equipment, actor: system(w.organisation), db, now: w.now },
        ),
      )
    const hung = async (item: object) => {
      const fileId = await kept()
      const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-05-21", at: "19:30" }, amina)
      await w.do(addItem, { meetingId, title: "Point", paperIds: [fileId], ...item }, amina)
      return fileId
    }
    const opens = (fileId: string) => (actor: Actor) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow()
        return mayOpen(file, { ...w.equipment, actor, db, now: w.now })
      })
    const reads = (read: Parameters<typeof w.ask>[0], input: object) => (actor: Actor) =>
      w.ask(read, input, actor).then(
        () => true,
        () => false,
      )
    const institution = { name: "Conseil communal de Lisle", kind: "municipal_council", level: "local" }
    const { officeId } = await w.do(
      recordOffice,
      { bodyId, personId: w.ines, institution, role: "councillor", since: "2024-12-02", origin: "elected" },
      await w.holding(["offices.manage", "people.read"]).then(async (actor) => (await w.known(w.ines), actor)),
    )
    const newcomer = {
      bodyId,
      given_name: "Nora",
      family_name: "Passante",
      phone: "0470",
      agreed: "spoken",
      mine: true,
    }
    const { newcomerId } = await w.do(recordNewcomer, { ...newcomer, wish: "help", source: "stand" }, w.people.dario)
    const applicant = { bodyId, given_name: "Sacha", family_name: "Nouveau", ring: "member", source: "paper" }
    const { applicationId } = await w.do(
      recordApplication,
      { ...applicant, consentText: "Oui", consentFrom: "Bulletin" },
      amina,
    )
    const { memberships } = await w.ask(readPerson, { personId: w.dario }, amina)
    const [open, secret, brought] = [
      await hung({}),
      await hung({ confidential: true }),
      await hung({ confidential: true, presenterId: w.dario }),
    ]
    const [loose, sealed] = [await kept(), await kept({ confidential: true })]
    const things: [kind: string, id: string, own: (actor: Actor) => Promise<boolean>][] = [
      ...[open, secret, brought, loose, sealed].map(
        (id) => ["paper", id, opens(id)] as [string, string, (actor: Actor) => Promise<boolean>],
      ),
      ["office", officeId, reads(readOffice, { officeId })],
      ["newcomer", newcomerId, reads(readNewcomer, { newcomerId })],
      ["application", applicationId, reads(readApplication, { applicationId })],
      ["dues", memberships[0]!.id, reads(readMemberDues, { bodyId, personId: w.dario })],
    ]
    const capabilities = [
      "confidential.read",
      "offices.manage",
      "welcome.manage",
      "people.manage",
      "dues.read",
    ] as const
    const panel = [w.as(w.amina), w.as(w.dario), w.as(w.ines), await w.holding(["people.read"], w.brume)]
    for (const one of capabilities) panel.push(await w.holding([one]))
    for (const [kind, id, own] of things) {
      const seers = await w.ask(sightOfThing, { kind, id }, amina)
      const all = [...seers.functions, ...seers.members, ...seers.named].map((one) => one.id)
      assert.equal(seers.unnamed, 0)
      for (const actor of panel) {
        assert.equal(all.includes(actor.personId!), await own(actor), `${kind} ${panel.indexOf(actor)}`)
        const asks = w.ask(sightOfThing, { kind, id }, actor).then(
          () => true,
          () => false,
        )
        assert.equal(await asks, await own(actor), `${kind} asked by ${panel.indexOf(actor)}`)
      }
      assert.ok(all.length > 0, kind)
    }
  })
})
