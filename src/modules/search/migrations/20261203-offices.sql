-- Who sits where outside is found by its words too.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check
  check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task', 'exchange', 'office'));

-- Those recorded before; the journal tells of the others.
alter table search_entries no force row level security;
alter table offices no force row level security;
alter table institutions no force row level security;
alter table counterparts no force row level security;
alter table people no force row level security;
insert into search_entries (organisation_id, kind, id, body_id, title, text, confidential, at)
select o.organisation_id, 'office', o.id, o.body_id, concat_ws(' ', nullif(p.given_name, ''), p.family_name) || ', ' || k.name,
       concat_ws(' ', o.title, o.delegation, o.origin_note), false, o.since::timestamp at time zone 'Europe/Brussels'
  from offices o
  join institutions i on (i.organisation_id, i.id) = (o.organisation_id, o.institution_id)
  join counterparts k on (k.organisation_id, k.id) = (i.organisation_id, i.outside_id)
  join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
 where p.erased_on is null;
alter table people force row level security;
alter table counterparts force row level security;
alter table institutions force row level security;
alter table offices force row level security;
alter table search_entries force row level security;
