import { changeMatter } from "../src/modules/matters/change.ts"
import { closeMatter } from "../src/modules/matters/close.ts"
import { openMatter } from "../src/modules/matters/open.ts"
import type { Days } from "./calendar.ts"
import type { Scene, Stage } from "./stage.ts"
import type { MatterTold } from "./story.ts"

/** Matters are opened by whoever leads them, and say where they stand today. */
export const mattersOf = (
  told: MatterTold[],
  stage: Stage,
  { bodyId, matters }: { bodyId: string; matters: Map<string, string> },
  days: Days,
): Scene[] =>
  told.flatMap(({ key, title, standing, lead, weeks, confidential, closed }) => [
    {
      // The day before the week in which it is first spoken of.
      at: days.at(days.weekday(weeks + 6, 7), "17:20"),
      play: async () => {
        const wish = { bodyId, title, confidential: confidential ?? false }
        matters.set(key, (await stage.act(lead, openMatter, wish)).matterId)
      },
    },
    {
      at: days.at(days.weekday(closed ?? 1, 6), "11:30"),
      play: async () => {
        const matterId = matters.get(key)
        await stage.act(lead, changeMatter, { matterId, standing })
        if (closed) await stage.act(lead, closeMatter, { matterId })
      },
    },
  ])
