import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may, permits } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findNamedDecision } from "../decisions/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { closedElection } from "../votes/contract.ts"
import { abandonDesignation } from "./abandon.ts"
import { changeDesignation } from "./change.ts"
import { decideDesignation } from "./decide.ts"
import { type Designation, seatsOf, stepOf } from "./designation.ts"
import { designate } from "./designate/designate.ts"
import { followSeat } from "./designate/follow.ts"
import { vacanciesIn } from "./designate/vacancies.ts"
import { shownShare } from "./keys/in-words.ts"
import { setKey } from "./keys/set-key.ts"
import { checkedList } from "./people/checked.ts"
import { setList } from "./people/set-list.ts"
import { peopleOf } from "./people/store.ts"
import { findDesignation, prepares } from "./seen.ts"

/** One designation: where and as what, its keys with every division, who is put forward, what is against it, and how it was decided. */
export const readDesignation = read({
  name: "designations.read",
  input: z.object({ designationId: z.uuid() }),
  find: ({ designationId }, given) => findDesignation(designationId, given),
  allow: isSignedIn,
  async run({ subject: designation, ...given }) {
    const { language } = given.actor
    const keeps = await permits({ name: "designations.read", allow: prepares }, designation, given)
    const people = await peopleOf(designation.id, given)
    const { groups, ours, components } = seatsOf(designation)
    const { groups_key, components_key, country, institution_kind: kind, role, seats } = designation
    const acts = [changeDesignation, setKey, setList, decideDesignation, designate, followSeat, abandonDesignation]
    return {
      designation: { ...shown(designation), step: stepOf({ ...designation, people: people.length }) },
      matter: await matterOf(designation, given),
      ours,
      groups: groups && {
        ...shownShare(groups_key!, groups, seats, { country, kind, role }, language),
        key: groups_key!,
      },
      components:
        components && keeps
          ? {
              ...shownShare(components_key!, components, ours!, { country, kind, role }, language),
              key: components_key!,
            }
          : null,
      components_key: keeps ? components_key : null,
      people: people.map(({ place: _, component, ...one }) => ({
        ...one,
        // By which component somebody was put forward is for those who prepare it.
        component: keeps ? component : null,
      })),
      checks: keeps && !designation.designated_at ? (await checkedList(designation, people, given)).checks : [],
      decided: await decidedBy(designation, given),
      vacancies: keeps ? vacanciesIn(designation, people) : [],
      keeps,
      may: await may(designation, acts, given),
    }
  },
})

const shown = (it: Designation) => ({
  id: it.id,
  body_id: it.body_id,
  body_name: it.body_name,
  country: it.country,
  institution_id: it.institution_id,
  institution: it.institution,
  kind: it.institution_kind,
  role: it.role,
  title: it.title,
  seats: it.seats,
  substitutes: it.substitutes,
  since: it.since,
  until: it.until,
  origin: it.origin,
  sent_by: it.sent_by,
  sent_by_name: it.sent_by_name,
  basis: it.basis,
  parity: it.parity,
  first: it.first_form,
  given_seats: it.given_seats,
  given_reason: it.given_reason,
  despite: it.despite,
  designated_at: it.designated_at,
  abandoned_at: it.abandoned_at,
  abandoned_reason: it.abandoned_reason,
})

const matterOf = async ({ matter_id }: Designation, { actor, db, now }: Circumstances) => {
  if (!matter_id) return null
  const { rows } = await sql<{ id: string; title: string }>`
    select x.id, x.title from matters x where x.id = ${matter_id} and ${isMatterSeen(actor.personId!, dayOf(now))}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** What decided, as far as the reader may see it. */
export const decidedBy = async (
  { decided_how: how, ballot_id, decision_id, told_by, told_on, decided_at }: Designation,
  given: Circumstances,
) => {
  if (!how) return null
  const vote = ballot_id ? await closedElection(ballot_id, given) : undefined
  return {
    how,
    at: decided_at!,
    ballot: vote ? { id: vote.ballot_id, title: vote.title } : null,
    decision: decision_id ? ((await findNamedDecision(decision_id, given)) ?? null) : null,
    told_by,
    told_on,
  }
}
