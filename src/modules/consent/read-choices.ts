import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { findBody } from "../bodies/contract.ts"
import { rollRuleOf } from "../members/contract.ts"
import { leads } from "./seen.ts"

/** What an election without candidate of this body may be made of: its functions, and who votes by its rulebook. */
export const readChoices = read({
  name: "consent.choices",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: leads,
  async run({ subject: body, db, now }) {
    const { rows: functions } = await sql<{ id: string; key: string; name: string }>`
      select id, key, name_n as name from functions where body_id = ${body.id} and ended_on is null order by name_n`.execute(
      db,
    )
    const { rule } = await rollRuleOf(body, dayOf(now, body.zone), db)
    return { body_id: body.id, body: body.name, functions, usual: rule }
  },
})
