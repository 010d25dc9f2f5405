import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import { combine } from "shamir-secret-sharing"
import { asBytes, asText, joined, randomBytes } from "./bytes.ts"
import { keyOf, makeKeys, opener } from "./envelope.ts"
import { openUrn, shuffled } from "./open-urn.ts"
import { fingerprintOf, type Question, type Vote } from "./question.ts"
import { sealVote } from "./seal-vote.ts"
import { rehearse, takeShare } from "./shares.ts"
import { aboutVote, makeUrn, type Urn } from "./urn.ts"

// The administrator has the whole server: who voted, in which order, with which ciphertext, the public urn with its envelopes, and
// all shares but one of those needed. They try to tell who voted for, on a question where half did.

const voters = 1000
const question: Question = {
  kind: "choice",
  words: "Qui est élue secrétaire ?",
  options: ["Nora Lemaire", "Jeanne Roux"],
  least: 1,
  most: 1,
  highest: 1,
  ties: false,
  blank: false,
}
const room = 2
const choice = (first: boolean): Vote => ({ blank: false, marks: first ? [1, 0] : [0, 1] })

let urn: Urn
let shares: string[]
let secrets: boolean[]
let ciphertexts: string[]

before(async () => {
  const keys = await Promise.all(Array.from({ length: 5 }, makeKeys))
  urn = await makeUrn({ ballot: "b", needed: 3, tellers: keys.map(({ key }, at) => ({ teller: `${at}`, key })) })
  shares = await Promise.all(keys.map(({ secret }, at) => takeShare(urn, `${at}`, secret)))
  secrets = shuffled(Array.from({ length: voters }, (_, at) => at % 2 === 0))
  ciphertexts = await Promise.all(
    secrets.map(async (first) => (await sealVote({ urn, question, room, vote: choice(first) })).ciphertext),
  )
})

describe("an administrator with the whole server and all shares needed but one", () => {
  it("finds no bit of a ciphertext that goes with the vote", () => {
    const all = ciphertexts.map((text) => asBytes(text)!)
    const bits = all[0]!.length * 8
    // As many hits as heads in so many throws: 6 standard deviations, for the best of some thousand guesses.
    const most = voters / 2 + 6 * (Math.sqrt(voters) / 2)
    for (let bit = 0; bit < bits; bit++) {
      const hits = all.filter((bytes, at) => ((bytes[bit >> 3]! >> (bit & 7)) & 1) === Number(secrets[at])).length
      assert.ok(Math.max(hits, voters - hits) < most, `bit ${bit}: ${hits} of ${voters}`)
    }
    // Nor two neighbours of the list that are alike, nor a length, nor the sum of a ciphertext.
    assert.equal(new Set(ciphertexts.map((text) => text.length)).size, 1)
    const sums = all.map((bytes) => bytes.reduce((sum, byte) => sum + byte, 0))
    const middle = sums.toSorted((a, b) => a - b)[voters / 2]!
    const hits = sums.filter((sum, at) => sum > middle === secrets[at]).length
    assert.ok(Math.max(hits, voters - hits) < most)
  })

  it("cannot open with the shares they have, nor with one they make", async () => {
    const held = shares.slice(0, 2)
    await assert.rejects(rehearse(urn, held), { code: "sealed.too_few_shares" })
    const about = aboutVote(urn.ballot, await fingerprintOf(question))
    const bytes = held.map((share) => asBytes(share)!)
    const candidates = new Set<string>()
    for (let time = 0; time < 300; time++) {
      // The third share at another place than theirs: any bytes fit, and each gives another secret.
      const places = bytes.map((share) => share.at(-1)!)
      const place = Array.from({ length: 255 }, (_, at) => at + 1).find((at) => !places.includes(at))!
      const made = joined(randomBytes(32), Uint8Array.of(place))
      const secret = new Uint8Array(await combine([...bytes, made]))
      candidates.add(asText(secret))
      assert.notEqual(await keyOf(secret), urn.key)
      if (time < 20) assert.equal(await (await opener(secret, about))(asBytes(ciphertexts[time]!)!), null)
    }
    assert.equal(candidates.size, 300)
    // Without the library's good manners: two shares put together as if two were enough give no key either.
    assert.notEqual(await keyOf(new Uint8Array(await combine(bytes))), urn.key)
  })

  it("learns nothing from shares: two of three go with one secret as well as with another", async () => {
    // Whatever the secret were, there is a third share that makes it of the two they hold.
    const [one, two] = shares.slice(0, 2).map((share) => asBytes(share)!)
    const place = [1, 2, 3].find((at) => at !== one!.at(-1) && at !== two!.at(-1))!
    for (const value of [0, 1, 127, 255]) {
      const found = Array.from({ length: 256 }, (_, byte) => byte).map((byte) =>
        combine([
          Uint8Array.of(one![0]!, one!.at(-1)!),
          Uint8Array.of(two![0]!, two!.at(-1)!),
          Uint8Array.of(byte, place),
        ]),
      )
      assert.equal((await Promise.all(found)).filter(([secret]) => secret === value).length, 1)
    }
  })

  it("is told the same by the result whoever voted what", async () => {
    const asking = { urn, question, room, shares: shares.slice(0, 3) }
    const opened = await openUrn({ ...asking, ciphertexts })
    // The same votes by other voters: the ciphertexts in any other order of the list.
    assert.deepEqual(await openUrn({ ...asking, ciphertexts: shuffled(ciphertexts) }), opened)
    const half = voters / 2
    assert.deepEqual(opened.votes, [...Array(half).fill(choice(true)), ...Array(half).fill(choice(false))])
    // The best use of it is to guess by the result: right for half of them, as for any list.
    const hits = opened.votes.filter(({ marks }, at) => (marks[0] === 1) === secrets[at]).length
    assert.ok(Math.abs(hits - half) < 6 * (Math.sqrt(voters) / 2))
  })
})
