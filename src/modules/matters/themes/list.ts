import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { addTheme } from "./add.ts"
import { beginThemes } from "./begin.ts"
import { endTheme, reopenTheme } from "./end.ts"
import { moveTheme } from "./move.ts"
import { renameTheme } from "./rename.ts"
import { startingThemes } from "./starting.ts"
import { themesOf } from "./store.ts"

/** The tree of themes a body keeps; `q` looks into their names. With those that ended for whoever keeps it, and the tree proposed while there is none. */
export const listThemes = read({
  name: "themes.list",
  input: z.object({ bodyId: z.uuid(), q: z.string().max(100).optional() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isOfBody,
  async run({ subject: body, input: { q = "" }, ...given }) {
    const { actor, db } = given
    const all = await themesOf(body.id, db)
    const sought = folded(q)
    const may_ = await may(body, [beginThemes, addTheme, renameTheme, moveTheme, endTheme, reopenTheme], given)
    const { rows: ended } = may_["themes.reopen"]
      ? await sql<{ id: string; name: string; ended_on: Temporal.PlainDate }>`
          select id, name, ended_on from themes where body_id = ${body.id} and ended_on is not null order by name, id`.execute(
          db,
        )
      : { rows: [] }
    return {
      rows: sought ? all.filter(({ path }) => folded(path).includes(sought)) : all,
      ended,
      proposed: all.length ? [] : startingThemes(body.profile).map((theme) => theme[actor.language]),
      may: may_,
    }
  },
})

const folded = (words: string) => words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim()
