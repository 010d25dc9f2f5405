-- Items of sittings are found by their titles and what was written of them, and the reports by their words.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check
  check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task', 'exchange', 'office', 'text',
                  'sitting_item', 'sitting_paper'));

-- Those received before; the journal tells of the others.
alter table search_entries no force row level security;
alter table sittings no force row level security;
alter table sitting_items no force row level security;
alter table receipt_lines no force row level security;
alter table files no force row level security;
insert into search_entries (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
select i.organisation_id, 'sitting_item', i.id, s.body_id, s.id, i.id, i.title,
       concat_ws(' ', i.number, i.rapporteur, i.commission, i.stance_note), false, s.starts at time zone s.zone
  from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
 where i.removed_at is null;
insert into search_entries (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
select distinct on (f.organisation_id, f.id) f.organisation_id, 'sitting_paper', f.id, s.body_id, s.id, i.id, f.name,
       coalesce(f.text, ''), false, f.kept_at
  from receipt_lines l
  join files f on (f.organisation_id, f.id) = (l.organisation_id, l.file_id)
  join sitting_items i on (i.organisation_id, i.id) = (l.organisation_id, l.item_id)
  join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
 where i.removed_at is null and not f.confidential
 order by f.organisation_id, f.id, s.starts desc;
alter table files force row level security;
alter table receipt_lines force row level security;
alter table sitting_items force row level security;
alter table sittings force row level security;
alter table search_entries force row level security;
