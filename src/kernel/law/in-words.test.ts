import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { dueDate, hoursAfter, noticeDeadline } from "./deadline.ts"
import { inWords } from "./in-words.ts"
import { majorityReached } from "./majority.ts"
import { quorumAt } from "./quorum.ts"

const event = Temporal.PlainDate.from("2026-05-21")

describe("an explanation", () => {
  it("tells how a convocation is counted, holidays by name", () => {
    const kind = "clear_days_before"
    const { explanation } = noticeDeadline({ kind, n: 7, event, country: "BE", count_basis: "receipt" })
    assert.deepEqual(inWords("fr", explanation), [
      "Le délai est de 7 jours francs avant le jeudi 21 mai 2026\u00a0: ni le premier ni le dernier jour ne comptent.",
      "Il se compte à partir de la réception.",
      "Samedis, dimanches et jours fériés comptent\u00a0: il y en a 3 dans le délai.",
      "Le jeudi 14 mai 2026 (Ascension) compte comme un autre jour.",
      "Dernier jour permis\u00a0: le mercredi 13 mai 2026.",
    ])
  })

  it("tells a weekday by its name and its rank", () => {
    const { explanation } = dueDate({ kind: "nth_weekday_after", n: 10, weekday: 5, event, country: "FR" })
    assert.equal(inWords("fr", explanation)[0], "Le 10e vendredi qui suit le jeudi 21 mai 2026.")
    assert.equal(inWords("en", explanation)[0], "The 10th Friday after Thursday 21 May 2026.")
  })

  it("tells hours by the clock", () => {
    const { explanation } = hoursAfter(72, Temporal.ZonedDateTime.from("2026-03-28T10:00[Europe/Brussels]"))
    assert.match(inWords("en", explanation)[1]!, /Tuesday 31 March 2026, 11:00/)
  })

  it("tells a quorum with the names of people", () => {
    const at = Temporal.Instant.from("2026-05-21T18:00:00Z")
    const { explanation } = quorumAt(
      {
        rule: { of: "members_up_to_date", fraction: [2, 3], strictly: false, counts: "present_or_represented" },
        proxies: { per_holder: 1 },
        members: ["p1", "p2", "p3"].map((person) => ({ person, up_to_date: true })),
        events: [
          { at, kind: "arrived", person: "p1" },
          { at, kind: "proxy_given", from: "p3", to: "p2" },
        ],
      },
      at,
    )
    const name = (person: string) => ({ p2: "Bruno", p3: "Clara" })[person] ?? person
    assert.deepEqual(inWords("fr", explanation, name), [
      "Il faut au moins les deux tiers de 3 membres à jour de cotisation, soit 2.",
      "1 membre est présent.",
      "Personne n’est représenté.",
      "La procuration de Clara attend l’arrivée de Bruno.",
      "Le quorum n’est pas atteint\u00a0: 1 pour 2.",
    ])
  })

  it("tells a majority", () => {
    const { explanation } = majorityReached(
      { majority: { kind: "absolute" }, of: "votes_cast", blanks: "apart", abstentions: "apart", tie: "rejected" },
      { for: 8n, against: 8n, abstained: 1n, blank: 0n },
    )
    assert.deepEqual(inWords("fr", explanation), [
      "8 pour, 8 contre.",
      "1 abstention n’entre pas dans le compte.",
      "Majorité absolue\u00a0: plus de la moitié de 16 suffrages exprimés.",
      "Il faut donc 9 voix pour.",
      "À égalité, la proposition est rejetée.",
      "C’est rejeté.",
    ])
  })
})
