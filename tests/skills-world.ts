import { type World, world } from "./world.ts"
import { addPerson } from "../src/modules/people/add.ts"
import { addSkill } from "../src/modules/skills/list/add.ts"
import { beginSkills } from "../src/modules/skills/list/begin.ts"
import { listSkills } from "../src/modules/skills/list/list.ts"
import { saySheet } from "../src/modules/skills/sheet/say.ts"

export type SkillsWorld = Awaited<ReturnType<typeof skillsWorld>>

/** A world whose body took the list that is proposed, with members who say what they can do. */
export const skillsWorld = async () => {
  const w: World = await world()
  await w.do(beginSkills, { bodyId: w.lisle }, w.people.amina)
  const list = () => w.ask(listSkills, { bodyId: w.lisle }, w.people.amina)
  return {
    w,
    list,
    async somebody(family_name: string, more: Record<string, unknown> = {}): Promise<string> {
      const { personId } = await w.do(
        addPerson,
        {
          bodyId: w.lisle,
          given_name: "Léon",
          family_name,
          email: `${family_name.toLowerCase()}@lisle.example`,
          sure: true,
          membership: { ring: "member", since: "2020-01-01" },
          ...more,
        },
        w.people.amina,
      )
      return personId as string
    },
    theme: async (name = "Terrain et logistique"): Promise<string> =>
      (await list()).themes.find((one) => one.name === name)!.id,
    skill: async (name: string): Promise<string> => (await list()).rows.find((one) => one.name === name)!.id,
    async added(name: string): Promise<string> {
      const { themes } = await list()
      return (await w.do(addSkill, { bodyId: w.lisle, name, themeId: themes[0]!.id }, w.people.amina)).skillId as string
    },
    said: (personId: string, skills: unknown[], more: Record<string, unknown> = {}, actor = w.as(personId)) =>
      w.do(saySheet, { bodyId: w.lisle, personId, skills, ...more }, actor),
    sheetOf: (personId: string) =>
      w.look((db) => db.selectFrom("skill_sheets").selectAll().where("person_id", "=", personId).executeTakeFirst()),
  }
}
