-- Regions, departments, communes by their official codes: the same for every organisation, and nothing of any of them, so it stands
-- outside the wall. The application may read it; only `npm run permanence -- import territories` writes it (docs/decisions/0016).
create table territories (
  country text not null,
  level text not null check (level in ('region', 'province', 'department', 'arrondissement', 'municipality')),
  -- INSEE (COG) in France, NIS in Belgium: text, for 01 and 2A.
  code text not null,
  name text not null,
  folded text not null generated always as (f_unaccent(lower(name))) stored,
  parent_level text,
  parent_code text,
  postcodes text[] not null default '{}',
  valid_from date,
  valid_to date,
  -- The code that took its place, when it is no more.
  became text,
  source text not null,
  -- The day the file speaks of.
  vintage date not null,
  primary key (country, level, code)
);
create index territories_by_name on territories (folded text_pattern_ops);
create index territories_by_postcode on territories using gin (postcodes);
create index territories_by_parent on territories (country, parent_level, parent_code);
-- A policy of its own: everybody reads, the owner writes. What is always true hides no index from text search.
alter table territories enable row level security, force row level security;
create policy everybody on territories for select using (true);
do $$ begin execute format('create policy keeper on territories to %I using (true) with check (true)', current_user); end $$;
grant select on territories to permanence_app;

-- Where a body is at home.
create table body_territories (
  organisation_id uuid not null,
  body_id uuid not null,
  country text not null,
  level text not null,
  code text not null,
  primary key (organisation_id, body_id, country, level, code),
  -- No key to `territories`: keys carry the organisation. Nothing is ever deleted there, and the command looks before it writes.
  foreign key (organisation_id, body_id) references bodies
);
select tenant('body_territories');
create index body_territories_by_place on body_territories (organisation_id, country, level, code);
