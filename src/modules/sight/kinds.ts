import { type RawBuilder, sql } from "kysely"
import { isBaseSeen } from "../amendments/contract.ts"
import { isCounterpartSeen, isExchangeSeen } from "../counterparts/contract.ts"
import { isDecisionSeen } from "../decisions/contract.ts"
import { bodiesOf, bodiesWhere, isPersonSeen, type Who } from "../mandates/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isPaperHung, isPaperOpen, isSeen } from "../meetings/contract.ts"
import { isIncomingSeen } from "../letters/contract.ts"
import { isListSeen } from "../lists/contract.ts"
import { isDuesReader } from "../members/contract.ts"
import { isOfficeSeen } from "../offices/contract.ts"
import { isTaskSeen } from "../tasks/contract.ts"
import { isTextSeen } from "../texts/contract.ts"
import { isSittingSeen } from "../sittings/contract.ts"
import { isNewcomerSeen } from "../welcome/contract.ts"

export const kinds = [
  "meeting",
  "decision",
  "task",
  "matter",
  "text",
  "person",
  "counterpart",
  "exchange",
  "paper",
  "office",
  "newcomer",
  "list",
  "application",
  "dues",
  "sitting",
  "incoming",
  "base",
] as const
export type Kind = (typeof kinds)[number]

export type Sighted = {
  /** SQL: one row for the thing, with `body_id`, `confidential` and the ids of those it names (`named`). */
  thing: (id: string) => RawBuilder<unknown>
  /** SQL, a condition: whether `who` sees the thing; the very rule that its own pages are read by. */
  isSeen: (id: string, who: Who, on: Temporal.PlainDate) => RawBuilder<unknown>
}

