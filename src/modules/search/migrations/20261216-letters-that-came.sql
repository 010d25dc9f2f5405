-- Letters that came are found by whom they are from, what they are about and the words of their pages.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check
  check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task', 'exchange', 'office', 'text',
                  'sitting_item', 'sitting_paper', 'incoming'));

-- Those registered before; the journal tells of the others.
alter table search_entries no force row level security;
alter table incoming_letters no force row level security;
alter table incoming_papers no force row level security;
alter table files no force row level security;
insert into search_entries (organisation_id, kind, id, body_id, meeting_id, item_id, title, text, confidential, at)
select n.organisation_id, 'incoming', n.id, n.body_id, null, null, n.about,
       case when n.confidential then '' else
         concat_ws(' ', n.reference, n.sender, n.their_reference, n.note,
                   (select string_agg(left(f.text, 100000), ' ' order by k.place) from incoming_papers k
                      join files f on (f.organisation_id, f.id) = (k.organisation_id, k.file_id)
                     where (k.organisation_id, k.incoming_id) = (n.organisation_id, n.id) and not f.confidential)) end,
       n.confidential, n.received_on::timestamp at time zone 'Europe/Brussels'
  from incoming_letters n;
alter table files force row level security;
alter table incoming_papers force row level security;
alter table incoming_letters force row level security;
alter table search_entries force row level security;
