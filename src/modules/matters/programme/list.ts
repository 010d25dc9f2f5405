import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { addProgramme } from "./add.ts"
import { changeProgramme } from "./change.ts"
import { endProgramme } from "./end.ts"

type Line = {
  id: string
  words: string
  source: string | null
  theme_id: string | null
  theme_name: string | null
}

/** What a body promised, by theme, those without a theme last. */
export const listProgramme = read({
  name: "programme.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    const { rows } = await sql<Line>`
      select l.id, l.words, l.source, l.theme_id, h.name as theme_name
        from programme_lines l left join themes h on (h.organisation_id, h.id) = (l.organisation_id, l.theme_id)
       where l.body_id = ${body.id} and l.ended_on is null
       order by h.name nulls last, h.id, l.position, l.id`.execute(given.db)
    return { rows, may: await may(body, [addProgramme, changeProgramme, endProgramme], given) }
  },
})
