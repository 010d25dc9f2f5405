import { type RawBuilder, sql } from "kysely"
import type { Kind } from "./tables.ts"

/** What changed: ids of things, by the fact of an event that named them. */
export type Changed = {
  meetings: string[]
  items: string[]
  decisions: string[]
  tasks: string[]
  matters: string[]
  exchanges: string[]
  offices: string[]
  texts: string[]
  incoming: string[]
  /** Organisations outside, and people of ours: what is found under their names. */
  outside: string[]
  people: string[]
  files: string[]
  sittings: string[]
  bases: string[]
}

type Source = {
  /** SQL: the lines of that kind, `organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at`. */
  lines: (only: RawBuilder<boolean>) => RawBuilder<unknown>
  /** SQL, of a line's source: what changed concerns it. */
  concerned: (changed: Changed) => RawBuilder<boolean>
  /** SQL, of an entry `s` already written: the same, for what is no longer there. */
  written: (changed: Changed) => RawBuilder<boolean>
}

// Every text of a rich text, in reading order, whatever its depth; in SQL, so that a rebuild goes set by set.
const plain = (doc: RawBuilder<unknown>) =>
  sql`coalesce((select string_agg(piece #>> '{}', ' ') from jsonb_path_query(${doc}, 'strict $.**.text') as piece), '')`

const starts = sql`m.starts at time zone m.zone`
const byMeetingOrItem =
  (item: string) =>
  ({ meetings, items }: Changed) =>
    sql<boolean>`(s.meeting_id = any(${meetings}::uuid[]) or s.${sql.ref(item)} = any(${items}::uuid[]))`
const ofMeetingOrItem = ({ meetings, items }: Changed) =>
  sql<boolean>`(i.meeting_id = any(${meetings}::uuid[]) or i.id = any(${items}::uuid[]))`

// As one array made once, so that the keys of the items are looked up and no table is read through.
const itemsOf = (items: string[], files: string[]) =>
  sql`(${items}::uuid[] || array(select item_id from receipt_lines where file_id = any(${files}::uuid[]) and item_id is not null))`

const lettersOf = ({ incoming, files }: Changed) =>
  sql`(${incoming}::uuid[] || array(select incoming_id from incoming_papers where file_id = any(${files}::uuid[])))`

