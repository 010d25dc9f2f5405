import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import type { Db } from "../../../kernel/db.ts"
import { holds } from "../../mandates/contract.ts"
import { skillsBegun } from "../events.ts"
import { startingList, startingThemes } from "../starting.ts"
import { skillsOf, themesOf } from "../store.ts"

/** Takes the list proposed for bodies of its kind, or its themes alone; the body then owns them. Only once: it is a beginning. */
export const beginSkills = command({
  name: "skills.begin",
  input: z.object({ bodyId: z.uuid(), themesOnly: z.boolean().default(false) }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("people.manage"),
  async run({ input: { themesOnly }, subject: body, actor, db }) {
    if ((await skillsOf(body.id, db)).length) refuse("skills.already_begun")
    const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
    const spoken = language === "en" ? "en" : "fr"
    const list = startingList(body.profile)
    const themes = await beginThemes(
      Object.entries(startingThemes)
        .filter(([key]) => list.some(([theme]) => theme === key))
        .map(([key, words]) => [key, words[spoken]]),
      { bodyId: body.id, organisation: actor.organisation },
      db,
    )
    if (themesOnly) return skillsBegun({ bodyId: body.id, count: 0 })
    await db
      .insertInto("skills")
      .values(
        list.map(([theme, name], position) => ({
          organisation_id: actor.organisation,
          id: newId(),
          body_id: body.id,
          theme_id: themes.get(theme)!,
          name: name[spoken],
          position,
          ended_on: null,
        })),
      )
      .execute()
    return skillsBegun({ bodyId: body.id, count: list.length })
  },
})

/** The themes by their key: those of the name that are there already, and the others made. */
const beginThemes = async (
  wanted: [key: string, name: string][],
  { bodyId, organisation }: { bodyId: string; organisation: string },
  db: Db,
): Promise<Map<string, string>> => {
  const there = await themesOf(bodyId, db)
  const named = wanted.map(([key, name]) => ({ key, name, stands: there.find((theme) => theme.name === name) }))
  const made = named
    .filter(({ stands }) => !stands)
    .map(({ key, name }, at) => ({ key, id: newId(), name, position: there.length + at }))
  if (made.length)
    await db
      .insertInto("skill_themes")
      .values(
        made.map(({ id, name, position }) => ({
          organisation_id: organisation,
          id,
          body_id: bodyId,
          name,
          position,
          ended_on: null,
        })),
      )
      .execute()
  return new Map([
    ...made.map(({ key, id }) => [key, id] as const),
    ...named.flatMap(({ key, stands }) => (stands ? [[key, stands.id] as const] : [])),
  ])
}
