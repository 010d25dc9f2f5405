import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { text as textOf } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { addItem } from "../meetings/agenda/add.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { keepFile } from "./keep.ts"
import { mayOpen } from "./may-open.ts"
import { reactions } from "./reactions.ts"
import { serveFile } from "./serve.ts"

describe("files.keep", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const given = (actor: Actor) => ({ ...w.equipment, actor, now: w.now })
  const kept = (more = {}) =>
    inOrganisation(w.db, w.organisation, (db) =>
      keepFile(
        { bodyId: w.lisle, name: "Budget.txt", content: Buffer.from("Le budget des Tanneurs"), ...more },
        { ...given(system(w.organisation)), db },
      ),
    )
  const opens = (fileId: string, actor: Actor) =>
    inOrganisation(w.db, actor.organisation, async (db) => {
      const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
      return file !== undefined && mayOpen(file, { ...given(actor), db })
    })

  it("is served to the body, and does not exist for anybody else", async () => {
    const fileId = await kept()
    assert.equal(await opens(fileId, w.people.dario), true)
    assert.equal(await opens(fileId, w.people.ines), false)
    assert.equal(await opens(fileId, w.people.oscar), false)
    const ask = (actor: Actor | undefined) =>
      serveFile({
        params: { id: fileId },
        query: {},
        headers: {},
        cookies: {},
        body: {},
        ip: "",
        files: async function* () {},
        actor: async () => actor,
        db: w.db,
        equipment: w.equipment,
      })
    const { headers, body } = await ask(w.people.dario)
    assert.equal(headers?.["content-disposition"], 'attachment; filename="Budget.txt"')
    assert.equal(await textOf(body as Readable), "Le budget des Tanneurs")
    await assert.rejects(ask(w.people.ines), { code: "not_found" })
    await assert.rejects(ask(undefined), { code: "not_signed_in" })
  })

  it("is served, when confidential, to those entitled only", async () => {
    const fileId = await kept({ confidential: true })
    assert.equal(await opens(fileId, w.people.dario), false)
    assert.equal(await opens(fileId, await w.holding(["confidential.read"])), true)
  })

  it("opens as the item it hangs on: to the presenter of a confidential one, not to the other members", async () => {
    const [open, closed] = [await kept(), await kept()]
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    const item = { meetingId, title: "Litige", confidential: true }
    await w.do(addItem, { ...item, presenterId: w.dario, paperIds: [open] }, w.people.amina)
    await w.do(addItem, { ...item, paperIds: [closed] }, w.people.amina)
    assert.equal(await opens(open, w.people.dario), true)
    assert.equal(await opens(closed, w.people.dario), false)
    assert.equal(await opens(closed, w.people.amina), true)
  })

  it("has its text read for search", async () => {
    const fileId = await kept()
    await inOrganisation(w.db, w.organisation, (db) =>
      reactions[0]!.react({ fileId }, { ...given(system(w.organisation)), db }),
    )
    const file = await w.look((tx) => tx.selectFrom("files").select("text").where("id", "=", fileId).executeTakeFirst())
    assert.equal(file?.text, "Le budget des Tanneurs")
  })
})
