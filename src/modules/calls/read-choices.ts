import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { rollRuleOf } from "../members/contract.ts"

/** What a call of this body may be made of: its functions, and who votes by its rulebook, which is who usually may stand. */
export const readChoices = read({
  name: "calls.choices",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ subject: body, db, now }) {
    const on = dayOf(now, body.zone)
    const { rows: functions } = await sql<{ id: string; key: string; name: string; parity: boolean }>`
      select id, key, name_n as name, parity from functions where body_id = ${body.id} and ended_on is null order by name_n`.execute(
      db,
    )
    const { rule } = await rollRuleOf(body, on, db)
    return { today: on, body_id: body.id, body: body.name, functions, usual: rule }
  },
})
