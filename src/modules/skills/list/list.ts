import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { startingList } from "../starting.ts"
import { type Skill, skillsOf, type Theme, themesOf } from "../store.ts"
import { addTheme } from "../themes/add.ts"
import { endTheme, reopenTheme } from "../themes/end.ts"
import { orderThemes } from "../themes/order.ts"
import { renameTheme } from "../themes/rename.ts"
import { addSkill } from "./add.ts"
import { beginSkills } from "./begin.ts"
import { changeSkill } from "./change.ts"
import { endSkill, reopenSkill } from "./end.ts"

const themeActs = [addTheme, renameTheme, orderThemes, endTheme, reopenTheme]

/** The list a body keeps; with those that ended for whoever keeps it, and the one proposed while there is none. */
export const listSkills = read({
  name: "skills.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("people.read")),
  async run({ subject: body, input: _, ...given }) {
    const { actor, db } = given
    const rows = await skillsOf(body.id, db)
    const may_ = await may(body, [beginSkills, addSkill, changeSkill, endSkill, reopenSkill, ...themeActs], given)
    const kept = may_["skills.change"]
    const { rows: ended } = kept
      ? await sql<Skill>`select * from skills where body_id = ${body.id} and ended_on is not null order by name, id`.execute(
          db,
        )
      : { rows: [] }
    const { rows: endedThemes } = kept
      ? await sql<Theme>`select * from skill_themes where body_id = ${body.id} and ended_on is not null order by name, id`.execute(
          db,
        )
      : { rows: [] }
    return {
      rows: rows.map(({ id, name, theme_id, theme }) => ({ id, name, theme_id, theme })),
      ended: ended.map(({ id, name, ended_on }) => ({ id, name, ended_on: ended_on! })),
      themes: await themesOf(body.id, db),
      ended_themes: endedThemes.map(({ id, name, ended_on }) => ({ id, name, ended_on: ended_on! })),
      proposed: rows.length ? [] : startingList(body.profile).map(([, name]) => name[actor.language]),
      /** The reader may know of everyone, and not only of those who said it for all members. */
      reads_all: await holds("people.read")(body, given),
      may: may_,
    }
  },
})
