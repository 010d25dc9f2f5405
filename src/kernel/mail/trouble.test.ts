import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { setTimeout } from "node:timers/promises"
import { getCACertificates, setDefaultCACertificates } from "node:tls"
import { selfSigned } from "../../../tests/certificate.ts"
import { startImapPeer } from "../../../tests/imap-peer.ts"
import { startSmtpPeer } from "../../../tests/smtp-peer-client.ts"
import { imapInbox, inboxTrouble } from "./fetch.ts"
import { mailer } from "./send.ts"
import { mustEncrypt, troubleInWords } from "./trouble.ts"

const from = { address: "secretariat@lisle.example" }
const letter = {
  to: { address: "amina@x.example" },
  subject: "Essai",
  text: "Bonjour",
  message_id: "tls@lisle.example",
}
const account = "user:password"
const known = selfSigned()
const unknown = selfSigned()
const ofAnother = selfSigned("mail.example")

before(() => setDefaultCACertificates([...getCACertificates("bundled"), known.cert, ofAnother.cert]))
after(() => setDefaultCACertificates(getCACertificates("bundled")))

const wrong = (url: string) => url.replace("user:password", "user:wrong")

describe("a relay that encrypts", () => {
  const through = async <T>(
    options: Parameters<typeof startSmtpPeer>[0],
    work: (mail: ReturnType<typeof mailer>, count: () => Promise<number>) => Promise<T>,
    url = (as: string) => as,
  ) => {
    const peer = await startSmtpPeer(options)
    const mail = mailer({ smtpUrl: url(peer.url), from, patience: 3000 })
    try {
      return await work(mail, peer.count)
    } finally {
      mail.close()
      await peer.stop()
    }
  }
  const ways = [
    { secure: false, login: false },
    { secure: false, login: true },
    { secure: true, login: false },
    { secure: true, login: true },
  ]

  for (const way of ways) {
    const name = `${way.secure ? "from the start" : "by STARTTLS"}, with AUTH ${way.login ? "LOGIN" : "PLAIN"}`
    it(`takes a letter ${name}`, () =>
      through({ ...way, account, certificate: known }, async (mail, count) => {
        assert.equal(await mail.trouble(), undefined)
        const receipt = await mail.send(letter)
        assert.deepEqual([receipt.state, await count()], ["accepted", 1], receipt.server_answer)
      }))
  }

  for (const secure of [false, true])
    for (const [whose, certificate] of Object.entries({ unknown, ofAnother }))
      it(`is not spoken to with a certificate ${whose}${secure ? "" : ", by STARTTLS"}`, () =>
        through({ secure, account, certificate }, async (mail, count) => {
          const trouble = await mail.trouble()
          assert.equal(trouble?.kind, "certificate")
          assert.match(troubleInWords("fr", trouble), /certificat n’est pas reconnu .*pas même le mot de passe/)
          const { state, about } = await mail.send(letter)
          assert.deepEqual([state, about, await count()], ["deferred", "relay", 0])
        }))

  it("that refuses the password is said to, and the letter waits", () =>
    through(
      { account, certificate: known },
      async (mail, count) => {
        const trouble = await mail.trouble()
        assert.equal(trouble?.kind, "password")
        assert.match(troubleInWords("fr", trouble), /refuse le nom ou le mot de passe .*535/)
        const { state, about } = await mail.send(letter)
        assert.deepEqual([state, about, await count()], ["deferred", "relay", 0])
      },
      wrong,
    ))

  it("is not given a password once it hides that it encrypts", () =>
    through(
      {},
      async (mail) => assert.equal((await mail.trouble())?.kind, "unencrypted"),
      (url) => `${url.replace("//", `//${account}@`)}?requireTLS=true`,
    ))
})

describe("a mailbox that encrypts", () => {
  const peerOf = async <T>(
    options: Parameters<typeof startImapPeer>[0],
    work: (peer: Awaited<ReturnType<typeof startImapPeer>>) => Promise<T>,
  ) => {
    const peer = await startImapPeer(options)
    try {
      return await work(peer)
    } finally {
      await peer.stop()
    }
  }

  for (const secure of [false, true]) {
    const when = secure ? "from the start" : "by STARTTLS"
    it(`is read ${when}`, () =>
      peerOf({ secure, certificate: known }, async (peer) => {
        assert.equal(await inboxTrouble(peer.url), undefined)
        peer.put("Subject: 1\r\n\r\nBonjour\r\n")
        const taken: string[] = []
        const inbox = imapInbox({ imapUrl: peer.url, deliver: async ({ key }) => void taken.push(key), wait: 20 })
        const limit = Date.now() + 8000
        while (taken.length === 0 && Date.now() < limit) await setTimeout(10)
        await inbox.stop()
        assert.deepEqual(taken, ["INBOX:7:101"])
      }))
    it(`is not spoken to with a certificate nobody knows, ${when}`, () =>
      peerOf({ secure, certificate: unknown }, async (peer) => {
        const trouble = await inboxTrouble(peer.url)
        assert.equal(trouble?.kind, "certificate")
        const told: string[] = []
        const inbox = imapInbox({
          imapUrl: peer.url,
          deliver: async () => {},
          trouble: (words) => void told.push(words),
          wait: 20,
        })
        const limit = Date.now() + 8000
        while (told.length === 0 && Date.now() < limit) await setTimeout(10)
        await inbox.stop()
        assert.match(told[0] ?? "", /its certificate is not known/)
      }))
    it(`that refuses the password is said to, ${when}`, () =>
      peerOf({ secure, certificate: known }, async (peer) =>
        assert.equal((await inboxTrouble(wrong(peer.url)))?.kind, "password"),
      ))
  }

  it("is unreachable where nobody listens", async () =>
    assert.equal((await inboxTrouble("imap://user:password@127.0.0.1:1/INBOX"))?.kind, "unreachable"))
})

describe("a password", () => {
  it("goes only encrypted to another machine", () => {
    assert.equal(mustEncrypt("smtp://user:password@mail.example:587"), true)
    assert.equal(mustEncrypt("smtp://user:password@localhost:25"), false)
    assert.equal(mustEncrypt("smtp://mail.example:25"), false)
  })
})
