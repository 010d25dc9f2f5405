-- The texts one amends are found by their title, their number and the words of the version that is amended.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check
  check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task', 'exchange', 'office', 'text',
                  'sitting_item', 'sitting_paper', 'incoming', 'base'));

-- Those brought before; the journal tells of the others.
alter table search_entries no force row level security;
alter table bases no force row level security;
alter table base_versions no force row level security;
insert into search_entries (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
select b.organisation_id, 'base', b.id, b.body_id, null, null, b.title,
       concat_ws(' ', b.reference, (select string_agg(p ->> 'text', ' ') from jsonb_array_elements(v.paragraphs) p)), false, b.brought_at
  from bases b
  left join base_versions v on (v.organisation_id, v.base_id, v.number) = (b.organisation_id, b.id, b.version);
alter table base_versions force row level security;
alter table bases force row level security;
alter table search_entries force row level security;
