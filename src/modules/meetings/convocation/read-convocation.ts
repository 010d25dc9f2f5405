import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { inWords } from "../../../kernel/law/in-words.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { secondAhead, secondTold } from "../attendance/second-told.ts"
import type { Meeting } from "../meeting.ts"
import { findSeenMeeting } from "../seen.ts"
import { answerInvitation } from "./answer.ts"
import { conveneMeeting } from "./convene.ts"
import { giveProxy } from "./give-proxy.ts"
import { inviteGuest } from "./invite-guest.ts"
import { missingInMeeting, missingInPlan } from "./missing.ts"
import { type Plan, planOf } from "./plan.ts"
import { holdersFor } from "./store.ts"
import { remindSilent } from "./remind.ts"
import { sendChanges } from "./send-changes.ts"
import { attributeStray, straysOf } from "./stray-answers.ts"
import { withdrawGuest } from "./withdraw-guest.ts"
import { withdrawProxy } from "./withdraw-proxy.ts"

/**
 * Who is convened to a meeting, until when and by what rule; once it left, what became of each letter and what each person
 * answered. Names and answers are for who convenes; anybody who sees the meeting reads the deadline and their own answer.
 */
export const readConvocation = read({
  name: "meetings.convocation",
  input: z.object({ meetingId: z.uuid(), guestIds: ids(500).default([]) }),
  find: ({ meetingId }, given) => findSeenMeeting(meetingId, given),
  allow: isSignedIn,
  async run({ input, subject: meeting, ...given }) {
    const second = await secondAhead(meeting, given)
    const plan = await planOf(meeting, input.guestIds, given, { isSecond: second !== null })
    const rights = await may(
      meeting,
      [conveneMeeting, inviteGuest, withdrawGuest, sendChanges, remindSilent, attributeStray],
      given,
    )
    const convenes = rights["meetings.convene"]
    const invited = meeting.state === "preparing" ? [] : await invitedTo(meeting.id, given)
    const people = invited.length ? invited : plan.people
    return {
      deadline: deadlineIn(plan, given),
      is_late: meeting.state === "preparing" && plan.is_late,
      second: secondTold(second, given),
      urgency: plan.urgency && inRule(plan.urgency, given),
      quorum: plan.quorum && { ...inRule(plan.quorum.rule, given), required: plan.quorum.required },
      proxies: plan.proxies && { ...inRule(plan.proxies.rule, given), per_holder: plan.proxies.per_holder },
      counts: {
        people: people.length,
        voting: people.filter(({ voting }) => voting).length,
        by_mail: people.filter(({ means }) => means === "email").length,
        by_post: people.filter(({ means }) => means !== "email").length,
        guests: people.filter(({ is_guest }) => is_guest).length,
      },
      answers: countAnswers(invited),
      /** Items added or changed since the last letter left: those convened have not seen them. */
      changed_items: meeting.state === "convened" ? await changedSince(meeting, given) : 0,
      missing:
        meeting.state === "preparing"
          ? [...(await missingInMeeting(meeting, given)), ...(convenes ? missingInPlan(plan) : [])]
          : [],
      people: convenes && meeting.state === "preparing" ? plan.people.map(shown) : [],
      invitations: convenes ? invited : [],
      /** Guests whose invitation was taken back, with what they had been sent and what told them. */
      withdrawn: convenes && meeting.state !== "preparing" ? await withdrawnFrom(meeting.id, given) : [],
      /** What calendars answered and nobody can be sure of. */
      strays: convenes && meeting.state === "convened" ? await straysOf(meeting.id, given.db) : [],
      mine: await mineOf(meeting, invited, plan, given),
      reasons: { urgency: meeting.urgency_reason, irregular: meeting.irregular_reason },
      may: rights,
    }
  },
})

const inRule = (rule: Rule, { actor }: Circumstances) => ({
  key: rule.key,
  words: valueInWords(actor.language, rule),
  article: rule.legal_basis,
  /** Where our own default stands in for a text nobody has copied yet: the text that decides. */
  decided_by: rule.overridden_by,
  note: rule.note,
})

/** The last day as the box of the page and the API show it. Null: no rule asks for a notice. */
const deadlineIn = ({ notice, deadline }: Plan, given: Circumstances) =>
  notice && {
    ...inRule(notice, given),
    /** Null: nobody has said yet how many days. */
    last_day: deadline?.last_lawful ?? null,
    prudent: deadline?.prudent ?? null,
    last_day_by_post: deadline?.last_day_to_send_by_post ?? null,
    count_basis: deadline?.count_basis ?? null,
    late: deadline?.late ?? false,
    late_by_post: deadline?.late_by_post ?? false,
    days_left: deadline?.days_left ?? null,
    steps: deadline ? inWords(given.actor.language, deadline.explanation) : [],
  }

const shown = (person: Plan["people"][number]) => ({
  person_id: person.person_id,
  name: `${person.given_name} ${person.family_name}`,
  functions: person.functions,
  means: person.means,
  voting: person.voting,
  is_guest: person.is_guest,
})

