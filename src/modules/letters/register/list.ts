import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { isTextSeen } from "../../texts/contract.ts"
import { beginLetter } from "../begin.ts"
import { registerIncoming } from "../incoming/register.ts"
import { isIncomingSeen } from "../incoming/seen.ts"
import type { Said } from "../tables.ts"

export const registerFilters = z.object({
  bodyId: z.uuid().optional(),
  way: z.enum(["in", "out"]).optional(),
  /** `open`: to be answered, or not gone yet; `waiting`: an answer is awaited; `late`: past its day; `done`: nothing more to do. */
  state: z.enum(["open", "waiting", "late", "done"]).optional(),
  mine: z.enum(["mine"]).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(["day", "-day"]).optional(),
})
export type RegisterFilters = z.output<typeof registerFilters>

export type RegisterLine = {
  id: string
  way: "in" | "out"
  reference: string | null
  title: string
  /** From whom, or to whom. */
  other: string | null
  /** Of a letter of ours, that of its text; of one that came: open or settled. */
  state: string
  on_day: Temporal.PlainDate | null
  answer_due: Temporal.PlainDate | null
  answered_on: Temporal.PlainDate | null
  who: string | null
  confidential: boolean
}

/** The register of letters, those that came and those that left, the last first. */
export const listRegister = read({
  name: "letters.list",
  input: registerFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findRegister(input, { limit: input.limit + 1, offset }, given)
    const body = input.bodyId ? await findBody(input.bodyId, given.db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body
        ? await may({ ...body, body_id: body.id }, [beginLetter, registerIncoming], given)
        : { "letters.begin": false, "incoming.register": false },
    }
  },
})

export const findRegister = async (
  wanted: RegisterFilters,
  { limit, offset }: { limit: number; offset: number },
  given: Circumstances,
): Promise<RegisterLine[]> => {
  const { actor, db, now } = given
  const [me, today] = [actor.personId!, dayOf(now)]
  const asked = (words: ReturnType<typeof sql>) =>
    wanted.q ? sql`position(f_unaccent(lower(${wanted.q})) in f_unaccent(lower(${words}))) > 0` : sql`true`
  const { rows } = await sql<Omit<RegisterLine, "other"> & { said: Said | null; sender: string | null; many: number }>`
    select r.*, (select count(*)::int from mailing_lines m where m.text_id = r.id) as many from (
      select w.id, 'out' as way, w.reference, w.title, l.said, null::text as sender, w.state,
             coalesce(w.lodged_on, (w.changed_at at time zone 'Europe/Brussels')::date) as on_day, l.answer_due, l.answered_on,
             p.given_name || ' ' || p.family_name as who, w.confidential
        from texts w
        left join letters l on (l.organisation_id, l.text_id) = (w.organisation_id, w.id)
        left join people p on (p.organisation_id, p.id) = (w.organisation_id, w.author_id)
        left join counterparts o on (o.organisation_id, o.id) = (l.organisation_id, l.outside_id)
        left join counterparts c on (c.organisation_id, c.id) = (l.organisation_id, l.contact_id)
       where w.kind = 'letter' and w.state <> 'dropped' and ${isTextSeen(me, today)}
         and ${wanted.bodyId ? sql`w.body_id = ${wanted.bodyId}` : sql`true`} and ${wanted.way === "in" ? sql`false` : sql`true`}
         and ${wanted.mine ? sql`${me} in (w.author_id, w.written_by)` : sql`true`} and ${out(wanted, today)}
         and ${asked(sql`concat_ws(' ', w.reference, w.title, o.name, c.given_name, c.name)`)}
      union all
      select n.id, 'in', n.reference, n.about, null, n.sender, case when n.settled_on is null then 'open' else 'settled' end,
             n.received_on, n.answer_due, n.settled_on, p.given_name || ' ' || p.family_name, n.confidential
        from incoming_letters n
        left join people p on (p.organisation_id, p.id) = (n.organisation_id, n.given_to)
       where ${isIncomingSeen(me, today)}
         and ${wanted.bodyId ? sql`n.body_id = ${wanted.bodyId}` : sql`true`} and ${wanted.way === "out" ? sql`false` : sql`true`}
         and ${wanted.mine ? sql`n.given_to = ${me}` : sql`true`} and ${came(wanted, today)}
         and ${asked(sql`concat_ws(' ', n.reference, n.their_reference, n.about, n.sender)`)}) as r
     order by ${wanted.sort === "day" ? sql`on_day, id` : sql`on_day desc, id desc`} limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows.map(({ said, sender, many, ...row }) => ({
    ...row,
    other:
      many > 0
        ? say(actor.language, "mailings.count", { count: many })
        : (sender ?? said?.lines.slice(0, 2).join(", ") ?? null),
  }))
}

const out = ({ state }: RegisterFilters, today: Temporal.PlainDate) => {
  const waiting = sql`w.state = 'sent' and l.answer_due is not null and l.answered_on is null`
  if (state === "open") return sql<boolean>`w.state in ('draft', 'given', 'read', 'validated', 'signed')`
  if (state === "waiting") return sql<boolean>`(${waiting})`
  if (state === "late") return sql<boolean>`(${waiting} and l.answer_due < ${today}::date)`
  if (state === "done")
    return sql<boolean>`(w.state in ('answered', 'followed', 'published') or w.state = 'sent' and (l.answer_due is null or l.answered_on is not null))`
  return sql<boolean>`true`
}

const came = ({ state }: RegisterFilters, today: Temporal.PlainDate) => {
  if (state === "open") return sql<boolean>`n.settled_on is null`
  if (state === "waiting") return sql<boolean>`false`
  if (state === "late") return sql<boolean>`(n.settled_on is null and n.answer_due < ${today}::date)`
  if (state === "done") return sql<boolean>`n.settled_on is not null`
  return sql<boolean>`true`
}
