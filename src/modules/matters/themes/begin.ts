import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { themesBegun } from "./events.ts"
import { startingThemes } from "./starting.ts"
import { themesOf } from "./store.ts"

/** Takes the tree proposed for bodies of its kind; the body then owns it. Only once: it is a beginning. */
export const beginThemes = command({
  name: "themes.begin",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("matters.manage"),
  async run({ subject: body, actor, db }) {
    if ((await themesOf(body.id, db)).length) refuse("themes.already_begun")
    const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
    const name = ({ fr, en }: { fr: string; en: string }) => (language === "en" ? en : fr)
    const row = (words: { fr: string; en: string }, position: number, parent_id: string | null) => ({
      organisation_id: actor.organisation,
      id: newId(),
      body_id: body.id,
      parent_id,
      name: name(words),
      position: position + 1,
      ended_on: null,
    })
    const rows = startingThemes(body.profile).flatMap((theme, place) => {
      const top = row(theme, place, null)
      return [top, ...(theme.below ?? []).map((one, position) => row(one, position, top.id))]
    })
    await db.insertInto("themes").values(rows).execute()
    return themesBegun({ bodyId: body.id, count: rows.length })
  },
})
