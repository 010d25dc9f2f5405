import assert from "node:assert/strict"
import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from "node:crypto"
import { before, describe, it } from "node:test"
import { Refusal } from "../refusal.ts"
import { asBytes, asText, fromGroups, joined, randomBytes, told } from "./bytes.ts"
import { enclose, keyOf, makeKeys } from "./envelope.ts"
import { openUrn, shuffled } from "./open-urn.ts"
import { answers, fingerprintOf, type Question, type Vote } from "./question.ts"
import { receiptOf, sealVote } from "./seal-vote.ts"
import { recombine, takeShare } from "./shares.ts"
import { aboutVote, makeUrn, type Urn } from "./urn.ts"
import { roomFor, writeVote } from "./vote.ts"

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const asked = (question: Partial<Question>): Question => ({
  kind: "choice",
  words: "Le rapport moral est-il approuvé ?",
  options: ["Pour", "Contre", "Abstention"],
  least: 1,
  most: 1,
  highest: 1,
  ties: false,
  blank: true,
  ...question,
})
const report = asked({})
const candidates = ["Nora Lemaire", "Karim Bensaïd", "Jeanne Roux", "Paul Vasseur", "Inès Duhamel"]
const order = asked({ kind: "ranking", words: "Qui au bureau ?", options: candidates, most: 5, highest: 5 })
const grades = asked({ kind: "grades", words: "Quel texte ?", options: candidates, least: 0, most: 5, highest: 6 })
const voices = asked({ kind: "points", words: "Dix voix", options: candidates, least: 1, most: 10, highest: 4 })
const questions = [report, order, grades, voices]
const room = roomFor(questions)
const vote = (...marks: number[]): Vote => ({ blank: false, marks })
const blank = (question: Question): Vote => ({ blank: true, marks: question.options.map(() => 0) })
const yes = vote(1, 0, 0)
const no = vote(0, 1, 0)

let urn: Urn
let shares: string[]
const seal = (of: Vote, question = report, into = urn) => sealVote({ urn: into, question, room, vote: of })
const open = (ciphertexts: string[], question = report) =>
  openUrn({ urn, question, room, ciphertexts, shares: shares.slice(0, 2) })

before(async () => {
  const keys = await Promise.all(Array.from({ length: 3 }, makeKeys))
  urn = await makeUrn({ ballot: "ballot-1", needed: 2, tellers: keys.map(({ key }, at) => ({ teller: `${at}`, key })) })
  shares = await Promise.all(keys.map(({ secret }, at) => takeShare(urn, `${at}`, secret)))
})

describe("a sealed vote", () => {
  it("comes out of the urn as it went in, of each kind of question", async () => {
    const cast: [Question, Vote[]][] = [
      [report, [yes, no, vote(0, 0, 1), blank(report)]],
      [order, [vote(2, 0, 1, 0, 0), vote(1, 2, 3, 4, 5), blank(order)]],
      [grades, [vote(6, 5, 4, 0, 1), vote(0, 0, 0, 0, 0), blank(grades)]],
      [voices, [vote(4, 4, 2, 0, 0), vote(1, 0, 0, 0, 0)]],
    ]
    for (const [question, votes] of cast) {
      const sealed = await Promise.all(votes.map((one) => seal(one, question)))
      const opened = await open(
        sealed.map(({ ciphertext }) => ciphertext),
        question,
      )
      assert.deepEqual(opened, { votes, nulls: 0, unreadable: 0, copies: 0 })
    }
  })

  it("has one length, whatever is voted and on which question of the ballot", async () => {
    const lengths = new Set<number>()
    for (const question of questions) {
      const all = question === report ? [yes, no, blank(report)] : [blank(question), vote(1, 0, 0, 0, 0)]
      for (const one of all) lengths.add((await seal(one, question)).ciphertext.length)
    }
    // The envelope’s 48, two at the head, two for each of five options: 60 bytes.
    assert.deepEqual([...lengths], [80])
  })

  it("is never twice the same, and has a receipt of its own", async () => {
    const sealed = await Promise.all(Array.from({ length: 200 }, () => seal(yes)))
    assert.equal(new Set(sealed.map(({ ciphertext }) => ciphertext)).size, 200)
    assert.equal(new Set(sealed.map(({ receipt }) => receipt)).size, 200)
    for (const { ciphertext, receipt } of sealed) assert.equal(await receiptOf(ciphertext, room), receipt)
  })

  it("opens for no other question, however small the change, and for no other ballot", async () => {
    const { ciphertext } = await seal(yes)
    const others: Question[] = [
      { ...report, words: `${report.words} ` },
      { ...report, options: ["Contre", "Pour", "Abstention"] },
      { ...report, options: ["Pour", "Contre", "Abstention", ""] },
      { ...report, most: 2 },
      { ...report, least: 0 },
      { ...report, blank: false },
      { ...report, ties: true },
      { ...report, kind: "grades" },
    ]
    for (const other of others)
      assert.deepEqual(await open([ciphertext], other), { votes: [], nulls: 1, unreadable: 1, copies: 0 })
    const elsewhere = await seal(yes, report, { ...urn, ballot: "ballot-2" })
    assert.equal((await open([elsewhere.ciphertext])).unreadable, 1)
  })

  it("does not open with one bit changed, wherever", async () => {
    const bytes = asBytes((await seal(yes)).ciphertext)!
    const altered = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const one = bytes.slice()
      one[bit >> 3]! ^= 1 << (bit & 7)
      return asText(one)
    })
    const opened = await open(altered)
    assert.deepEqual(opened, { votes: [], nulls: altered.length, unreadable: altered.length, copies: 0 })
  })

  it("is not sealed when it answers nothing", async () => {
    const nothing: [Question, Vote][] = [
      [report, vote(1, 1, 0)],
      [report, vote(0, 0, 0)],
      [report, vote(2, 0, 0)],
      [report, vote(1, 0)],
      [report, vote(-1, 1, 0)],
      [report, vote(0.5, 0, 0)],
      [report, { blank: true, marks: [1, 0, 0] }],
      [{ ...report, blank: false }, blank(report)],
      [order, vote(1, 3, 0, 0, 0)],
      [order, vote(1, 1, 0, 0, 0)],
      [order, vote(0, 0, 0, 0, 0)],
      [grades, vote(7, 0, 0, 0, 0)],
      [voices, vote(4, 4, 3, 0, 0)],
      [voices, vote(5, 0, 0, 0, 0)],
    ]
    for (const [question, one] of nothing)
      await assert.rejects(seal(one, question), refused("sealed.not_a_vote"), JSON.stringify(one))
    assert.ok(answers({ ...order, ties: true }, vote(1, 1, 2, 0, 0)))
    assert.throws(() => roomFor([{ ...report, options: Array(1001).fill("") }]), refused("sealed.too_many_options"))
  })

  it("is read by anybody’s HPKE, written from the standard alone", async () => {
    // RFC 9180, A.1.1: what a recipient's key is made of, and the key.
    const ikm = new Uint8Array(Buffer.from("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037", "hex"))
    const published = "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d"
    assert.equal(Buffer.from(asBytes(await keyOf(ikm))!).toString("hex"), published)
    const secret = await recombine(urn, shares)
    const { ciphertext } = await seal(no)
    const about = told(aboutVote(urn.ballot, await fingerprintOf(report)))
    assert.deepEqual(openedByHand(secret, about, asBytes(ciphertext)!), Buffer.from(writeVote(report, room, no)))
  })
})

