import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBody, ruleOf } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { basesOf } from "./bases.ts"
import { chooseBasis } from "./choose.ts"

/** The register of what a body does with what it knows of people (GDPR article 30), made from what the product really keeps. */
export const readRegister = read({
  name: "privacy.register",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("privacy.manage"),
  async run({ subject: body, input: _, ...given }) {
    const { db, now } = given
    const today = dayOf(now, body.zone)
    const months = async (key: string) => {
      const rule = await ruleOf(body.id, key, today, db)
      return typeof rule?.value === "number" ? rule.value : null
    }
    const { rows } = await sql<{ people: number }>`
      select count(distinct person_id)::int as people from memberships where body_id = ${body.id}`.execute(db)
    const { rows: runs } = await sql<{
      on_day: Temporal.PlainDate
      announced: number
      erased: number
      openings: number
      books: number
    }>`select on_day, announced, erased, openings, books from retention_runs order by on_day desc limit 12`.execute(db)
    return {
      body: { id: body.id, name: body.name, means: body.means },
      rows: await basesOf(body.id, given),
      people: rows[0]!.people,
      keep_former: await months("eu.all.privacy.keep_former"),
      keep_openings: await months("eu.all.privacy.keep_openings"),
      answer: await months("eu.all.privacy.answer"),
      runs,
      may: await may(body, [chooseBasis], given),
    }
  },
})
