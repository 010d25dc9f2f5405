import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { format } from "../../kernel/words/words.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import type { TableOut } from "./tables-out.ts"

const filters = z.object({ bodyId: z.uuid().optional(), sittingId: z.uuid().optional() })

type Line = {
  sitting: string
  day: Temporal.PlainDate
  number: string | null
  title: string
  commission: string | null
  rapporteur: string | null
  amount: string | null
  reader: string | null
  stance: string | null
  decided: boolean
  stance_condition: string | null
  outcome: string | null
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
}

/** The items of one sitting, or of all that a body prepared: who read them, how we voted, and what became of them. */
export const sittingsOut: Record<"sittings", TableOut> = {
  sittings: {
    columns: [
      "sittings.field.title",
      "sittings.field.day",
      "exports.sitting.number",
      "exports.sitting.item",
      "exports.sitting.commission",
      "sittings.field.rapporteur",
      "exports.sitting.amount",
      "sittings.field.reader",
      "sittings.position",
      "sittings.position.condition",
      "sittings.outcome.what",
      "sittings.votes.for",
      "sittings.votes.against",
      "sittings.votes.abstentions",
    ],
    async rows(asked, { actor, db, now }) {
      const { bodyId, sittingId } = filters.parse(asked)
      const { rows } = await sql<Line>`
        select s.title as sitting, s.starts::date as day, i.number, i.title, i.commission, i.rapporteur,
               (i.amount_cents / 100.0)::numeric(20, 2)::text as amount, p.given_name || ' ' || p.family_name as reader, i.stance,
               i.stance_decided_at is not null as decided, i.stance_condition, i.outcome, i.votes_for, i.votes_against, i.abstentions
          from sittings s
          join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null
          left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.reader_id)
         where ${isSittingSeen(actor.personId!, dayOf(now))}
           and (${bodyId ?? null}::uuid is null or s.body_id = ${bodyId ?? null})
           and (${sittingId ?? null}::uuid is null or s.id = ${sittingId ?? null})
         order by s.starts, s.id, i.place limit 200001`.execute(db)
      const say = (key: string) => format(actor.language, key)
      return rows.map((one) => [
        one.sitting,
        one.day,
        one.number,
        one.title,
        one.commission,
        one.rapporteur,
        one.amount === null ? null : { decimal: one.amount },
        one.reader,
        one.stance &&
          `${say(`sittings.stance.${one.stance}`)}${one.decided ? "" : ` (${say("sittings.stance.proposed")})`}`,
        one.stance_condition,
        one.outcome && say(`sittings.outcome.${one.outcome}`),
        one.votes_for,
        one.votes_against,
        one.abstentions,
      ])
    },
  },
}
