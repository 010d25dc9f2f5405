-- Erased: the row stays, without a name, for what must stay lawful to name somebody: minutes, votes, accounts.
alter table people add column erased_on date;

-- Who opened the file of a person, on which day and how often. Read by the person themselves; kept as long as the rulebook says.
create table person_openings (
  organisation_id uuid not null,
  person_id uuid not null,
  opened_by uuid not null,
  day date not null,
  times int not null default 1,
  primary key (organisation_id, person_id, opened_by, day),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, opened_by) references people
);
select tenant('person_openings');
create index person_openings_by_day on person_openings (organisation_id, day);