describe("the opening of an urn", () => {
  it("counts a copied ciphertext once, so that copying shows nobody’s vote", async () => {
    const [one, other] = [await seal(yes), await seal(no)]
    const copies = [one.ciphertext, other.ciphertext, one.ciphertext, one.ciphertext]
    assert.deepEqual(await open(copies), { votes: [yes, no], nulls: 0, unreadable: 0, copies: 2 })
    // Nor can the same bytes be written in another way.
    const text = one.ciphertext
    for (const disguised of [`${text}=`, `${text} `, ` ${text}`, text.replaceAll("-", "+"), `${text}A`].filter(
      (written) => written !== text,
    )) {
      await assert.rejects(receiptOf(disguised, room), refused("sealed.not_a_sealed_vote"))
      assert.equal((await open([text, disguised])).votes.length, 1)
    }
  })

  it("makes null what is no vote, and stops at nothing that was sent", async () => {
    const about = aboutVote(urn.ballot, await fingerprintOf(report))
    const written = writeVote(report, room, yes)
    const changed = (at: number, to: number) => {
      const bytes = written.slice()
      bytes[at] = to
      return bytes
    }
    // Sealed as the page would, but with something else in it: another form, a mark beyond the options, two marks, blank and marked.
    const contents = [changed(0, 2), changed(1, 1), changed(1, 7), changed(5, 1), changed(11, 1), changed(2, 255)]
    const wrong = await Promise.all(contents.map(async (bytes) => asText(await enclose(urn.key, about, bytes))))
    const short = asText(await enclose(urn.key, about, written.slice(0, 4)))
    const rubbish = ["", "é", "AAAA", "A".repeat(1_000_000), asText(randomBytes(60)), short]
    const { ciphertext } = await seal(yes)
    const opened = await open([...rubbish, ...wrong, ciphertext])
    assert.deepEqual(opened, { votes: [yes], nulls: 12, unreadable: 6, copies: 0 })
    for (const text of rubbish.toSpliced(4, 1))
      await assert.rejects(receiptOf(text, room), refused("sealed.not_a_sealed_vote"))
  })

  it("stands any bytes", async () => {
    const some = Array.from({ length: 400 }, (_, at) => asText(randomBytes(at)))
    assert.deepEqual(await open(some), { votes: [], nulls: 400, unreadable: 400, copies: 0 })
    for (let length = 0; length < 200; length++) {
      const bytes = randomBytes(length)
      assert.deepEqual(asBytes(asText(bytes)), bytes)
      assert.equal(asText(bytes), Buffer.from(bytes).toString("base64url"))
      assert.ok((fromGroups(asText(bytes)) ?? bytes) instanceof Uint8Array)
    }
  })

  it("takes an empty urn, and one where everybody votes the same", async () => {
    assert.deepEqual(await open([]), { votes: [], nulls: 0, unreadable: 0, copies: 0 })
    const all = await Promise.all(Array.from({ length: 20 }, () => seal(no)))
    assert.deepEqual((await open(all.map(({ ciphertext }) => ciphertext))).votes, Array(20).fill(no))
  })

  it("gives a thousand votes back, sorted, and the same from any two tellers", async () => {
    const votes = Array.from({ length: 1000 }, (_, at) => vote(...shuffled([1, 2, 3, at % 2 ? 4 : 0, 0])))
      .map(({ marks }) => marks)
      .filter((marks) => answers(order, vote(...marks)))
      .map((marks) => vote(...marks))
    const sealed = await Promise.all(votes.map((one) => seal(one, order)))
    const ciphertexts = sealed.map(({ ciphertext }) => ciphertext)
    const [one, other] = [
      await openUrn({ urn, question: order, room, ciphertexts, shares: shares.slice(0, 2) }),
      await openUrn({ urn, question: order, room, ciphertexts: shuffled(ciphertexts), shares: shares.slice(1) }),
    ]
    assert.deepEqual(one, other)
    const sorted = (some: Vote[]) => some.map(({ marks }) => marks.join()).toSorted((a, b) => a.localeCompare(b))
    assert.deepEqual(sorted(one.votes), sorted(votes))
  })

  it("needs enough right shares", async () => {
    const { ciphertext } = await seal(yes)
    const asking = { urn, question: report, room, ciphertexts: [ciphertext] }
    await assert.rejects(openUrn({ ...asking, shares: [] }), refused("sealed.too_few_shares"))
    await assert.rejects(openUrn({ ...asking, shares: [shares[0]!, shares[0]!] }), refused("sealed.too_few_shares"))
    const wrong = asText(randomBytes(33))
    await assert.rejects(openUrn({ ...asking, shares: [shares[0]!, wrong] }), refused("sealed.wrong_share"))
  })

  it("shuffles every order as often as any other", () => {
    const seen = new Map<string, number>()
    for (let time = 0; time < 24_000; time++) {
      const order = shuffled([1, 2, 3, 4]).join("")
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    assert.equal(seen.size, 24)
    // Chi-squared of 23 degrees: above 65 once in a hundred thousand runs.
    const distance = [...seen.values()].reduce((sum, times) => sum + (times - 1000) ** 2 / 1000, 0)
    assert.ok(distance < 65, `${distance}`)
  })
})

/** RFC 9180, base mode, X25519 + HKDF-SHA256 + AES-256-GCM, on Node's own primitives: sections 4, 4.1 and 5.1. */
function openedByHand(ikm: Uint8Array, info: Uint8Array, envelope: Uint8Array): Buffer {
  const hmac = (key: Uint8Array, data: Uint8Array) => createHmac("sha256", key).update(data).digest()
  const number = (value: number) => Uint8Array.of(value >> 8, value & 255)
  const letters = (text: string) => new TextEncoder().encode(text)
  const extract = (suite: Uint8Array, salt: Uint8Array, label: string, data: Uint8Array) =>
    hmac(salt, joined(letters("HPKE-v1"), suite, letters(label), data))
  const expand = (suite: Uint8Array, key: Uint8Array, label: string, data: Uint8Array, length: number) =>
    hmac(key, joined(number(length), letters("HPKE-v1"), suite, letters(label), data, Uint8Array.of(1))).subarray(
      0,
      length,
    )
  const none = new Uint8Array()
  const kem = joined(letters("KEM"), number(0x20))
  const suite = joined(letters("HPKE"), number(0x20), number(1), number(2))
  const der = Buffer.from("302e020100300506032b656e04220420", "hex")
  const own = expand(kem, extract(kem, none, "dkp_prk", ikm), "sk", none, 32)
  const privateKey = createPrivateKey({ key: Buffer.concat([der, own]), format: "der", type: "pkcs8" })
  const x = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url")
  const enc = envelope.subarray(0, 32)
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "X25519", x: x(enc) }, format: "jwk" })
  const ownPublic = Buffer.from(createPublicKey(privateKey).export({ format: "jwk" }).x!, "base64url")
  const dh = diffieHellman({ privateKey, publicKey })
  const shared = expand(kem, extract(kem, none, "eae_prk", dh), "shared_secret", joined(enc, ownPublic), 32)
  const context = joined(
    Uint8Array.of(0),
    extract(suite, none, "psk_id_hash", none),
    extract(suite, none, "info_hash", info),
  )
  const scheduled = extract(suite, shared, "secret", none)
  const key = expand(suite, scheduled, "key", context, 32)
  const nonce = expand(suite, scheduled, "base_nonce", context, 12)
  const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(envelope.subarray(-16))
  return Buffer.concat([decipher.update(envelope.subarray(32, -16)), decipher.final()])
}