/** Where each kind of entry comes from. A reader may join the tables of every module. */
export const sources: Record<Kind, Source> = {
  meeting: {
    lines: (only) => sql`
      select m.organisation_id, 'meeting', m.id, m.body_id, m.id, null::uuid, m.title,
             concat_ws(' ', t.name, m.place, m.host), m.confidential, ${starts}
        from meetings m left join meeting_types t on (t.organisation_id, t.id) = (m.organisation_id, m.type_id) where ${only}`,
    concerned: ({ meetings }) => sql<boolean>`m.id = any(${meetings}::uuid[])`,
    written: ({ meetings }) => sql<boolean>`s.id = any(${meetings}::uuid[])`,
  },
  item: {
    lines: (only) => sql`
      select i.organisation_id, 'item', i.id, m.body_id, m.id, i.id, i.title,
             concat_ws(' ', ${plain(sql`i.description`)}, i.proposed_decision), i.confidential or m.confidential, ${starts}
        from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
       where i.state = 'accepted' and ${only}`,
    concerned: ofMeetingOrItem,
    written: byMeetingOrItem("id"),
  },
  // A draft is its scribe's: minutes are found once they have circulated.
  minutes: {
    lines: (only) => sql`
      select i.organisation_id, 'minutes', i.id, m.body_id, m.id, i.id, i.title, ${plain(sql`i.notes`)},
             i.confidential or m.confidential, ${starts}
        from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
        join minutes w on (w.organisation_id, w.meeting_id) = (m.organisation_id, m.id)
       where w.state in ('circulated', 'approved') and i.state = 'accepted' and i.notes is not null and ${only}
      union all
      select i.organisation_id, 'minutes', i.id, i.body_id, i.id, null, i.title,
             concat_ws(' ', w.reference, ${plain(sql`w.opening`)}, ${plain(sql`w.closing`)}), i.confidential,
             i.starts at time zone i.zone
        from (select *, id as meeting_id from meetings) i
        join minutes w on (w.organisation_id, w.meeting_id) = (i.organisation_id, i.id)
       where w.state in ('circulated', 'approved') and ${only}`,
    concerned: ofMeetingOrItem,
    written: byMeetingOrItem("id"),
  },
  paper: {
    lines: (only) => sql`
      select distinct on (f.id) f.organisation_id, 'paper', f.id, m.body_id, m.id, i.id, f.name, coalesce(f.text, ''),
             f.confidential or i.confidential or m.confidential, f.kept_at
        from files f
        join item_papers k on (k.organisation_id, k.file_id) = (f.organisation_id, f.id)
        join agenda_items i on (i.organisation_id, i.id) = (k.organisation_id, k.item_id)
        join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
       where i.state = 'accepted' and ${only}
       order by f.id, (f.confidential or i.confidential or m.confidential), m.starts desc`,
    concerned: (changed) => sql<boolean>`(f.id = any(${changed.files}::uuid[]) or ${ofMeetingOrItem(changed)})`,
    written: (changed) =>
      sql<boolean>`(s.id = any(${changed.files}::uuid[]) or ${byMeetingOrItem("item_id")(changed)})`,
  },
  matter: {
    lines: (only) => sql`
      select x.organisation_id, 'matter', x.id, x.body_id, null::uuid, null::uuid, x.title, x.standing, x.confidential,
             x.opened_on::timestamp at time zone 'Europe/Brussels'
        from matters x where ${only}`,
    concerned: ({ matters }) => sql<boolean>`x.id = any(${matters}::uuid[])`,
    written: ({ matters }) => sql<boolean>`s.id = any(${matters}::uuid[])`,
  },
  decision: {
    lines: (only) => sql`
      select d.organisation_id, 'decision', d.id, d.body_id, d.meeting_id, d.item_id, d.title,
             d.year || '-' || d.number || ' ' || d.text, d.confidential, d.taken_at
        from decisions d where ${only}`,
    concerned: ({ decisions }) => sql<boolean>`d.id = any(${decisions}::uuid[])`,
    written: ({ decisions }) => sql<boolean>`s.id = any(${decisions}::uuid[])`,
  },
  task: {
    lines: (only) => sql`
      select t.organisation_id, 'task', t.id, t.body_id, null::uuid, null::uuid, t.what,
             concat_ws(' ', t.note, (select string_agg(n.text, ' ' order by n.at) from task_notes n
                                      where (n.organisation_id, n.task_id) = (t.organisation_id, t.id))),
             t.confidential, t.created_at
        from tasks t where ${only}`,
    concerned: ({ tasks }) => sql<boolean>`t.id = any(${tasks}::uuid[])`,
    written: ({ tasks }) => sql<boolean>`s.id = any(${tasks}::uuid[])`,
  },
  exchange: {
    lines: (only) => sql`
      select e.organisation_id, 'exchange', e.id, e.body_id, null::uuid, null::uuid, e.about,
             concat_ws(' ', e.said, e.next_step, e.answer), e.confidential, e.on_day::timestamp at time zone 'Europe/Brussels'
        from exchanges e where ${only}`,
    concerned: ({ exchanges }) => sql<boolean>`e.id = any(${exchanges}::uuid[])`,
    written: ({ exchanges }) => sql<boolean>`s.id = any(${exchanges}::uuid[])`,
  },
  // By its number and its words, whatever became of it; one that was given up is not looked for.
  text: {
    lines: (only) => sql`
      select w.organisation_id, 'text', w.id, w.body_id, null::uuid, null::uuid, w.title,
             concat_ws(' ', w.reference, w.their_number, ${plain(sql`case when not w.confidential then w.doc end`)},
                       case when not w.confidential then (select string_agg(value, ' ') from jsonb_each_text(w.fields)) end),
             w.confidential, w.changed_at
        from texts w where w.state <> 'dropped' and ${only}`,
    concerned: ({ texts }) => sql<boolean>`w.id = any(${texts}::uuid[])`,
    written: ({ texts }) => sql<boolean>`s.id = any(${texts}::uuid[])`,
  },
  // A letter that came, by whom it is from, its numbers, what was noted of it, and the words of its pages.
  incoming: {
    lines: (only) => sql`
      select n.organisation_id, 'incoming', n.id, n.body_id, null::uuid, null::uuid, n.about,
             concat_ws(' ', n.reference, n.sender, n.their_reference, case when not n.confidential then n.note end,
                       (select string_agg(left(f.text, 100000), ' ' order by k.place) from incoming_papers k
                          join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
                         where (k.organisation_id, k.incoming_id) = (n.organisation_id, n.id) and not f.confidential)),
             n.confidential, n.received_on::timestamp at time zone 'Europe/Brussels'
        from incoming_letters n where ${only}`,
    concerned: (changed) =>
      sql<boolean>`(n.id = any(${lettersOf(changed)}) or n.contact_id = any(${changed.outside}::uuid[]))`,
    written: (changed) => sql<boolean>`s.id = any(${lettersOf(changed)})`,
  },
  // The text of an assembly that we amend, as the version that is amended says it.
  base: {
    lines: (only) => sql`
      select b.organisation_id, 'base', b.id, b.body_id, null::uuid, null::uuid, b.title,
             concat_ws(' ', b.reference, (select string_agg(p ->> 'text', ' ') from jsonb_array_elements(v.paragraphs) p)),
             false, b.brought_at
        from bases b
        left join base_versions v on (v.organisation_id, v.base_id, v.number) = (b.organisation_id, b.id, b.version)
       where ${only}`,
    concerned: ({ bases }) => sql<boolean>`b.id = any(${bases}::uuid[])`,
    written: ({ bases }) => sql<boolean>`s.id = any(${bases}::uuid[])`,
  },
  // Found by the person, the institution, the title and the delegation, those of today and those that ended.
  office: {
    lines: (only) => sql`
      select o.organisation_id, 'office', o.id, o.body_id, null::uuid, null::uuid,
             concat_ws(' ', nullif(p.given_name, ''), p.family_name) || ', ' || k.name,
             concat_ws(' ', o.title, o.delegation, o.origin_note), false, o.since::timestamp at time zone 'Europe/Brussels'
        from offices o
        join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
        join counterparts k on (k.organisation_id, k.id) = (i.organisation_id, i.outside_id)
        join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
       where p.erased_on is null and ${only}`,
    concerned: ({ offices, outside, people }) => sql<boolean>`(
      o.id = any(${offices}::uuid[]) or o.person_id = any(${people}::uuid[]) or k.id = any(${outside}::uuid[]))`,
    written: ({ offices, outside, people }) => sql<boolean>`(
      s.id = any(${offices}::uuid[]) or s.id in (
        select o.id from offices o join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
         where o.person_id = any(${people}::uuid[]) or i.outside_id = any(${outside}::uuid[])))`,
  },
  // Of a sitting: `meeting_id` is the sitting. What the reader wrote of an item is found with it.
  sitting_item: {
    lines: (only) => sql`
      select i.organisation_id, 'sitting_item', i.id, k.body_id, k.id, i.id, i.title,
             concat_ws(' ', i.number, i.rapporteur, i.commission, i.stance_note, h.what, h.gains, h.line, h.risk, h.questions),
             false, k.starts at time zone k.zone
        from sitting_items i
        join sittings k on (k.organisation_id, k.id) = (i.organisation_id, i.sitting_id)
        left join reading_sheets h on (h.organisation_id, h.item_id) = (i.organisation_id, i.id)
       where i.removed_at is null and ${only}`,
    concerned: ({ items, sittings, files }) =>
      sql<boolean>`(i.id = any(${itemsOf(items, files)}) or i.sitting_id = any(${sittings}::uuid[]))`,
    written: ({ items, sittings, files }) =>
      sql<boolean>`(s.id = any(${itemsOf(items, files)}) or s.meeting_id = any(${sittings}::uuid[]))`,
  },
  sitting_paper: {
    lines: (only) => sql`
      select distinct on (f.id) f.organisation_id, 'sitting_paper', f.id, k.body_id, k.id, i.id, f.name, coalesce(f.text, ''),
             false, f.kept_at
        from receipt_lines l
        join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
        join sitting_items i on (i.organisation_id, i.id) = (l.organisation_id, l.item_id)
        join sittings k on (k.organisation_id, k.id) = (i.organisation_id, i.sitting_id)
       where i.removed_at is null and not f.confidential and ${only}
       order by f.id, k.starts desc`,
    concerned: ({ items, files }) =>
      sql<boolean>`(l.file_id = any(${files}::uuid[]) or l.item_id = any(${items}::uuid[]))`,
    written: ({ items, files }) => sql<boolean>`(s.id = any(${files}::uuid[]) or s.item_id = any(${items}::uuid[]))`,
  },
}
