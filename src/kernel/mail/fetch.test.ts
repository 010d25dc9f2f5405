import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it } from "node:test"
import { setTimeout } from "node:timers/promises"
import { type ImapPeer, startImapPeer } from "../../../tests/imap-peer.ts"
import { type Fetched, type Inbox, imapInbox } from "./fetch.ts"

const letter = (n: number) => `Subject: ${n}\r\n\r\nBonjour ${n}\r\n`
let peer: ImapPeer
let inbox: Inbox | undefined
let taken: string[]
let troubles: string[]

beforeEach(async () => {
  peer = await startImapPeer()
  taken = []
  troubles = []
})
afterEach(async () => {
  await inbox?.stop()
  await peer.stop()
})

function follow(deliver: (message: Fetched) => Promise<void> = async ({ key }) => void taken.push(key)) {
  inbox = imapInbox({ imapUrl: peer.url, deliver, trouble: (words) => troubles.push(words), every: 200, wait: 20 })
}

async function until(holds: () => boolean) {
  const limit = Date.now() + 8000
  while (!holds() && Date.now() < limit) await setTimeout(10)
  assert.ok(holds(), `after 8 s: ${JSON.stringify({ taken, troubles, flags: peer.flags() })}`)
}

describe("an inbox that is followed", () => {
  it("hands over what was there and what comes, once, and marks it", async () => {
    peer.put(letter(1))
    const words: string[] = []
    follow(async ({ raw, key }) => {
      words.push(Buffer.from(raw).toString())
      taken.push(key)
    })
    await until(() => taken.length === 1)
    peer.put(letter(2))
    await until(() => taken.length === 2 && peer.flags().every((flags) => flags.includes("$PermanenceTaken")))
    await setTimeout(500)
    assert.deepEqual(taken, ["INBOX:7:101", "INBOX:7:102"])
    assert.deepEqual(words, [letter(1), letter(2)])
    assert.deepEqual(troubles, [])
  })

  it("connects again when the server hangs up, and takes up where it was", async () => {
    peer.put(letter(1))
    follow()
    await until(() => taken.length === 1 && (peer.flags()[0] ?? []).length > 0)
    peer.drop()
    await until(() => troubles.length > 0)
    peer.put(letter(2))
    await until(() => taken.length === 2)
    assert.deepEqual(taken, ["INBOX:7:101", "INBOX:7:102"])
  })

  it("brings back a message that could not be stored, and does not let it stop the others", async () => {
    peer.put(letter(1))
    peer.put(letter(2))
    let refusals = 0
    follow(async ({ key }) => {
      if (key.endsWith("101") && refusals++ === 0) throw new Error("no database")
      taken.push(key)
    })
    await until(() => taken.length === 2)
    assert.deepEqual(taken, ["INBOX:7:102", "INBOX:7:101"])
    assert.match(troubles[0] ?? "", /INBOX:7:101: no database/)
  })

  it("marks as read where the server keeps no keywords", async () => {
    await peer.stop()
    peer = await startImapPeer({ keywords: false })
    peer.put(letter(1))
    follow()
    await until(() => peer.flags()[0]?.includes("\\Seen") ?? false)
    await setTimeout(500)
    assert.deepEqual(taken, ["INBOX:7:101"])
  })

  it("finishes what is being stored before it stops", async () => {
    peer.put(letter(1))
    let begun = false
    follow(async ({ key }) => {
      begun = true
      await setTimeout(300)
      taken.push(key)
    })
    await until(() => begun)
    await inbox?.stop()
    assert.deepEqual(taken, ["INBOX:7:101"])
    assert.deepEqual(peer.flags(), [["$PermanenceTaken"]])
  })

  it("says that the server cannot be reached, and stops when told", async () => {
    await peer.stop()
    follow()
    await until(() => troubles.length > 1)
    await inbox?.stop()
    const before = troubles.length
    await setTimeout(300)
    assert.equal(troubles.length, before)
  })
})
