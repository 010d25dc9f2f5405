import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { isTextSeen } from "../../texts/contract.ts"
import type { BaseKind } from "../kinds.ts"
import { settled } from "../kinds.ts"
import { isBaseSeen } from "../seen.ts"
import { bringBase } from "./bring.ts"

export type BaseLine = {
  id: string
  body_id: string
  kind: BaseKind
  title: string
  reference: string | null
  version: number
  brought_at: Temporal.Instant
  sitting_title: string | null
  /** Amendments the reader sees: all, those of ours, and those to be taken up. */
  amendments: number
  ours: number
  snagged: number
}

/** The texts that are amended, of one body or of all one's own, the newest first. */
export const listBases = read({
  name: "bases.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    itemId: z.uuid().optional(),
    q: z.string().max(200).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(80).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now)
    const [at, id] = (input.after ?? "").split(" ")
    const { rows } = await sql<BaseLine>`
      select b.id, b.body_id, b.kind, b.title, b.reference, b.version, b.brought_at, s.title as sitting_title, n.*
        from (select * from bases b
               where ${isBaseSeen(actor.personId!, today)}
                 and (${input.bodyId ?? null}::uuid is null or b.body_id = ${input.bodyId ?? null})
                 and (${input.itemId ?? null}::uuid is null or b.sitting_item_id = ${input.itemId ?? null})
                 and (${input.q ?? ""} = '' or position(f_unaccent(lower(${input.q ?? ""})) in f_unaccent(lower(b.title || ' ' || coalesce(b.reference, '')))) > 0)
                 and (${id ?? null}::uuid is null or (b.brought_at, b.id) < (${at || null}::timestamptz, ${id ?? null}::uuid))
               order by b.brought_at desc, b.id desc limit ${input.limit + 1}) b
        left join sitting_items i on (i.organisation_id, i.id) = (b.organisation_id, b.sitting_item_id)
        left join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
        cross join lateral (
          select count(*)::int as amendments, count(a.text_id)::int as ours,
                 count(*) filter (where a.snags is not null and coalesce(a.outcome, w.state, '') not in (${sql.join(settled)}))::int as snagged
            from amendments a left join texts w on (w.organisation_id, w.id) = (a.organisation_id, a.text_id)
           where (a.organisation_id, a.base_id) = (b.organisation_id, b.id)
             and (a.text_id is null or ${isTextSeen(actor.personId!, today)})) n
       order by b.brought_at desc, b.id desc`.execute(db)
    const body = input.bodyId ? await findBody(input.bodyId, db) : undefined
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    return {
      rows: shown,
      next: rows.length > input.limit && last ? `${last.brought_at} ${last.id}` : null,
      may: body ? await may(body, [bringBase], given) : { "bases.bring": false },
    }
  },
})
