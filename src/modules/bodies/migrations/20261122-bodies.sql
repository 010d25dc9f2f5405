create table bodies (
  organisation_id uuid not null references organisations,
  id uuid not null,
  parent_id uuid,
  -- The body itself and all above it: one array answers "in this body or above".
  line uuid[] not null,
  kind text not null,
  name text not null,
  -- Begins the numbers of its papers: VAL-2026-PV-0004.
  code text not null,
  profile text not null,
  -- Wall 2: public means of an elected group never serve the party or a campaign (code électoral L52-8).
  means text not null check (means in ('public', 'party')),
  country text not null,
  zone text not null,
  place text,
  closed_on date,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references bodies,
  unique (organisation_id, code)
);
select tenant('bodies');
create index bodies_by_line on bodies using gin (line);

-- The rulebook: every rule a record with its source; the body's own overrides the profile's.
create table rules (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  key text not null,
  value jsonb,
  unit text not null,
  jurisdiction text not null,
  count_basis text,
  legal_basis text,
  source text,
  read_on date,
  valid_from date,
  valid_to date,
  confidence text not null check (confidence in ('V', 'V-', 'M+', 'M', '?')),
  -- The text of the body that may say otherwise; null when the law leaves no room.
  overridden_by text,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('rules');
create index rules_by_body on rules (organisation_id, body_id, key);

-- Numbers without gaps: one row for each body, year and kind, locked while a number is taken.
create table numbers (
  organisation_id uuid not null,
  body_id uuid not null,
  kind text not null,
  year int not null,
  last int not null,
  primary key (organisation_id, body_id, kind, year),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('numbers');
