import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { Refusal } from "../refusal.ts"
import { asBytes, asText } from "./bytes.ts"
import { makeKeys } from "./envelope.ts"
import { fromPaper, onPaper, passShare, receiveShare, rehearse, takeShare } from "./shares.ts"
import { makeUrn, spoken, type Urn } from "./urn.ts"

const ballot = "0199-ballot"
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

/** An urn with the share that each teller takes out in their own browser. */
const prepared = async (tellers: number, needed: number, of = ballot) => {
  const keys = await Promise.all(Array.from({ length: tellers }, makeKeys))
  const urn = await makeUrn({
    ballot: of,
    needed,
    tellers: keys.map(({ key }, at) => ({ teller: `teller-${at}`, key })),
  })
  const shares = await Promise.all(keys.map(({ secret }, at) => takeShare(urn, `teller-${at}`, secret)))
  return { urn, keys, shares }
}

const choices = <T>(of: readonly T[], size: number): T[][] =>
  size === 0 ? [[]] : of.flatMap((one, at) => choices(of.slice(at + 1), size - 1).map((rest) => [one, ...rest]))

describe("the key of an urn", () => {
  for (let tellers = 2; tellers <= 5; tellers++)
    for (let needed = 2; needed <= tellers; needed++)
      it(`of ${tellers} tellers opens with any ${needed} of them, and with none fewer`, async () => {
        const { urn, shares } = await prepared(tellers, needed)
        for (const some of [...choices(shares, needed), shares])
          assert.equal((await rehearse(urn, some)).tellers.length, some.length)
        for (const few of choices(shares, needed - 1))
          await assert.rejects(rehearse(urn, few), refused("sealed.too_few_shares"))
        // The same share said twice is one share.
        const twice = [...shares.slice(0, needed - 1), shares[0]!]
        await assert.rejects(rehearse(urn, twice), refused("sealed.too_few_shares"))
      })

  it("is never in one hand, and never in none", async () => {
    const tellers = (await Promise.all(Array.from({ length: 3 }, makeKeys))).map(({ key }, at) => ({
      teller: `${at}`,
      key,
    }))
    for (const needed of [-1, 0, 1, 4, 2.5, Number.NaN])
      await assert.rejects(makeUrn({ ballot, tellers, needed }), refused("sealed.needed"))
    await assert.rejects(makeUrn({ ballot, tellers: tellers.slice(0, 1), needed: 1 }), refused("sealed.needed"))
    await assert.rejects(
      makeUrn({ ballot, tellers: [...tellers, tellers[0]!], needed: 2 }),
      refused("sealed.teller_twice"),
    )
  })

  it("is different each time, and so are its shares", async () => {
    const [one, other] = [await prepared(3, 2), await prepared(3, 2)]
    assert.notEqual(one.urn.key, other.urn.key)
    assert.equal(new Set([...one.shares, ...other.shares]).size, 6)
  })

  it("refuses what is no key of a teller", async () => {
    const { key } = await makeKeys()
    for (const bad of ["", "x", key.slice(1), `${key}A`, asText(new Uint8Array(32)), "é".repeat(43)])
      await assert.rejects(
        makeUrn({
          ballot,
          needed: 2,
          tellers: [
            { teller: "a", key },
            { teller: "b", key: bad },
          ],
        }),
        refused("sealed.not_a_key"),
        bad,
      )
  })

  it("is not opened by shares of another urn, or by altered ones", async () => {
    const { urn, shares } = await prepared(3, 2)
    const other = await prepared(3, 2)
    await assert.rejects(rehearse(urn, [shares[0]!, other.shares[1]!]), refused("sealed.wrong_share"))
    for (let at = 0; at < 33; at++) {
      const bytes = asBytes(shares[1]!)!
      bytes[at]! ^= 1 << (at % 8)
      await assert.rejects(rehearse(urn, [shares[0]!, asText(bytes)]), refused("sealed.wrong_share"))
    }
    await assert.rejects(rehearse(urn, [shares[0]!, "not a share"]), refused("sealed.wrong_share"))
    const exchanged: Urn = { ...urn, key: other.urn.key }
    await assert.rejects(rehearse(exchanged, shares), refused("sealed.wrong_urn"))
    await assert.rejects(rehearse({ ...urn, probe: other.urn.probe }, shares), refused("sealed.wrong_urn"))
  })

  it("says aloud that a key, a share or the number needed was exchanged", async () => {
    const { urn, keys } = await prepared(3, 2)
    const said = await spoken(urn)
    assert.match(said, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    const { key } = await makeKeys()
    const others: Urn[] = [
      { ...urn, key },
      { ...urn, needed: 3 },
      { ...urn, ballot: "another" },
      { ...urn, tellers: urn.tellers.map((one, at) => (at === 1 ? { ...one, key } : one)) },
      { ...urn, tellers: urn.tellers.map((one, at) => (at === 1 ? { ...one, mark: urn.tellers[0]!.mark } : one)) },
    ]
    for (const other of others) assert.notEqual(await spoken(other), said)
    assert.notEqual(await spoken(key), await spoken(keys[0]!.key))
  })
})

describe("a teller's share", () => {
  it("opens for its teller alone", async () => {
    const { urn, keys } = await prepared(3, 2)
    await assert.rejects(takeShare(urn, "teller-0", keys[1]!.secret), refused("sealed.key_lost"))
    await assert.rejects(takeShare(urn, "teller-0", (await makeKeys()).secret), refused("sealed.key_lost"))
    await assert.rejects(takeShare(urn, "teller-0", ""), refused("sealed.key_lost"))
    await assert.rejects(takeShare(urn, "nobody", keys[0]!.secret), refused("sealed.no_teller"))
    const moved: Urn = {
      ...urn,
      tellers: urn.tellers.map((one) => ({ ...one, share: urn.tellers[0]!.share, key: urn.tellers[0]!.key })),
    }
    await assert.rejects(takeShare(moved, "teller-1", keys[0]!.secret), refused("sealed.key_lost"))
  })

  it("comes back from paper, however it is typed", async () => {
    const { urn, shares } = await prepared(3, 2)
    const paper = await onPaper(shares[2]!)
    assert.match(paper, /^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = [
      paper,
      paper.toLowerCase(),
      paper.replaceAll("-", " "),
      paper.replaceAll("-", "\n"),
      paper.replaceAll("0", "o").replaceAll("1", "l"),
    ]
    for (const text of typed) assert.deepEqual(await fromPaper(urn, text), { teller: "teller-2", share: shares[2] })
    // The teller who lost the key types the paper, and the urn opens.
    assert.deepEqual((await rehearse(urn, [shares[0]!, (await fromPaper(urn, paper)).share])).tellers, [
      "teller-0",
      "teller-2",
    ])
  })

  it("says of a paper what is wrong with it", async () => {
    const { urn, shares } = await prepared(3, 2)
    const other = await prepared(3, 2)
    const paper = await onPaper(shares[0]!)
    for (const text of ["", paper.slice(0, -5), `${paper}-AAAA`, paper.replace(/^./, "U"), paper.replace(/^./, "é")])
      await assert.rejects(fromPaper(urn, text), refused("sealed.paper_length"), text)
    const wrong = paper.startsWith("7") ? "8" : "7"
    await assert.rejects(fromPaper(urn, wrong + paper.slice(1)), refused("sealed.paper_mistyped"))
    await assert.rejects(fromPaper(urn, await onPaper(other.shares[0]!)), refused("sealed.paper_of_another"))
  })

  it("is passed to the teller who opens, and to that opening alone", async () => {
    const { urn, shares } = await prepared(3, 2)
    const opening = await makeKeys()
    const passed = await passShare(urn, shares[1]!, opening.key)
    assert.ok(!passed.includes(shares[1]!))
    assert.deepEqual(await receiveShare(urn, passed, opening.secret), { teller: "teller-1", share: shares[1] })
    const again = await makeKeys()
    await assert.rejects(receiveShare(urn, passed, again.secret), refused("sealed.not_passed_here"))
    await assert.rejects(
      receiveShare(urn, `${passed.slice(0, -2)}AA`, opening.secret),
      refused("sealed.not_passed_here"),
    )
    const other = await prepared(3, 2)
    await assert.rejects(passShare(urn, other.shares[0]!, opening.key), refused("sealed.wrong_share"))
    const ofAnother = await passShare(other.urn, other.shares[0]!, opening.key)
    await assert.rejects(receiveShare(urn, ofAnother, opening.secret), refused("sealed.not_passed_here"))
  })
})
