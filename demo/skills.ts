import { askSheets } from "../src/modules/skills/asking/ask.ts"
import { beginSkills } from "../src/modules/skills/list/begin.ts"
import { saySheet } from "../src/modules/skills/sheet/say.ts"
import type { Days } from "./calendar.ts"
import type { Scene, Stage } from "./stage.ts"

/** What somebody said: « Rédiger bien ; Photo et vidéo + » reads as skill, then `some`, `well`, `teaches`, and "+" for a wish. */
export type SheetTold = {
  can: Record<string, "some" | "well" | "teaches" | "+" | "some+" | "well+" | "teaches+">
  slots?: string[]
  hours?: number
  /** Away for so many weeks from today. */
  away?: number
  manner?: "phone" | "place"
  note?: string
  /** Members may see it. */
  shared?: true
  /** Typed by the secretariat from a paper. */
  paper?: true
}

/** A list is begun, everyone is asked, and some answer in the weeks that follow. */
export const skillsOf = (
  told: Record<string, SheetTold>,
  stage: Stage,
  { bodyId, secretary }: { bodyId: string; secretary: string },
  days: Days,
): Scene[] => {
  const asked = days.weekday(7, 6)
  return [
    {
      at: days.at(asked, "10:00"),
      play: async () => {
        await stage.act(secretary, beginSkills, { bodyId })
        await stage.act(secretary, askSheets, { bodyId })
      },
    },
    ...Object.entries(told).map(([name, sheet], nth) => ({
      at: days.at(asked.add({ days: 1 + (nth % 30) }), `${String(18 + (nth % 4)).padStart(2, "0")}:${10 + nth}`),
      play: async () => {
        const ids = await idsOf(stage, bodyId)
        await stage.act(sheet.paper ? secretary : name, saySheet, {
          bodyId,
          personId: stage.person(name),
          skills: Object.entries(sheet.can).map(([skill, how]) => ({
            skillId: ids.get(skill),
            level: how.replace("+", "") || null,
            wants: how.endsWith("+"),
          })),
          slots: sheet.slots ?? [],
          hoursMonth: sheet.hours ?? null,
          awayUntil: sheet.away ? days.today.add({ weeks: sheet.away }).toString() : null,
          manner: sheet.manner ?? null,
          note: sheet.note ?? null,
          shared: sheet.shared ?? false,
        })
      },
    })),
  ]
}

const idsOf = async (stage: Stage, bodyId: string): Promise<Map<string, string>> => {
  const rows = await stage.within(({ db }) =>
    db.selectFrom("skills").select(["id", "name"]).where("body_id", "=", bodyId).execute(),
  )
  return new Map(rows.map(({ id, name }) => [name, id]))
}
