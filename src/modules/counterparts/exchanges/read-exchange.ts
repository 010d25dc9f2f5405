import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { isMatterSeen } from "../../matters/contract.ts"
import { findExchange } from "../store.ts"
import { correctExchange, removeExchange } from "./correct.ts"
import { answerRequest, giveUpRequest, remindRequest, reopenRequest } from "./request.ts"

type Named = { id: string; name: string }

/** One exchange: who, what was said, what comes next. */
export const readExchange = read({
  name: "exchanges.read",
  input: z.object({ exchangeId: z.uuid() }),
  find: ({ exchangeId }, given) => findExchange(exchangeId, given),
  allow: isSignedIn,
  async run({ subject, input: _, ...given }) {
    const { db, actor, now } = given
    const { rows: theirs } = await sql<Named & { email: string | null }>`
      select c.id, concat_ws(' ', c.given_name, c.name) as name, c.email from exchange_theirs t
        join counterparts c on (c.organisation_id, c.id) = (t.organisation_id, t.counterpart_id)
       where t.exchange_id = ${subject.id} order by c.folded collate "C"`.execute(db)
    const { rows: ours } = await sql<Named>`
      select p.id, p.given_name || ' ' || p.family_name as name from exchange_ours o
        join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
       where o.exchange_id = ${subject.id} order by p.folded collate "C"`.execute(db)
    const { rows: matters } = await sql<{ id: string; title: string }>`
      select x.id, x.title from matters x where x.id = ${subject.matter_id} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(
      db,
    )
    const { rows: loggers } = await sql<{ name: string }>`
      select given_name || ' ' || family_name as name from people where id = ${subject.logged_by}`.execute(db)
    const { organisation_id: __, message_id: message, ...exchange } = subject
    const acts = [correctExchange, removeExchange, answerRequest, giveUpRequest, reopenRequest, remindRequest] as const
    return {
      exchange: { ...exchange, by_mail: message !== null },
      theirs,
      ours,
      matter: matters[0] ?? null,
      logged_by_name: loggers[0]?.name ?? null,
      may: await may(subject, acts, given),
    }
  },
})
