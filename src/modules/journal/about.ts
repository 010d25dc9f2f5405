import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { json } from "../../kernel/db.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { isCounterpartSeen, isExchangeSeen } from "../counterparts/contract.ts"
import { isDecisionSeen } from "../decisions/contract.ts"
import { isIncomingSeen } from "../letters/contract.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { isTaskSeen } from "../tasks/contract.ts"
import { isTextSeen } from "../texts/contract.ts"

export type Happened = {
  id: string
  /** In words: `event.<name>`. */
  name: string
  at: Temporal.Instant
  by: string | null
}

const kinds = [
  "task",
  "decision",
  "matter",
  "counterpart",
  "exchange",
  "assembly",
  "sitting",
  "item",
  "text",
  "incoming",
] as const
type Kind = (typeof kinds)[number]

/** What happened to one thing that the reader sees, newest first. */
export const journalAbout = read({
  name: "journal.about",
  input: z.object({ kind: z.enum(kinds), id: z.uuid(), limit: z.int().min(1).max(200).default(50) }),
  find: ({ kind, id }, given) => findSeen(kind, id, given),
  allow: isSignedIn,
  async run({ input: { kind, id, limit }, db }) {
    const { rows } = await sql<Happened>`
      select e.id, e.name, e.at, p.given_name || ' ' || p.family_name as by
        from events e
        left join people actor on (actor.organisation_id, actor.id) = (e.organisation_id, e.actor_id)
        left join people p on (p.organisation_id, p.id) = (e.organisation_id, coalesce(actor.merged_into, actor.id))
       where (e.facts @> ${json({ [`${kind}Id`]: id })} ${kind === "counterpart" ? sql`or e.facts @> ${json({ counterpartIds: [id] })}` : sql``})
       order by e.at desc, e.id desc limit ${limit}`.execute(db)
    return { rows }
  },
})

const findSeen = async (kind: Kind, id: string, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ id: string }>`${seen[kind](id, actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]
}

const seen: Record<Kind, (id: string, me: string, on: Temporal.PlainDate) => RawBuilder<unknown>> = {
  task: (id, me, on) => sql`select t.id from tasks t where t.id = ${id} and ${isTaskSeen(me, on)}`,
  decision: (id, me, on) => sql`select d.id from decisions d where d.id = ${id} and ${isDecisionSeen(me, on)}`,
  counterpart: (id, me, on) => sql`select c.id from counterparts c where c.id = ${id} and ${isCounterpartSeen(me, on)}`,
  exchange: (id, me, on) => sql`select e.id from exchanges e where e.id = ${id} and ${isExchangeSeen(me, on)}`,
  assembly: (id, me, on) =>
    sql`select a.id from assemblies a where a.id = ${id} and a.body_id in (${bodiesOf(me, on)})`,
  sitting: (id, me, on) => sql`select s.id from sittings s where s.id = ${id} and ${isSittingSeen(me, on)}`,
  item: (id, me, on) => sql`
    select i.id from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${id} and ${isSittingSeen(me, on)}`,
  incoming: (id, me, on) => sql`select n.id from incoming_letters n where n.id = ${id} and ${isIncomingSeen(me, on)}`,
  text: (id, me, on) => sql`select w.id from texts w where w.id = ${id} and ${isTextSeen(me, on)}`,
  matter: (id, me, on) => sql`select x.id from matters x where x.id = ${id} and ${isMatterSeen(me, on)}`,
}
