import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { reportOfPath, reportOfText } from "./report-of.ts"

describe("a report by its path", () => {
  it("has the number, the title and the commission that institutions write in names", () => {
    const cases: [string, string | null, string, string | null][] = [
      ["Rapport 214 - Plan vélo régional.pdf", "214", "Plan vélo régional", null],
      ["Commission Mobilités/Rapport n°214 - Plan vélo.pdf", "214", "Plan vélo", "Commission Mobilités"],
      ["03_Commission_Finances/12_Budget_supplementaire.docx", "12", "Budget supplementaire", "Commission Finances"],
      ["3.12 Subventions aux associations.pdf", "3.12", "Subventions aux associations", null],
      ["2026-CR-14 Schéma régional.odt", "2026-CR-14", "Schéma régional", null],
      ["Point 7.pdf", "7", "Point 7", null],
      ["Note de synthèse.pdf", null, "Note de synthèse", null],
      ["2026 en chiffres.pdf", null, "2026 en chiffres", null],
    ]
    for (const [path, number, title, commission] of cases)
      assert.deepEqual(reportOfPath(path), { number, title, commission }, path)
  })
})

describe("a report by its first page", () => {
  it("says its number, its object, who reports, the commission and the money", () => {
    const text = `CONSEIL RÉGIONAL DES DEUX-RIVES
Session du 25 juin 2026

RAPPORT N° 214

Commission : Mobilités et infrastructures
Rapporteure : Mme Édith Vasseur
Objet : Plan vélo régional 2026-2031, modification
du règlement d’intervention

Il est proposé d’affecter une autorisation de programme de 18 000 000 €, dont 1 250 000,50 € en 2026.`
    assert.deepEqual(reportOfText(text), {
      number: "214",
      title: "Plan vélo régional 2026-2031, modification du règlement d’intervention",
      rapporteur: "Mme Édith Vasseur",
      commission: "Mobilités et infrastructures",
      amount_cents: 1_800_000_000n,
    })
  })

  it("reads sums as they are written", () => {
    const cases: [string, bigint | undefined][] = [
      ["une aide de 18 M€", 1_800_000_000n],
      ["1,5 million d’euros", 150_000_000n],
      ["12 500,75 euros", 1_250_075n],
      ["3.400.000 €", 340_000_000n],
      ["250 k€", 25_000_000n],
      ["en 2026, 40 % des lycées", undefined],
    ]
    for (const [text, cents] of cases) assert.equal(reportOfText(text).amount_cents, cents, text)
  })

  it("says nothing of what it does not recognise", () => assert.deepEqual(reportOfText("Bonjour."), {}))
})
