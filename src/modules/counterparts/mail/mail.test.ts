import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { system } from "../../../kernel/job.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { foundBody } from "../../bodies/contract.ts"
import { addFunction, foundMandate } from "../../mandates/contract.ts"
import { postOffice, receiveMail } from "../../post/contract.ts"
import { listExchanges } from "../exchanges/list.ts"
import { readExchange } from "../exchanges/read-exchange.ts"
import { addCounterpart } from "../file/add.ts"
import { waiting } from "../waiting.ts"
import { tokenOfFile } from "./address.ts"
import { dismissMail, listMails, settleMail } from "./settle.ts"

describe("a mail with the address of the file in copy", () => {
  let w: World
  let copy: string
  const office = postOffice({
    mailFrom: "Secrétariat <secretariat@lisle.example>",
    imapUrl: "imap://x:y@127.0.0.1/INBOX",
    origin: "http://127.0.0.1",
  })
  before(async () => {
    w = await world()
    Object.assign(w.equipment, { office })
    copy = `secretariat+${tokenOfFile(w.lisle, w.organisation, w.equipment.secret)}@lisle.example`
    const zoe = { bodyId: w.lisle, nature: "person", given_name: "Zoé", name: "Lambert", email: "Zoe@gazette.example" }
    await w.do(addCounterpart, zoe, w.people.amina)
  })
  after(() => w.end())

  let n = 0
  const send = (
    {
      from = "Amina <Amina@lisle.example>",
      to = "Zoé <zoe@gazette.example>",
      cc = copy,
      subject = "Le pont",
      id = `m${++n}@x`,
      more = "X-Nothing: 1",
    } = {},
    key = `INBOX:1:${++n}`,
  ) =>
    receiveMail(
      {
        raw: Buffer.from(
          [
            `From: ${from}`,
            `To: ${to}`,
            `Cc: ${cc}`,
            `Subject: ${subject}`,
            `Message-ID: <${id}>`,
            more,
            "Date: Fri, 01 May 2026 10:00:00 +0200",
            'Content-Type: multipart/mixed; boundary="b"',
            "",
            "--b",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Voici les chiffres.",
            "--b",
            "Content-Type: text/plain",
            "Content-Disposition: attachment; filename=x.txt",
            "",
            "Zibeline",
            "--b--",
          ].join("\r\n"),
        ),
        key,
      },
      { db: w.db, equipment: w.equipment, now: w.now },
    )
  const about = async (q: string, actor: Actor = w.people.amina) => (await w.ask(listExchanges, { q }, actor)).rows
  const mails = async (actor: Actor = w.people.amina) => w.ask(listMails, { bodyId: w.lisle }, actor)

  it("is told to those who read the file, where a mailbox is read", async () => {
    assert.equal((await mails()).address, copy)
    await assert.rejects(mails(w.people.dario), { code: "not_found" })
  })

  it("becomes an exchange with whom it was sent to: its subject and its words, and nothing joined", async () => {
    assert.equal(await send(), "human")
    const [row, ...others] = await about("pont")
    assert.deepEqual(
      [others.length, row!.kind, row!.theirs, row!.ours, row!.on_day.toString()],
      [0, "mail", ["Zoé Lambert"], ["Amina Belkacem"], "2026-05-01"],
    )
    const { exchange } = await w.ask(readExchange, { exchangeId: row!.id }, w.people.amina)
    assert.deepEqual([exchange.said, exchange.by_mail], ["Voici les chiffres.", true])
  })

  it("counts once, whichever way it comes again", async () => {
    await send({ subject: "Une fois", id: "once@x" }, "INBOX:1:900")
    assert.equal(await send({ subject: "Une fois", id: "once@x" }, "INBOX:1:900"), "again")
    await send({ subject: "Une fois", id: "once@x" }, "INBOX:1:901")
    assert.equal((await about("une fois")).length, 1)
  })

  it("writes nothing for whoever does not read the file, for a stranger, or at an address we did not give", async () => {
    await send({ subject: "Intrus", from: "dario@lisle.example" })
    await send({ subject: "Intrus", from: "Zoé <zoe@gazette.example>" })
    await send({ subject: "Intrus", from: "inès@lisle.example" })
    assert.equal(
      await send({ subject: "Intrus", cc: copy.replace(/.@/, (end) => (end === "0@" ? "1@" : "0@")) }),
      "unknown",
    )
    const forged = "Authentication-Results: mx.lisle.example; dmarc=fail header.from=lisle.example"
    await send({ subject: "Intrus", more: forged })
    const brume = `secretariat+${tokenOfFile(w.brume, w.organisation, w.equipment.secret)}@lisle.example`
    await send({ subject: "Intrus", cc: brume })
    assert.deepEqual(await about("intrus"), [])
    assert.deepEqual((await mails()).rows, [])
    assert.equal((await w.look((db) => db.selectFrom("exchange_mails").selectAll().execute())).length, 0)
  })

  it("waits, to somebody unknown, for who keeps the file to say with whom it was", async () => {
    await send({ subject: "Bonjour", to: "Paul Nouveau <paul@ailleurs.example>" })
    await send({ subject: "Spam", to: "x@ailleurs.example" })
    const { rows } = await mails()
    assert.deepEqual(
      rows.map(({ subject, addresses, names }) => [subject, addresses, names]),
      [
        ["Bonjour", ["paul@ailleurs.example"], ["Paul Nouveau"]],
        ["Spam", ["x@ailleurs.example"], [""]],
      ],
    )
    const lines = await w.look((db) => waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now } as never))
    assert.equal(lines.find(({ key }) => key === "exchanges.waiting.mails")?.facts?.["count"], 2)
    const [hello, spam] = rows
    const reader = await w.holding(["counterparts.read"])
    assert.deepEqual((await mails(reader)).rows, [])
    for (const [command, more] of [
      [settleMail, { name: "Nouveau" }],
      [dismissMail, {}],
    ] as const) {
      await assert.rejects(w.do(command, { mailId: hello!.id, ...more }, w.people.oscar), { code: "not_found" })
      await assert.rejects(w.do(command, { mailId: hello!.id, ...more }, w.people.dario), { code: "not_found" })
      await assert.rejects(w.do(command, { mailId: hello!.id, ...more }, reader), { code: "not_allowed" })
    }
    await assert.rejects(
      w.do(settleMail, { mailId: hello!.id }, w.people.amina),
      (error: any) => error.issues[0].code === "required",
    )
    const keeper = await w.holding(["counterparts.read", "counterparts.manage", "people.read"])
    await w.do(settleMail, { mailId: hello!.id, given_name: "Paul", name: "Nouveau" }, keeper)
    await w.do(dismissMail, { mailId: spam!.id }, keeper)
    assert.deepEqual((await mails()).rows, [])
    const [row] = await about("bonjour")
    assert.deepEqual([row!.theirs, row!.ours], [["Paul Nouveau"], ["Amina Belkacem"]])
    // From then on the file knows the address.
    await send({ subject: "Encore", to: "paul@ailleurs.example" })
    assert.equal((await about("encore")).length, 1)
  })

  it("was with several of the file: one exchange, of each of them", async () => {
    const named = async (name: string) =>
      (await w.do(addCounterpart, { bodyId: w.lisle, nature: "person", name }, w.people.amina)).counterpartId
    const counterpartIds = [await named("Aubert"), await named("Berthe"), await named("Colin")]
    await send({ subject: "À trois", to: "a@trois.example, b@trois.example, c@trois.example" })
    const [mail] = (await mails()).rows
    await w.do(settleMail, { mailId: mail!.id, counterpartIds }, w.people.amina)
    const [row, ...others] = await about("à trois")
    assert.deepEqual([others.length, row!.theirs], [0, ["Aubert", "Berthe", "Colin"]])
  })

  it("of a party reaches nobody of the file of an elected group, nor the other way", async () => {
    const { bodyId: group, counterpartId } = await groupWith("Cabinet de la ministre", "cabinet@ministre.example")
    await send({ subject: "Au cabinet", to: "cabinet@ministre.example" })
    assert.deepEqual(await about("au cabinet"), [])
    const mail = (await mails()).rows.find(({ subject }) => subject === "Au cabinet")!
    await assert.rejects(
      w.do(settleMail, { mailId: mail.id, counterpartIds: [counterpartId] }, w.people.amina),
      (error: any) => error.issues[0].code === "not_of_this_body",
    )
    await w.do(dismissMail, { mailId: mail.id }, w.people.amina)
    assert.notEqual(group, w.lisle)
  })

  const groupWith = async (name: string, email: string) => {
    const bodyId = await w.look(async (db) => {
      const given = { ...w.equipment, db, actor: system(w.organisation), now: w.now }
      const made = await foundBody({ name: "Groupe", code: "GRP", profile: "fr-regional-group" }, given)
      await addFunction(
        { bodyId: made, key: "keeper", name: "Attachée", capabilities: ["counterparts.read", "counterparts.manage"] },
        given,
      )
      await foundMandate({ personId: w.amina, bodyId: made, functionKey: "keeper" }, given)
      return made
    })
    const { counterpartId } = await w.do(
      addCounterpart,
      { bodyId, nature: "organisation", kind: "institution", name, email },
      w.people.amina,
    )
    return { bodyId, counterpartId }
  }
})
