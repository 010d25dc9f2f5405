-- Two records of one person: the one that goes stays as a trace of where it went, with no more than a name, so that its
-- address and what the journal says of it lead to the one that stays.
alter table people
  add column merged_into uuid,
  add column merged_at timestamptz,
  add foreign key (organisation_id, merged_into) references people,
  add check (merged_into <> id);
create index people_merged on people (organisation_id, merged_into) where merged_into is not null;

-- Pairs that are alike, as the last search found them. Scores and reasons only: what they are said of is read on the people.
create table likely_same (
  organisation_id uuid not null references organisations,
  first_id uuid not null,
  second_id uuid not null,
  -- From 0 to 100.
  likeness int not null,
  reasons text[] not null,
  primary key (organisation_id, first_id, second_id),
  foreign key (organisation_id, first_id) references people,
  foreign key (organisation_id, second_id) references people
);
select tenant('likely_same');
create index likely_same_best on likely_same (organisation_id, likeness desc, first_id, second_id);
create index likely_same_second on likely_same (organisation_id, second_id);

-- Somebody said that they are two people: never proposed again.
create table people_apart (
  organisation_id uuid not null references organisations,
  first_id uuid not null,
  second_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation_id, first_id, second_id),
  foreign key (organisation_id, first_id) references people,
  foreign key (organisation_id, second_id) references people,
  foreign key (organisation_id, said_by) references people
);
select tenant('people_apart');

-- When they were last looked for, and how many pairs there were.
create table duplicate_searches (
  organisation_id uuid not null references organisations,
  sought_at timestamptz not null,
  pairs int not null,
  primary key (organisation_id)
);
select tenant('duplicate_searches');
