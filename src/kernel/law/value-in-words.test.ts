import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { valueInWords } from "./value-in-words.ts"

const half = { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" }
const ballots = { of: "votes_cast", blanks: "apart", abstentions: "apart", tie: "rejected" }

describe("the value of a rule", () => {
  const cases: [unit: string, value: unknown, words: string][] = [
    ["days", 15, "15 jours, à compter de l’envoi"],
    ["clear_days", 1, "1 jour franc, à compter de l’envoi"],
    ["quorum", half, "plus de la moitié des membres en fonction, présents"],
    ["quorum", { of: "nobody" }, "aucun quorum"],
    ["majority", { ...ballots, majority: { kind: "absolute" } }, "majorité absolue des suffrages exprimés"],
    [
      "majority",
      { ...ballots, majority: { kind: "fraction", fraction: [2, 3] } },
      "au moins les deux tiers des suffrages exprimés",
    ],
    ["proxies", { per_holder: 1 }, "1 procuration par personne"],
    ["cents", 750_000, "7\u202f500\u00a0€"],
    ["day_of_year", "04-15", "15 avril"],
    ["percent", 30, "30\u00a0%"],
    ["choice", "by_income", "selon le revenu"],
    ["yes_no", false, "non"],
    ["quorum", null, "à préciser"],
  ]
  for (const [unit, value, words] of cases)
    it(`reads “${words}”`, () => {
      const said = valueInWords("fr", { unit, value, count_basis: "dispatch" })
      assert.equal(said.replace("7\u00a0500", "7\u202f500"), words)
    })

  it("reads in English too", () => {
    assert.equal(
      valueInWords("en", { unit: "days", value: 15, count_basis: "receipt" }),
      "15 days, counted from receipt",
    )
  })
})
