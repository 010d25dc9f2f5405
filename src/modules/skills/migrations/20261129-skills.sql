-- What people of a body can do: the body keeps its own list. A skill ends, and is never deleted: what was said of it stays readable.
create table skills (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  theme text not null check (theme in ('speaking', 'mandate', 'money', 'image', 'field', 'hosting', 'knowledge')),
  name text not null,
  position int not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('skills');
create index skills_by_body on skills (organisation_id, body_id, theme, position);
-- One word for one thing in a body: two columns of the same name would share those who know.
create unique index skills_in_use on skills (organisation_id, body_id, f_unaccent(lower(name))) where ended_on is null;

-- What one person said of themselves in one body, and when. The signed link of their letter stands on this row.
create table skill_sheets (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  -- When we last wrote to ask, and whoever did (null: the yearly letter).
  asked_on date,
  asked_by uuid,
  -- When it was last said to be right, and whoever typed it.
  confirmed_on date,
  said_by uuid,
  means text check (means in ('form', 'app', 'paper', 'spoken')),
  -- Half-days of an ordinary week, as "4e": Thursday evening (m, a, e).
  slots text[] not null default '{}',
  hours_month int check (hours_month between 0 and 200),
  away_until date,
  manner text check (manner in ('phone', 'place')),
  note text,
  -- The members of the body may see it, and not only those who keep its file.
  shared boolean not null default false,
  -- Taken back: nothing else is left on the row then.
  withdrawn_on date,
  -- Asks not to be asked again each year.
  declined_on date,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, person_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, asked_by) references people,
  foreign key (organisation_id, said_by) references people
);
select tenant('skill_sheets');
create index skill_sheets_by_person on skill_sheets (organisation_id, person_id);
create index skill_sheets_to_ask on skill_sheets (organisation_id, confirmed_on) where confirmed_on is not null;

create table person_skills (
  organisation_id uuid not null,
  skill_id uuid not null,
  person_id uuid not null,
  -- Gets by, does it well, can teach it; null: only wishes to.
  level text check (level in ('some', 'well', 'teaches')),
  wants boolean not null default false,
  primary key (organisation_id, skill_id, person_id),
  foreign key (organisation_id, skill_id) references skills,
  foreign key (organisation_id, person_id) references people,
  check (level is not null or wants)
);
select tenant('person_skills');
create index person_skills_by_person on person_skills (organisation_id, person_id);

-- Somebody was asked to do something because they can: so that the same person is not always asked.
create table skill_requests (
  organisation_id uuid not null,
  id uuid not null,
  skill_id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  asked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, skill_id) references skills,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, asked_by) references people
);
select tenant('skill_requests');
create index skill_requests_by_person on skill_requests (organisation_id, person_id, asked_on);
