import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import { openMatter } from "./open.ts"
import { isMatterSeen } from "./seen.ts"
import type { MatterRow } from "./tables.ts"

export type MatterLine = {
  id: string
  body_id: string
  body_name: string
  title: string
  standing: string
  lead_name: string | null
  confidential: boolean
  opened_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
}

/** Matters of one's bodies, or of one of them, by title; `q` looks into titles, accents forgiven. */
export const listMatters = read({
  name: "matters.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    q: z.string().max(200).optional(),
    state: z.enum(["open", "closed"]).optional(),
    sort: z.string().max(30).optional(),
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { actor, db, now } = given
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const order = input.sort?.startsWith("opened") ? sql`x.opened_on desc` : sql`f_unaccent(lower(x.title))`
    const { rows } = await sql<MatterLine>`
      select x.id, x.body_id, b.name as body_name, x.title, x.standing, x.confidential, x.opened_on, x.closed_on,
             p.given_name || ' ' || p.family_name as lead_name
        from matters x join bodies b on b.id = x.body_id
        left join people p on p.id = x.lead_id
       where ${isMatterSeen(actor.personId!, dayOf(now))}
         and (${input.bodyId ?? null}::uuid is null or x.body_id = ${input.bodyId ?? null})
         and (${input.q ?? ""} = '' or position(f_unaccent(lower(${input.q ?? ""})) in f_unaccent(lower(x.title))) > 0)
         and (${input.state ?? null}::text is null or (x.closed_on is null) = (${input.state ?? null} = 'open'))
       order by ${order}, x.id
       limit ${input.limit + 1} offset ${offset}`.execute(db)
    const body = input.bodyId ? await findBody(input.bodyId, db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body ? await may(body, [openMatter], given) : { "matters.open": false },
    }
  },
})

/** A matter and where it stands. What hangs on it is asked beside. */
export const readMatter = read({
  name: "matters.read",
  input: z.object({ matterId: z.uuid() }),
  find: ({ matterId }, given) => findSeenMatter(matterId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { organisation_id: __, ...matter } = subject
    return { matter, may: await may(subject, [changeMatter, closeMatter, reopenMatter], given) }
  },
})

const findSeenMatter = async (
  matterId: string,
  { actor, db, now }: Circumstances,
): Promise<(MatterSubject & { body_name: string; lead_name: string | null }) | undefined> => {
  const { rows } = await sql<MatterSubject & { body_name: string; lead_name: string | null }>`
    select x.*, b.name as body_name, p.given_name || ' ' || p.family_name as lead_name
      from matters x join bodies b on b.id = x.body_id left join people p on p.id = x.lead_id
     where x.id = ${matterId} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

type MatterSubject = import("kysely").Selectable<MatterRow>
