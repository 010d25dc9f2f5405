import { addPerson } from "../../src/modules/people/add.ts"
import { findDuplicates } from "../../src/modules/people/duplicates/seek.ts"
import type { Days } from "../calendar.ts"
import type { Scene, Stage } from "../stage.ts"

/** What the stand at the market brought: two who were in the file already, written otherwise, and a couple with one mailbox. */
export const writtenTwice = (stage: Stage, bodyId: () => string, days: Days): Scene[] => [
  {
    at: days.at(days.weekday(1, 6), "16:20"),
    play: async () => {
      for (const [given_name, family_name, more] of fromTheStand)
        await stage.act("noor", addPerson, {
          given_name,
          family_name,
          form: "n",
          bodyId: bodyId(),
          sure: true,
          membership: { ring: "supporter", since: days.weekday(1, 6).toString() },
          ...more,
        })
    },
  },
  {
    at: days.at(days.weekday(1, 7), "02:50"),
    play: () => stage.within((given) => findDuplicates(given as Parameters<typeof findDuplicates>[0])),
  },
]

const fromTheStand: [given_name: string, family_name: string, more: object][] = [
  ["LEFEVRE", "Loic", { postcode: "5470", town: "Valmont" }],
  ["Zoe", "Carlié", { email: "zoe.carlier@lesrives.example" }],
  ["Huguette", "Dubois", { email: "agnes.dubois@lesrives.example" }],
]
