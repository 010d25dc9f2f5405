import { type RawBuilder, sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { queueLetters, withdrawLetters } from "../../post/contract.ts"
import type { Meeting } from "../meeting.ts"
import { type LetterKind, orderFor, subjectOf } from "./orders.ts"

type Invited = Parameters<typeof orderFor>[2] & { invitation_id: string; answer: string | null; is_reached: boolean }

/**
 * Those convened, with the address they have today, and whether a letter about this meeting may have reached them: who has
 * had none is convened, not told of a change.
 */
export const invitedPeople = (meetingId: string, given: Circumstances): Promise<Invited[]> =>
  peopleOf(meetingId, sql`i.withdrawn_at is null`, given)

const peopleOf = async (meetingId: string, which: RawBuilder<unknown>, { db }: Circumstances): Promise<Invited[]> => {
  const { rows } = await sql<Invited>`
    select i.id as invitation_id, i.person_id, i.answer, p.given_name, p.family_name, nullif(trim(p.email), '') as email,
           p.street, p.postcode, p.town, p.country,
           case when nullif(trim(p.email), '') is not null and not p.post_only then 'email' else 'post' end as means,
           exists (select from sendings s
                    where (s.organisation_id, s.meeting_id, s.person_id) = (i.organisation_id, i.meeting_id, i.person_id)
                      and s.kind in ('convocation', 'change')
                      and s.state in ('sending', 'accepted', 'unknown', 'printed')) as is_reached
      from invitations i join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
     where i.meeting_id = ${meetingId} and ${which}
     order by p.folded collate "C", i.id`.execute(db)
  return rows
}

const ABOUT_COMING = ["convocation", "change", "reminder", "eve"] as const

/** Writes to all who are convened that the meeting is no longer what their letter says. What had not left yet leaves as it is now. */
export const tellOfChange = async (meeting: Meeting, given: Circumstances, { moved = false } = {}): Promise<number> => {
  const people = await invitedPeople(meeting.id, given)
  await withdrawLetters({ meetingId: meeting.id, kinds: ABOUT_COMING }, given)
  await write(meeting, people, (one) => (one.is_reached ? "change" : "convocation"), given, { moved })
  return people.length
}

/** Whoever never heard of the meeting need not hear that it is off. */
export const tellOfCancellation = async (meeting: Meeting, given: Circumstances): Promise<number> => {
  const people = (await invitedPeople(meeting.id, given)).filter(({ is_reached }) => is_reached)
  await withdrawLetters({ meetingId: meeting.id, kinds: ABOUT_COMING }, given)
  await write(meeting, people, () => "cancellation", given)
  return people.length
}

/** Tells a guest that they are no longer expected; false when no letter had reached them, and what waited is held back. */
export const tellOfWithdrawal = async (meeting: Meeting, personId: string, given: Circumstances): Promise<boolean> => {
  await withdrawLetters({ meetingId: meeting.id, kinds: ABOUT_COMING, personIds: [personId] }, given)
  const people = (await peopleOf(meeting.id, sql`i.person_id = ${personId}`, given)).filter(
    ({ is_reached }) => is_reached,
  )
  await write(meeting, people, () => "withdrawal", given)
  return people.length > 0
}

export const write = async (
  meeting: Meeting,
  people: readonly Invited[],
  kindOf: (one: Invited) => LetterKind,
  given: Circumstances,
  more: Record<string, unknown> = {},
): Promise<void> => {
  const subjects = new Map<LetterKind, string>()
  for (const kind of new Set(people.map(kindOf))) subjects.set(kind, await subjectOf(kind, meeting, given.db))
  await queueLetters(
    people.map((one) => {
      const kind = kindOf(one)
      const order = orderFor(kind, meeting, one, one.invitation_id, subjects.get(kind)!)
      return { ...order, content: { ...order.content, ...more } }
    }),
    given,
  )
}
