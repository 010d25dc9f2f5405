create table functions (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  key text not null,
  name_m text not null,
  name_f text not null,
  name_n text not null,
  capabilities text[] not null,
  -- "below": its capabilities hold in the bodies under this one too.
  reach text not null default 'body' check (reach in ('body', 'below')),
  holders_min int not null default 0,
  holders_max int,
  term_months int,
  consecutive_max int,
  excludes text[] not null default '{}',
  parity boolean not null default false,
  second_factor boolean not null default false,
  ended_on date,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, key),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('functions');

-- Never deleted: an end is a date.
create table mandates (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  function_id uuid not null,
  body_id uuid not null,
  since date not null,
  until date,
  origin text not null check (origin in ('vote', 'decision', 'appointment', 'founding')),
  -- The decision or the vote it comes from, in words or as an id of this product.
  origin_id uuid,
  origin_note text,
  recorded_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, function_id) references functions,
  foreign key (organisation_id, body_id) references bodies,
  -- A last day just before the first: it never began.
  check (until is null or until >= since - 1)
);
select tenant('mandates');
create index mandates_by_person on mandates (organisation_id, person_id);
create index mandates_by_body on mandates (organisation_id, body_id, until);

-- Belonging to a body: member, sympathiser. It lets one read what members read, propose, answer.
create table memberships (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  ring text not null check (ring in ('member', 'sympathiser', 'supporter', 'former')),
  since date not null,
  until date,
  dues_until date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, body_id) references bodies,
  -- A last day just before the first: it never began.
  check (until is null or until >= since - 1)
);
select tenant('memberships');
create index memberships_by_body on memberships (organisation_id, body_id, ring);
create index memberships_by_person on memberships (organisation_id, person_id);

-- One capability, on one body, until a date, from a named person.
create table grants (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  capability text not null,
  body_id uuid not null,
  since date not null,
  until date not null,
  granted_by uuid not null,
  reason text not null,
  revoked_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, granted_by) references people,
  foreign key (organisation_id, body_id) references bodies
);
select tenant('grants');
create index grants_by_person on grants (organisation_id, person_id);
