import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { SendingState } from "../../post/contract.ts"
import { findOperation, type Operation } from "../operation/operation.ts"
import { printCodes } from "./print-codes.ts"
import { printableSince } from "./printable.ts"
import { sendLinks } from "./send-links.ts"
import { hasVotedIn, reachedBy, withoutAccount } from "./without-account.ts"
import { withdrawLink } from "./withdraw-link.ts"

type Line = {
  id: string
  name: string
  place: number
  reached: "email" | "post"
  has_mail: boolean
  voted: boolean
  how: "email" | "post" | null
  issued_at: Temporal.Instant | null
  letter: SendingState | null
}

/** The voters without account: who has a code, which way it went, whether its letter left, and who has voted; never a code. */
export const readLinks = read({
  name: "votes.links",
  input: z.object({
    operationId: z.uuid(),
    q: z.string().trim().max(200).optional(),
    limit: z.int().min(1).max(2000).default(50),
    after: z.int().min(0).max(10_000_000).default(0),
  }),
  find: ({ operationId }, given) => findOperation(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { q, limit, after }, subject: operation, ...given }) {
    const acts = await may(operation, [sendLinks, printCodes, withdrawLink], given)
    if (!operation.roll_id) return { counts: null, rows: [], next: null, batches: [], may: acts }
    const { rows } = await sql<Line>`
      select p.id, l.name, l.place, ${reachedBy} as reached, nullif(trim(p.email), '') is not null as has_mail,
             ${hasVotedIn(operation.id)} as voted, k.how, k.issued_at,
             (select s.state from sendings s
               where s.organisation_id = k.organisation_id and s.person_id = k.person_id and s.kind = 'votes-link'
                 and s.content->>'link_id' = k.id::text order by s.queued_at desc limit 1) as letter
        ${withoutAccount(operation)} and l.place > ${after}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(l.name))) > 0` : sql`true`}
       order by l.place limit ${limit + 1}`.execute(given.db)
    return {
      counts: await counted(operation, given),
      rows: rows.slice(0, limit),
      next: rows.length > limit ? rows[limit - 1]!.place : null,
      batches: await printable(operation, given),
      may: acts,
    }
  },
})

/** All of them, those who have a code, and those who wait for one, by the way it would go. */
const counted = async (operation: Operation, { db }: Circumstances) => {
  const { rows } = await sql<{ without: number; issued: number; to_send: number; to_print: number }>`
    select count(*)::int as without, count(w.link)::int as issued,
           count(*) filter (where w.link is null and not w.voted and w.reached = 'email')::int as to_send,
           count(*) filter (where w.link is null and not w.voted and w.reached = 'post')::int as to_print
      from (select k.id as link, ${reachedBy} as reached, ${hasVotedIn(operation.id)} as voted ${withoutAccount(operation)}) w`.execute(
    db,
  )
  return rows[0]!
}

/** The sheets that whoever asks has made within the hour: they may be printed again, if the paper jammed. */
const printable = async ({ id }: Operation, { actor, db, now }: Circumstances) => {
  const { rows } = await sql<{ batch_id: string; count: number; issued_at: Temporal.Instant }>`
    select batch_id, count(*)::int as count, min(issued_at) as issued_at from voting_links
     where operation_id = ${id} and how = 'post' and withdrawn_at is null and issued_by = ${actor.personId}
       and issued_at > ${printableSince(now)}
     group by batch_id order by min(issued_at) desc limit 20`.execute(db)
  return rows
}
