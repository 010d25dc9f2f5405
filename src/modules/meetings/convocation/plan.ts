import { dayOf } from "../../../kernel/clock.ts"
import { type ConvocationDeadline, convocationDeadline } from "../../../kernel/law/convocation-deadline.ts"
import type { Country } from "../../../kernel/law/holidays.ts"
import { proxyRuleSchema } from "../../../kernel/law/proxies.ts"
import { quorumRequired, quorumRuleSchema } from "../../../kernel/law/quorum.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody, ruleOf } from "../../bodies/contract.ts"
import { type Convened, type Member, membersOf } from "../../mandates/contract.ts"
import { checkPeople } from "../check-people.ts"
import type { Meeting } from "../meeting.ts"
import { findType } from "../store.ts"
import { guestsOf } from "./store.ts"

export type Invitee = Member & { is_guest: boolean }

/** Who is to be convened, by when, and what the rulebook says of quorum and proxies. Nothing is written. */
export type Plan = {
  people: Invitee[]
  /** The rule of notice in force; null when the type of meeting asks for none. Its value is null when nobody has said it. */
  notice: Rule | null
  deadline: ConvocationDeadline | null
  /** The last day has passed for those who get it by the means they get it. */
  is_late: boolean
  /** The rulebook's way to convene late, if it knows one. */
  urgency: Rule | null
  quorum: { rule: Rule; required: number | null } | null
  proxies: { rule: Rule; per_holder: number | null } | null
  /** Where its letters are written; null while nobody has said. */
  town: string | null
}

export const planOf = async (
  meeting: Meeting,
  guestIds: readonly string[],
  given: Circumstances,
  /** A second or third convocation has a notice of its own where the rulebook gives one (CDLD L1122-13). */
  { isSecond = false } = {},
): Promise<Plan> => {
  const { db, now } = given
  const today = dayOf(now, meeting.zone)
  const type = meeting.type_id ? await findType(meeting.type_id, meeting.body_id, db) : undefined
  const body = await findBody(meeting.body_id, db)
  const rule = async (key: string | null | undefined) => (key ? ruleOf(meeting.body_id, key, today, db) : null)
  const people = await inviteesOf(meeting, type, guestIds, today, given)
  const again = isSecond && type?.notice_rule ? await rule(`${bookOf(type.notice_rule)}.notice_2_3`) : null
  const notice = again?.value ? again : await rule(type?.notice_rule)
  const deadline = notice ? await deadlineOf(meeting, notice, body, today, given) : null
  const byPost = people.some(({ means }) => means !== "email")
  return {
    people,
    notice,
    deadline,
    is_late: deadline !== null && (deadline.late || (byPost && deadline.late_by_post)),
    urgency: await rule(urgencyKey(type?.notice_rule)),
    quorum: await quorumOf(await rule(type?.quorum_rule), people),
    proxies: proxiesOf(await rule(type?.proxy_rule)),
    town: body?.town ?? null,
  }
}

/** How many proxies one member may hold in this meeting: 0 when the rulebook does not speak of them. */
export const proxyCap = async (meeting: Meeting, { db, now }: Circumstances): Promise<number> => {
  const type = meeting.type_id ? await findType(meeting.type_id, meeting.body_id, db) : undefined
  const key = type?.proxy_rule
  const rule = key ? await ruleOf(meeting.body_id, key, dayOf(now, meeting.zone), db) : null
  return proxiesOf(rule)?.per_holder ?? 0
}

/** The rulebook's way to convene late in this type of meeting, if it knows one. */
export const urgencyOf = async (meeting: Meeting, { db, now }: Circumstances): Promise<Rule | null> => {
  const type = meeting.type_id ? await findType(meeting.type_id, meeting.body_id, db) : undefined
  const key = urgencyKey(type?.notice_rule)
  return key ? ruleOf(meeting.body_id, key, dayOf(now, meeting.zone), db) : null
}

type Type = Awaited<ReturnType<typeof findType>>

const inviteesOf = async (
  meeting: Meeting,
  type: Type,
  guestIds: readonly string[],
  today: Temporal.PlainDate,
  given: Circumstances,
): Promise<Invitee[]> => {
  const { db } = given
  const convened = await convenedBy(type, meeting.body_id, db)
  const members = convened ? await membersOf(meeting.body_id, convened, today, db) : []
  const known = new Set(members.map(({ person_id }) => person_id))
  await checkPeople(
    guestIds.filter((id) => !known.has(id)),
    meeting,
    given,
  )
  const wanted = [...new Set([...(await guestsOf(meeting.id, db)), ...guestIds])].filter((id) => !known.has(id))
  const guests = wanted.length
    ? await membersOf(meeting.body_id, { convenes: "listed", people: wanted }, today, db)
    : []
  return [
    ...members.map((one) => ({ ...one, is_guest: false })),
    // In a meeting of people named one by one, members of the body have their vote; elsewhere a guest has none.
    ...guests.map((one) => ({ ...one, is_guest: convened !== null, voting: convened === null && one.voting })),
  ]
}

const convenedBy = async (type: Type, bodyId: string, db: Circumstances["db"]): Promise<Convened | null> => {
  if (!type) return { convenes: "members" }
  if (type.convenes === "listed") return null
  if (type.convenes !== "holders") return { convenes: type.convenes }
  if (type.functions.length) return { convenes: "holders", functions: type.functions }
  const all = await db.selectFrom("functions").select("key").where("body_id", "=", bodyId).execute()
  return { convenes: "holders", functions: all.map(({ key }) => key) }
}

const deadlineOf = async (
  meeting: Meeting,
  notice: Rule,
  body: { country: string } | undefined,
  today: Temporal.PlainDate,
  { db }: Circumstances,
) => {
  // A notice in hours or at a day of the year is said in words, not counted here.
  if (!["days", "clear_days"].includes(notice.unit) || typeof notice.value !== "number") return null
  const posting = await ruleOf(meeting.body_id, `${bookOf(notice.key)}.postal_days`, today, db)
  return convocationDeadline({
    rule: notice,
    meetingOn: meeting.starts.toPlainDate(),
    country: (body?.country ?? "BE") as Country,
    now: today,
    ...(typeof posting?.value === "number" ? { postalDays: posting.value } : {}),
  })
}

/** "be.locale.notice.assembly" is of the book "be.locale", whose urgency is "be.locale.urgency". */
const bookOf = (key: string) => key.split(".").slice(0, 2).join(".")
const urgencyKey = (notice: string | null | undefined) => (notice ? `${bookOf(notice)}.urgency` : null)

const quorumOf = async (rule: Rule | null, people: readonly Invitee[]) => {
  if (!rule) return null
  const value = quorumRuleSchema.safeParse(rule.value)
  if (!value.success) return { rule, required: null }
  const base = people.filter((one) => one.is_member && (value.data.of !== "members_up_to_date" || one.up_to_date))
  return { rule, required: quorumRequired(value.data, base.length) }
}

const proxiesOf = (rule: Rule | null) => {
  if (!rule) return null
  const value = proxyRuleSchema.safeParse(rule.value)
  return { rule, per_holder: value.success ? value.data.per_holder : null }
}
