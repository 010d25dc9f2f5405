-- Who follows a matter, and how often they want to be told of it. Without a row, or without a pace in it, whoever leads a matter or works on
-- it is told each week, and nobody else is told anything.
create table matter_watchers (
  organisation_id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  pace text check (pace in ('now', 'day', 'week', 'never')),
  -- All that was known before was told, or was there when they began to follow.
  told_until timestamptz not null,
  primary key (organisation_id, matter_id, person_id),
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, person_id) references people
);
select tenant('matter_watchers');
create index matter_watchers_by_person on matter_watchers (organisation_id, person_id);
create index matter_watchers_by_pace on matter_watchers (organisation_id, pace, told_until);
create index matters_worked_on on matters (organisation_id, staff_id) where staff_id is not null;
