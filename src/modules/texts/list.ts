import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { beginText } from "./begin.ts"
import { openStates, type TextState } from "./flow.ts"
import { type TextKind, textKinds } from "./kinds.ts"
import { isTextSeen } from "./seen.ts"

export type TextLine = {
  id: string
  body_id: string
  kind: TextKind
  title: string
  state: TextState
  reference: string | null
  author_id: string | null
  author_name: string | null
  matter_id: string | null
  matter_title: string | null
  sitting_title: string | null
  item_title: string | null
  confidential: boolean
  due_on: Temporal.PlainDate | null
  valid_until: Temporal.PlainDate | null
  lodged_on: Temporal.PlainDate | null
  their_number: string | null
  changed_at: Temporal.Instant
}

export const textFilters = z.object({
  bodyId: z.uuid().optional(),
  kind: z.enum(textKinds).optional(),
  /** `writing`: still being written; `ready`: validated, not gone; `gone`: lodged, sent, decided; `mine`: I wrote or sign it. */
  state: z.enum(["writing", "ready", "gone", "dropped"]).optional(),
  mine: z.enum(["mine"]).optional(),
  matterId: z.uuid().optional(),
  sittingItemId: z.uuid().optional(),
  sittingId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(["title", "-title", "changed", "-changed", "due", "-due", "reference", "-reference"]).optional(),
})
export type TextFilters = z.output<typeof textFilters>

/** The texts of one body or of all one's own, the last one touched first. */
export const listTexts = read({
  name: "texts.list",
  input: textFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findTexts(input, { limit: input.limit + 1, offset }, given)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body ? await may(body, [beginText], given) : { "texts.begin": false },
    }
  },
})

export const findTexts = async (
  wanted: TextFilters,
  { limit, offset }: { limit: number; offset: number },
  { actor, db, now }: Circumstances,
): Promise<TextLine[]> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<TextLine>`
    select w.id, w.body_id, w.kind, w.title, w.state, w.reference, w.author_id, p.given_name || ' ' || p.family_name as author_name,
           w.matter_id, x.title as matter_title, i.sitting_title, i.item_title, w.confidential, w.due_on, w.valid_until, w.lodged_on, w.their_number, w.changed_at
      from texts w
      left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.author_id)
      left join lateral (select x.title from matters x
                          where (x.organisation_id, x.id) = (w.organisation_id, w.matter_id) and ${isMatterSeen(me, today)}) x on true
      left join sitting_items n on (n.organisation_id, n.id) = (w.organisation_id, w.sitting_item_id)
      left join lateral (select s.title as sitting_title, n.title as item_title from sittings s
                          where (s.organisation_id, s.id) = (w.organisation_id, coalesce(n.sitting_id, w.sitting_id))
                            and ${isSittingSeen(me, today)}) i on true
     where ${fits(wanted, me, today)}
     order by ${orders[wanted.sort ?? "-changed"]}, w.id
     limit ${limit} offset ${offset}`.execute(db)
  return rows
}

const inStates = (states: readonly TextState[]) => sql<boolean>`w.state = any(${[...states]}::text[])`
const ready: readonly TextState[] = ["validated", "signed"]
const states: Record<NonNullable<TextFilters["state"]>, RawBuilder<boolean>> = {
  writing: inStates(openStates),
  ready: inStates(ready),
  gone: sql<boolean>`not ${inStates([...openStates, ...ready, "dropped"])}`,
  dropped: inStates(["dropped"]),
}

const fits = (wanted: TextFilters, me: string, today: Temporal.PlainDate): RawBuilder<boolean> => sql`(
  ${isTextSeen(me, today)}
  and ${wanted.bodyId ? sql`w.body_id = ${wanted.bodyId}` : sql`true`}
  and ${wanted.kind ? sql`w.kind = ${wanted.kind}` : sql`true`}
  and ${wanted.state ? states[wanted.state] : sql`w.state <> 'dropped'`}
  and ${wanted.mine ? sql`${me} in (w.author_id, w.written_by)` : sql`true`}
  and ${wanted.matterId ? sql`w.matter_id = ${wanted.matterId}` : sql`true`}
  and ${wanted.sittingItemId ? sql`w.sitting_item_id = ${wanted.sittingItemId}` : sql`true`}
  and ${
    wanted.sittingId
      ? sql`(w.sitting_id = ${wanted.sittingId}
             or w.sitting_item_id in (select i.id from sitting_items i where i.sitting_id = ${wanted.sittingId}))`
      : sql`true`
  }
  and ${wanted.q ? sql`position(f_unaccent(lower(${wanted.q})) in f_unaccent(lower(coalesce(w.reference, '') || ' ' || w.title))) > 0` : sql`true`})`

const orders = {
  title: sql`f_unaccent(lower(w.title))`,
  "-title": sql`f_unaccent(lower(w.title)) desc`,
  changed: sql`w.changed_at`,
  "-changed": sql`w.changed_at desc`,
  due: sql`w.due_on nulls last`,
  "-due": sql`w.due_on desc nulls last`,
  reference: sql`w.reference nulls last`,
  "-reference": sql`w.reference desc nulls last`,
}
