import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { writtenCommunication } from "../../../kernel/law/structured-communication.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { seen, sightOf } from "../../mandates/contract.ts"
import { sendDuesReceipt } from "../letters/receipt.ts"
import { readsDues } from "../permissions.ts"
import { cashLimit } from "../rules.ts"
import { assignDues } from "./assign.ts"
import { cancelPayment } from "./cancel.ts"
import { standingOn } from "./cover.ts"
import { payDues } from "./pay.ts"
import { findPayments } from "./payments.ts"
import { yearOf } from "./store.ts"

/** One member's dues in a body: how they stand, what they owe each year, what they paid, what was written to them. */
export const readMemberDues = read({
  name: "dues.member",
  input: z.object({ bodyId: z.uuid(), personId: z.uuid() }),
  find: async ({ bodyId, personId }, given) => {
    const { db } = given
    const body = await findBodyEvenClosed(bodyId, db)
    if (!body || !given.actor.personId) return undefined
    const { rows } = await sql<{ name: string; email: string | null; post_only: boolean }>`
      select p.given_name || ' ' || p.family_name as name, p.email, p.post_only from people p
       where p.id = ${personId} and ${seen(await sightOf(given))}`.execute(db)
    const person = rows[0]
    const membership = await db
      .selectFrom("memberships")
      .select(["id", "ring", "since", "until", "dues_until"])
      .where("body_id", "=", bodyId)
      .where("person_id", "=", personId)
      .where("ring", "in", ["member", "sympathiser", "supporter"])
      .orderBy("since", "desc")
      .executeTakeFirst()
    return person && membership && { ...body, person, membership }
  },
  allow: readsDues,
  async run({ input: { bodyId, personId }, subject: { person, membership, ...body }, ...given }) {
    const { db, now } = given
    const today = dayOf(now, body.zone)
    const { rows: years } = await sql<{
      id: string
      year: number
      amount_id: string
      label: string
      cents: bigint | null
      paid: bigint
      freed: string | null
      covered: boolean
      communication: string
      letters: { step: number; on: string; state: string; means: string; sending_id: string }[]
    }>`
      select d.id, d.year, d.amount_id, a.label, d.cents, d.freed, d.covered_at is not null as covered, d.communication,
             coalesce((select sum(x.cents)::int8 from dues_payments x
                        where (x.organisation_id, x.due_id) = (d.organisation_id, d.id) and x.cancelled_at is null), 0) as paid,
             coalesce((select jsonb_agg(jsonb_build_object('step', l.step, 'on', l.written_on, 'state', s.state, 'means', s.means,
                                                           'sending_id', s.id) order by l.step)
                         from dues_letters l join sendings s on (s.organisation_id, s.id) = (l.organisation_id, l.sending_id)
                        where (l.organisation_id, l.due_id) = (d.organisation_id, d.id)), '[]') as letters
        from dues d join dues_amounts a on (a.organisation_id, a.id) = (d.organisation_id, d.amount_id)
       where d.body_id = ${bodyId} and d.person_id = ${personId} order by d.year desc`.execute(db)
    const most = await cashLimit(body, today, db)
    return {
      person: { id: personId, name: person.name, has_email: Boolean(person.email && !person.post_only) },
      membership,
      standing: standingOn(membership.dues_until, today),
      this_year: yearOf(body, now),
      years: years.map((one) => ({ ...one, communication: writtenCommunication(one.communication) })),
      payments: await findPayments({ bodyId, limit: 200 }, db, personId),
      amounts: await db
        .selectFrom("dues_amounts")
        .select(["id", "year", "label", "note", "cents", "usual"])
        .where("body_id", "=", bodyId)
        .where("ended_at", "is", null)
        .orderBy("year", "desc")
        .orderBy("place")
        .execute(),
      cash_most: most,
      may: await may(body, [payDues, assignDues, cancelPayment, sendDuesReceipt], given),
    }
  },
})
