-- The day of birth of a member under eighteen, where a voting age stands in the rulebook. Nobody else's is asked (GDPR art. 5.1.c),
-- and it is forgotten the night after it can no longer matter.
create table birth_days (
  organisation_id uuid not null,
  person_id uuid not null,
  born_on date not null,
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, noted_by) references people
);
select tenant('birth_days');
create index birth_days_by_day on birth_days (organisation_id, born_on);
