import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { historyByDay } from "./history-by-day.ts"

const at = (instant: string) => Temporal.Instant.from(instant)
const happened = (name: string, instant: string, item_title: string | null = null, by = "Inès Vandermeer") => ({
  name,
  at: at(instant),
  by,
  item_title,
})

describe("the history of a meeting", () => {
  it("is told day by day in its zone, each kind by each hand once, with its items in the order of the evening", () => {
    const days = historyByDay(
      [
        happened("minutes.circulated", "2026-05-22T08:00:00Z"),
        happened("agenda.started", "2026-05-21T22:30:00Z", "Divers"),
        happened("agenda.started", "2026-05-21T18:30:00Z", "Budget"),
        happened("agenda.noted", "2026-05-21T18:20:00Z", "Comptes", "Karim Aït-Saïd"),
        happened("agenda.started", "2026-05-21T18:10:00Z", "Comptes"),
        happened("meetings.opened", "2026-05-21T18:00:00Z"),
      ],
      "Europe/Brussels",
    )
    assert.deepEqual(
      days.map(({ day, lines }) => [String(day), lines.map(({ name, by, count, items }) => [name, by, count, items])]),
      [
        [
          "2026-05-22",
          [
            ["minutes.circulated", "Inès Vandermeer", 1, []],
            ["agenda.started", "Inès Vandermeer", 1, ["Divers"]],
          ],
        ],
        [
          "2026-05-21",
          [
            ["agenda.started", "Inès Vandermeer", 2, ["Comptes", "Budget"]],
            ["agenda.noted", "Karim Aït-Saïd", 1, ["Comptes"]],
            ["meetings.opened", "Inès Vandermeer", 1, []],
          ],
        ],
      ],
    )
    const [started] = days[1]!.lines
    assert.deepEqual([started!.first, started!.last].map(String), ["2026-05-21T18:10:00Z", "2026-05-21T18:30:00Z"])
  })
})
