import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import { type Dovecot, noDovecot, startDovecot } from "../../../../tests/dovecot.ts"
import { type World, world } from "../../../../tests/world.ts"
import { postOffice } from "../../post/contract.ts"
import { postman } from "../../post/worker.ts"
import { listExchanges } from "../exchanges/list.ts"
import { addCounterpart } from "../file/add.ts"
import { tokenOfFile } from "./address.ts"
import { listMails } from "./settle.ts"

const missing = noDovecot()

describe("the address in copy, through a real mail server", { skip: missing ?? false }, () => {
  let w: World
  let server: Dovecot
  const stopping = new AbortController()
  let following: Promise<void>
  const told: string[] = []
  before(async () => {
    ;[w, server] = [await world(), await startDovecot()]
    const office = postOffice({
      mailFrom: "Secrétariat <secretariat@lisle.example>",
      imapUrl: server.url,
      origin: "http://127.0.0.1",
    })
    Object.assign(w.equipment, { office })
    await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "person", given_name: "Zoé", name: "Lambert", email: "zoe@gazette.example" },
      w.people.amina,
    )
    following = postman.run({
      db: w.db,
      equipment: w.equipment,
      signal: stopping.signal,
      log: (line) => void told.push(line),
    })
  })
  after(async () => {
    stopping.abort()
    await following
    await server?.stop()
    await w?.end()
  })

  const letter = (subject: string, to: string) =>
    [
      "From: Amina <amina@lisle.example>",
      `To: ${to}`,
      `Cc: secretariat+${tokenOfFile(w.lisle, w.organisation, w.equipment.secret)}@lisle.example`,
      `Subject: ${subject}`,
      `Message-ID: <${subject}@lisle.example>`,
      "Date: Fri, 01 May 2026 10:00:00 +0200",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
      "",
      "Voilà les chiffres.",
      "",
    ].join("\r\n")
  const until = async <T>(found: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 100; tries++) {
      const one = await found()
      if (one) return one
      await pause(200)
    }
    throw new Error(`nothing came: ${told.join("\n")}`)
  }

  it("becomes an exchange with whom the file knows, and waits with whom it does not", async () => {
    await server.put(letter("pont", "Zoe <zoe@gazette.example>"))
    await server.put(letter("inconnu", "Paul <paul@ailleurs.example>"))
    const row = await until(async () =>
      (await w.ask(listExchanges, { bodyId: w.lisle }, w.people.amina)).rows.find(({ about }) => about === "pont"),
    )
    assert.deepEqual([row.kind, row.theirs, row.ours], ["mail", ["Zoé Lambert"], ["Amina Belkacem"]])
    const mail = await until(async () => (await w.ask(listMails, { bodyId: w.lisle }, w.people.amina)).rows[0])
    assert.equal(mail.subject, "inconnu")
    // What was taken is marked on the server: looked at again, it counts once.
    await server.put(letter("suivant", "Zoe <zoe@gazette.example>"))
    await until(async () =>
      (await w.ask(listExchanges, { bodyId: w.lisle }, w.people.amina)).rows.find(({ about }) => about === "suivant"),
    )
    const { rows } = await w.ask(listExchanges, { bodyId: w.lisle }, w.people.amina)
    assert.equal(rows.length, 2)
    assert.deepEqual(told, [])
  })
})