/** Each kind of thing by the rule of its own module: nothing is said here that the pages do not do. */
export const sighted: Record<Kind, Sighted> = {
  meeting: {
    thing: (id) => sql`select m.body_id, m.confidential, array(select v.person_id from invitations v
        where (v.organisation_id, v.meeting_id) = (m.organisation_id, m.id) and v.withdrawn_at is null
        union select g.person_id from grants g where g.meeting_id = m.id and g.revoked_on is null) as named
      from meetings m where m.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from meetings m where m.id = ${id} and ${isSeen(who, on)})`,
  },
  decision: {
    thing: (id) => sql`select d.body_id, d.confidential, array(
        select v.person_id from invitations v where (v.organisation_id, v.meeting_id) = (d.organisation_id, d.meeting_id)
        union select a.person_id from attendances a where (a.organisation_id, a.meeting_id) = (d.organisation_id, d.meeting_id)) as named
      from decisions d where d.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from decisions d where d.id = ${id} and ${isDecisionSeen(who, on)})`,
  },
  task: {
    thing: (id) => sql`select t.body_id, t.confidential, array(
        select t.owner_id where t.owner_id is not null union select t.created_by where t.created_by is not null
        union select h.person_id from task_helpers h where (h.organisation_id, h.task_id) = (t.organisation_id, t.id)) as named
      from tasks t where t.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from tasks t where t.id = ${id} and ${isTaskSeen(who, on)})`,
  },
  matter: {
    thing: (id) => sql`select x.body_id, x.confidential, array(select x.lead_id where x.lead_id is not null
        union select x.staff_id where x.staff_id is not null
        union select g.person_id from grants g where g.matter_id = x.id and g.revoked_on is null) as named
      from matters x where x.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from matters x where x.id = ${id} and ${isMatterSeen(who, on)})`,
  },
  text: {
    thing: (id) => sql`select w.body_id, w.confidential, array(
        select w.author_id where w.author_id is not null union select w.written_by where w.written_by is not null
        union select r.person_id from text_readers r where (r.organisation_id, r.text_id) = (w.organisation_id, w.id)) as named
      from texts w where w.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from texts w where w.id = ${id} and ${isTextSeen(who, on)})`,
  },
  // Who reads the file of that body; being of the body is not enough.
  counterpart: {
    thing: (id) =>
      sql`select c.body_id, false as confidential, '{}'::uuid[] as named from counterparts c where c.id = ${id}`,
    isSeen: (id, who, on) =>
      sql`exists (select from counterparts c where c.id = ${id} and ${isCounterpartSeen(who, on)})`,
  },
  exchange: {
    thing: (id) => sql`select e.body_id, e.confidential, array(
        select e.logged_by where e.logged_by is not null
        union select o.person_id from exchange_ours o where (o.organisation_id, o.exchange_id) = (e.organisation_id, e.id)) as named
      from exchanges e where e.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from exchanges e where e.id = ${id} and ${isExchangeSeen(who, on)})`,
  },
  // The contact details: the name alone is known to every member of the same body.
  person: {
    thing: (id) => sql`select (select body_id from (
          select body_id, until from memberships where person_id = p.id union all select body_id, until from mandates where person_id = p.id) as places
         order by until desc nulls first limit 1) as body_id, true as confidential, array[p.id] as named
      from people p where p.id = ${id} and p.erased_on is null`,
    isSeen: (id, who, on) => sql`(${who} = ${id}::uuid or exists (
      select from (select body_id from memberships where person_id = ${id} union select body_id from mandates where person_id = ${id}) as places
       where body_id in (${bodiesWhere("people.read", who, on)})))`,
  },
  // As `mayOpen` of the documents: who sent it, whoever one of its items lets in; one that hangs nowhere is its body's.
  paper: {
    thing: (id) => sql`select f.body_id, array(
        select f.kept_by where f.kept_by is not null
        union select unnest(array[i.presenter_id, i.proposed_by]) from item_papers k join agenda_items i on i.id = k.item_id where k.file_id = f.id
        union select v.person_id from item_papers k join agenda_items i on i.id = k.item_id
          join invitations v on v.meeting_id = i.meeting_id and v.withdrawn_at is null where k.file_id = f.id) as named,
        case when ${isPaperHung} then not exists (select from item_papers k join agenda_items i on i.id = k.item_id
               join meetings m on m.id = i.meeting_id where k.file_id = f.id and not i.confidential and not m.confidential)
             else f.confidential end as confidential
      from files f where f.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from files f where f.id = ${id} and (
      f.kept_by = ${who}
      or case when ${isPaperHung} then ${isPaperOpen(who, on)}
              when f.confidential then f.body_id in (${bodiesWhere("confidential.read", who, on)})
              else f.body_id in (${bodiesOf(who, on)}) end))`,
  },
  office: {
    thing: (id) =>
      sql`select o.body_id, false as confidential, array[o.person_id] as named from offices o where o.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from offices o where o.id = ${id} and ${isOfficeSeen(who, on)})`,
  },
  newcomer: {
    thing: (
      id,
    ) => sql`select n.body_id, false as confidential, array(select n.welcomer_id where n.welcomer_id is not null) as named
      from newcomers n where n.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from newcomers n where n.id = ${id} and ${isNewcomerSeen(who, on)})`,
  },
  list: {
    thing: (id) => sql`select l.body_id, false as confidential, array(
        select g.person_id from grants g where g.list_id = l.id and g.revoked_on is null) as named
      from lists l where l.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from lists l where l.id = ${id} and ${isListSeen(who, on)})`,
  },
  application: {
    thing: (id) =>
      sql`select a.body_id, false as confidential, '{}'::uuid[] as named from applications a where a.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from applications a where a.id = ${id}
      and a.body_id in (${bodiesWhere("people.manage", who, on)}))`,
  },
  base: {
    thing: (id) => sql`select b.body_id, false as confidential, '{}'::uuid[] as named from bases b where b.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from bases b where b.id = ${id} and ${isBaseSeen(who, on)})`,
  },
  sitting: {
    thing: (id) => sql`select s.body_id, false as confidential, array(select i.reader_id from sitting_items i
        where (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.reader_id is not null) as named
      from sittings s where s.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from sittings s where s.id = ${id} and ${isSittingSeen(who, on)})`,
  },
  // A letter that came: whoever keeps the register, whom it was given to, whom its matter was given to.
  incoming: {
    thing: (id) => sql`select n.body_id, n.confidential, array(
        select n.given_to where n.given_to is not null union select n.registered_by where n.registered_by is not null
        union select g.person_id from grants g where g.matter_id = n.matter_id and g.revoked_on is null and not n.confidential) as named
      from incoming_letters n where n.id = ${id}`,
    isSeen: (id, who, on) =>
      sql`exists (select from incoming_letters n where n.id = ${id} and ${isIncomingSeen(who, on)})`,
  },
  // What a member owes and paid in one body: `id` is their membership.
  dues: {
    thing: (id) =>
      sql`select x.body_id, false as confidential, '{}'::uuid[] as named from memberships x where x.id = ${id}`,
    isSeen: (id, who, on) => sql`exists (select from memberships x where x.id = ${id}
      and exists (select from people y where y.id = x.person_id and y.erased_on is null)
      and ${isDuesReader(who, on)} and ${isPersonSeen(sql`x.person_id`, who, on)})`,
  },
}
