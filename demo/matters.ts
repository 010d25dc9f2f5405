import { changeMatter } from "../src/modules/matters/change.ts"
import { closeMatter } from "../src/modules/matters/close.ts"
import { openMatter } from "../src/modules/matters/open.ts"
import { addProgramme } from "../src/modules/matters/programme/add.ts"
import { beginThemes } from "../src/modules/matters/themes/begin.ts"
import type { Days } from "./calendar.ts"
import type { Scene, Stage } from "./stage.ts"
import type { MatterTold } from "./story.ts"

/** Matters are opened by whoever leads them, and say where they stand today. */
export const mattersOf = (
  told: MatterTold[],
  stage: Stage,
  { bodyId, matters, secretary }: { bodyId: string; matters: Map<string, string>; secretary: string },
  days: Days,
): Scene[] => [
  {
    at: days.at(days.weekday(77, 6), "10:10"),
    play: () => stage.act(secretary, beginThemes, { bodyId }),
  },
  ...told.flatMap(({ key, title, standing, lead, weeks, confidential, closed, theme, state, next }) => [
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
        const [nextStep, ahead] = next ?? []
        await stage.act(lead, changeMatter, {
          matterId,
          standing,
          state: state ?? "active",
          themeId: theme ? await themeOf(theme, stage, bodyId) : null,
          nextStep: nextStep ?? null,
          nextOn: ahead === undefined ? null : days.today.add({ days: ahead }).toString(),
        })
        if (closed) await stage.act(lead, closeMatter, { matterId })
      },
    },
  ]),
]

/** What was promised to those who voted: by theme, pasted once. */
export const programmeOf = (
  told: { theme: string; source: string; lines: string[] }[],
  stage: Stage,
  { bodyId, secretary }: { bodyId: string; secretary: string },
  days: Days,
): Scene[] => [
  {
    at: days.at(days.weekday(76, 6), "10:20"),
    play: async () => {
      for (const { theme, source, lines } of told)
        await stage.act(secretary, addProgramme, {
          bodyId,
          source,
          lines: lines.join("\n"),
          themeId: await themeOf(theme, stage, bodyId),
        })
    },
  },
]

const themeOf = async (name: string, stage: Stage, bodyId: string): Promise<string> => {
  const { id } = await stage.within(({ db }) =>
    db
      .selectFrom("themes")
      .select("id")
      .where("body_id", "=", bodyId)
      .where("name", "=", name)
      .executeTakeFirstOrThrow(),
  )
  return id
}
