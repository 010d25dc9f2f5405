import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { countLists } from "./count-lists.ts"
import { countUrn } from "./count-urn.ts"
import { readLists } from "./read-lists.ts"
import { readShares, writtenShares } from "./read-shares.ts"

describe("lists as they are written", () => {
  it("are read with spaces of any kind in their figures, and those on them", () => {
    assert.deepEqual(readLists("Liste 2 : 1 234\n - Ana Roy : 120\n– Bo\n\nRives: d’Or ; 7"), [
      {
        name: "Liste 2",
        votes: 1234n,
        members: [
          { name: "Ana Roy", own: 120n },
          { name: "Bo", own: null },
        ],
      },
      { name: "Rives: d’Or", votes: 7n, members: [] },
    ])
  })
  it("are refused with their line", () => {
    const refused = (text: string) => {
      try {
        return readLists(text)
      } catch (error) {
        return (error as { code: string; facts: object }).facts
      }
    }
    assert.deepEqual(refused("A : 3\nB"), { line: 2, name: "B" })
    assert.deepEqual(refused("- Ana"), { line: 1 })
    assert.throws(() => readLists(" \n"), { code: "votes.count.no_lists" })
    assert.throws(() => readLists("A : 99999999999999999999"), { code: "votes.count.no_votes" })
  })
})

describe("seats of lists", () => {
  const lists = readLists("A : 500\n- Ana : 10\n- Bo : 40\nB : 340\n- Cy\n- Di\nC : 160")
  it("go to those with most votes for themselves, or in the order of the list", () => {
    const found = countLists(lists, { seats: 3, way: "dhondt", byVotes: false }, "fr")
    assert.deepEqual(
      found.lists.map(({ seats, who }) => [seats, who]),
      [
        [2, ["Bo", "Ana"]],
        [1, ["Cy"]],
        [0, []],
      ],
    )
  })
  it("of a French region wait for the second round, where the first has a quarter of them", () => {
    const first = countLists(
      readLists("A : 45\nB : 40\nC : 15"),
      { seats: 20, way: "regional_first", byVotes: true },
      "fr",
    )
    assert.deepEqual(first.lists[0]!.seats, null)
    assert.match(first.trace.join(" "), /il y a un second tour.*A, B et C peuvent se maintenir/)
    const second = countLists(readLists("A : 55\nB : 45"), { seats: 20, way: "regional_second", byVotes: true }, "fr")
    assert.deepEqual(
      second.lists.map(({ seats }) => seats),
      [13, 7],
    )
  })
  it("are given to nobody between equals, unless that was declared", () => {
    const equal = readLists("A : 10\nB : 10")
    const how = { seats: 1, way: "sainte_lague" } as const
    assert.equal(countLists(equal, { ...how, byVotes: false }, "fr").open, true)
    assert.deepEqual(
      countLists(equal, { ...how, byVotes: true }, "fr").lists.map(({ seats }) => seats),
      [1, 0],
    )
  })
})

describe("an urn", () => {
  const blt = '3 2\n5 1 2 0\n3 2 1 0\n1 1 0\n2 3 0\n0\n"Ana Roy"\n"Bo"\n"Cy"\n"Deux places"\n'
  const wanted = { method: "approval", seats: null, shares: "", round: 1, rounds: 2, enrolled: null } as const
  it("is counted with its own seats, or with those that are said", () => {
    const found = countUrn(blt, wanted, "fr")
    assert.deepEqual(
      found.candidates.map(({ name, votes, elected }) => [name, votes, elected]),
      [
        ["Ana Roy", "9", true],
        ["Bo", "8", true],
        ["Cy", "2", false],
      ],
    )
    assert.equal(countUrn(blt, { ...wanted, seats: 3 }, "fr").candidates[2]!.elected, true)
  })
  it("keeps shares that are written as they are read, and refuses them where nothing would keep them", () => {
    const shares = "au moins 1 : Cy\nau plus 1 : Ana Roy, 2"
    const bounds = readShares(shares, ["Ana Roy", "Bo", "Cy"], 2)
    assert.equal(writtenShares(bounds, ["Ana Roy", "Bo", "Cy"]), "au moins 1 : Cy\nau plus 1 : Ana Roy, Bo")
    assert.equal(countUrn(blt, { ...wanted, shares: "au moins 1 : Cy" }, "fr").candidates[2]!.elected, true)
    assert.throws(() => countUrn(blt, { ...wanted, method: "borda", shares }, "fr"), { code: "votes.count.no_shares" })
    assert.throws(() => readShares("au moins 1 : Eva", ["Ana"], 1), { code: "votes.count.share_of_nobody" })
    assert.throws(() => readShares("la moitié", ["Ana"], 1), { code: "votes.count.share_unread" })
  })
})
