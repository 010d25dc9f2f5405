-- A sub-amendment is written on what an amendment puts into the text: its operations count the paragraphs of that amendment, and
-- `version` is the revision of it they were written on. Beside its operations it keeps the paragraphs themselves (`on`).
alter table amendments
  add column amends_id uuid,
  -- Counted each time what it puts into the text changes.
  add column revision int not null default 1 check (revision > 0),
  add foreign key (organisation_id, amends_id) references amendments,
  add check (amends_id <> id);
create index amendments_by_amended on amendments (organisation_id, amends_id) where amends_id is not null;