export type Invited = {
  id: string
  person_id: string
  name: string
  means: "email" | "post"
  voting: boolean
  is_guest: boolean
  answer: "present" | "excused" | "proxy" | null
  answered_at: Temporal.Instant | null
  answered_by: string | null
  answer_note: string | null
  holder_id: string | null
  holder_name: string | null
  /** The last letter about the meeting: its kind, what became of it, and what the server said. */
  sending_id: string | null
  kind: string | null
  state: string | null
  address: string | null
  server_answer: string | null
  sent_at: Temporal.Instant | null
  next_at: Temporal.Instant | null
  bounce: string | null
}

const invitedTo = async (meetingId: string, { db }: Circumstances): Promise<Invited[]> => {
  const { rows } = await sql<Invited>`
    select i.id, i.person_id, p.given_name || ' ' || p.family_name as name, i.means, i.voting,
           not i.voting and exists (
             select from meeting_guests g
              where (g.organisation_id, g.meeting_id, g.person_id) = (i.organisation_id, i.meeting_id, i.person_id)) as is_guest,
           i.answer, i.answered_at,
           i.answered_by, i.answer_note, x.holder_id, h.given_name || ' ' || h.family_name as holder_name,
           s.id as sending_id, s.kind, s.state, s.address, s.server_answer, s.sent_at, s.next_at, s.bounce
      from invitations i
      join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
      left join proxies x on (x.organisation_id, x.meeting_id, x.giver_id) = (i.organisation_id, i.meeting_id, i.person_id)
                         and x.withdrawn_at is null
      left join people h on (h.organisation_id, h.id) = (x.organisation_id, x.holder_id)
      left join lateral (
        select * from sendings s
         where (s.organisation_id, s.meeting_id, s.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
           and s.kind in ('convocation', 'change', 'cancellation') and s.state <> 'withdrawn'
         order by s.id desc limit 1) s on true
     where i.meeting_id = ${meetingId} and i.withdrawn_at is null
     order by p.folded collate "C", i.id`.execute(db)
  return rows
}

type Withdrawn = {
  person_id: string
  name: string
  withdrawn_at: Temporal.Instant
  /** When the convocation left; null when it was held back in time. */
  convened_at: Temporal.Instant | null
  /** The letter that tells them: how it goes, and what became of it. */
  sending_id: string | null
  means: "email" | "post" | null
  state: string | null
  address: string | null
  server_answer: string | null
  sent_at: Temporal.Instant | null
}

const withdrawnFrom = async (meetingId: string, { db }: Circumstances): Promise<Withdrawn[]> => {
  const { rows } = await sql<Withdrawn>`
    select i.person_id, p.given_name || ' ' || p.family_name as name, i.withdrawn_at,
           (select max(coalesce(c.sent_at, c.queued_at)) from sendings c
             where (c.organisation_id, c.meeting_id, c.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
               and c.kind in ('convocation', 'change') and c.state not in ('waiting', 'kept', 'withdrawn')) as convened_at,
           s.id as sending_id, s.means, s.state, s.address, s.server_answer, s.sent_at
      from invitations i
      join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
      left join lateral (
        select * from sendings s
         where (s.organisation_id, s.meeting_id, s.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
           and s.kind = 'withdrawal' and s.state <> 'withdrawn'
         order by s.id desc limit 1) s on true
     where i.meeting_id = ${meetingId} and i.withdrawn_at is not null
     order by p.folded collate "C", i.id`.execute(db)
  return rows
}

const changedSince = async ({ id }: Meeting, { db }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from agenda_items i
     where i.meeting_id = ${id} and i.state = 'accepted'
       and i.changed_at > (select max(queued_at) from sendings s
                            where s.meeting_id = ${id} and s.kind in ('convocation', 'change'))`.execute(db)
  return rows[0]!.count
}

const countAnswers = (invited: readonly Invited[]) => ({
  present: invited.filter(({ answer }) => answer === "present").length,
  excused: invited.filter(({ answer }) => answer === "excused").length,
  proxy: invited.filter(({ answer }) => answer === "proxy").length,
  none: invited.filter(({ answer }) => answer === null).length,
})

/** One's own invitation, with those to whom one could give a proxy. */
const mineOf = async (meeting: Meeting, invited: readonly Invited[], plan: Plan, given: Circumstances) => {
  const own = invited.find(({ person_id }) => person_id === given.actor.personId)
  if (!own) return null
  const cap = own.voting ? (plan.proxies?.per_holder ?? 0) : 0
  const isOpen = meeting.state === "convened"
  return {
    invitation_id: own.id,
    form: (await given.db.selectFrom("people").select("form").where("id", "=", own.person_id).executeTakeFirstOrThrow())
      .form,
    answer: own.answer,
    note: own.answer_note,
    voting: own.voting,
    holder_id: own.holder_id,
    holder_name: own.holder_name,
    cap,
    holders:
      isOpen && cap > 0 ? (await holdersFor(meeting.id, own.person_id, given.db)).filter(({ held }) => held < cap) : [],
    may: {
      [answerInvitation.name]: isOpen,
      [giveProxy.name]: isOpen && cap > 0,
      [withdrawProxy.name]: isOpen && own.holder_id !== null,
    },
  }
}
