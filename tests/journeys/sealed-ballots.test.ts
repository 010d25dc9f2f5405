import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Browser, Page } from "playwright-core"
import { type Keys, makeKeys } from "../../src/kernel/sealed-ballots/envelope.ts"
import { openUrn, type Opened } from "../../src/kernel/sealed-ballots/open-urn.ts"
import type { Question, Vote } from "../../src/kernel/sealed-ballots/question.ts"
import { type SealedVote, sealVote } from "../../src/kernel/sealed-ballots/seal-vote.ts"
import { passShare, receiveShare, takeShare } from "../../src/kernel/sealed-ballots/shares.ts"
import { makeUrn, type Urn } from "../../src/kernel/sealed-ballots/urn.ts"
import { scriptForPages, sealingPage } from "../sealed-ballots/browser.ts"
import { openBrowser } from "./app.ts"

const room = 3
const question: Question = {
  kind: "choice",
  words: "Le rapport financier est-il approuvé ?",
  options: ["Pour", "Contre", "Abstention"],
  least: 1,
  most: 1,
  highest: 1,
  ties: false,
  blank: true,
}
const votes: Vote[] = [
  [1, 0, 0],
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
].map((marks) => ({ blank: false, marks }))

/** Calls the package in a page as the page itself would. */
const there = <T>(page: Page, call: string, given?: unknown): Promise<T> =>
  page.evaluate(`(async () => (${call})(globalThis.sealed, ${JSON.stringify(given ?? null)}))()`)
const sealThere = (page: Page, urn: Urn) =>
  there<SealedVote[]>(
    page,
    `(sealed, { urn, question, room, votes }) => Promise.all(votes.map((vote) => sealed.sealVote({ urn, question, room, vote })))`,
    { urn, question, room, votes },
  )

describe("a ballot sealed in a browser", () => {
  let browser: Browser
  let script: string
  before(async () => {
    script = await scriptForPages()
    browser = await openBrowser()
  })
  after(() => browser?.close())

  for (const without of [false, true])
    it(`opens anywhere, ${without ? "from a browser that lacks the curve" : "with the browser’s own cryptography"}`, async () => {
      const page = await sealingPage(browser, script, { without })
      const lacks = await page.evaluate(
        `crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]).then(() => false, () => true)`,
      )
      assert.equal(lacks, without)

      // Two tellers on phones, one elsewhere; the urn is made elsewhere.
      const keys = [
        await there<Keys>(page, `({ makeKeys }) => makeKeys()`),
        await there<Keys>(page, `({ makeKeys }) => makeKeys()`),
        await makeKeys(),
      ]
      const urn = await makeUrn({
        ballot: "ballot-1",
        needed: 2,
        tellers: keys.map(({ key }, at) => ({ teller: `${at}`, key })),
      })
      const here = await Promise.all(votes.map((vote) => sealVote({ urn, question, room, vote })))
      const sealed = [...(await sealThere(page, urn)), ...here].map(({ ciphertext }) => ciphertext)
      assert.equal(new Set(sealed.map((text) => text.length)).size, 1)

      // What the phone's teller passes opens here …
      const opening = await makeKeys()
      const passed = await there<string>(
        page,
        `async ({ takeShare, passShare }, { urn, secret, to }) => passShare(urn, await takeShare(urn, "0", secret), to)`,
        { urn, secret: keys[0]!.secret, to: opening.key },
      )
      const shares = [
        await takeShare(urn, "2", keys[2]!.secret),
        (await receiveShare(urn, passed, opening.secret)).share,
      ]
      const opened = await openUrn({ urn, question, room, ciphertexts: sealed, shares })
      assert.deepEqual(opened, { votes: votes.flatMap((vote) => [vote, vote]), nulls: 0, unreadable: 0, copies: 0 })

      // … and what is passed to the phone opens there.
      const onPhone = await there<Keys>(page, `({ makeKeys }) => makeKeys()`)
      const given = await passShare(urn, shares[0]!, onPhone.key)
      const openedThere = await there<Opened>(
        page,
        `async ({ takeShare, receiveShare, openUrn }, { urn, question, room, sealed, given, secret, own }) => {
          const shares = [(await receiveShare(urn, given, secret)).share, await takeShare(urn, "1", own)]
          return openUrn({ urn, question, room, ciphertexts: sealed, shares })
        }`,
        { urn, question, room, sealed, given, secret: onPhone.secret, own: keys[1]!.secret },
      )
      assert.deepEqual(openedThere, opened)
      await page.close()
    })

  it("makes an urn there that opens here", async () => {
    const page = await sealingPage(browser, script)
    const keys = await Promise.all([makeKeys(), makeKeys()])
    const tellers = keys.map(({ key }, at) => ({ teller: `${at}`, key }))
    const urn = await there<Urn>(page, `({ makeUrn }, given) => makeUrn(given)`, { ballot: "b", needed: 2, tellers })
    const shares = await Promise.all(keys.map(({ secret }, at) => takeShare(urn, `${at}`, secret)))
    const sealed = (await sealThere(page, urn)).map(({ ciphertext }) => ciphertext)
    assert.deepEqual((await openUrn({ urn, question, room, ciphertexts: sealed, shares })).votes, votes)
    await page.close()
  })

  it("says why on a page that did not come encrypted", async () => {
    const page = await sealingPage(browser, script, { address: "http://urne.example/" })
    const code = await there(page, `({ makeKeys }) => makeKeys().then(() => "none", (refusal) => refusal.code)`)
    assert.equal(code, "sealed.page_not_encrypted")
    await page.close()
  })
})
