-- What the matters of a body are about: a tree it owns. A theme ends, and is never deleted: matters of before keep theirs.
create table themes (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  parent_id uuid,
  name text not null,
  -- Among those of the same parent.
  position int not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, parent_id) references themes
);
select tenant('themes');
create index themes_by_body on themes (organisation_id, body_id);
-- One name in one place of the tree: two would share what is about it.
create unique index themes_in_use on themes
  (organisation_id, body_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), f_unaccent(lower(name))) where ended_on is null;

alter table matters
  add column theme_id uuid,
  -- An official place; no key to `territories`, which stands outside the wall (see body_territories).
  add column country text,
  add column level text,
  add column code text,
  -- Who works on it beside whoever leads it.
  add column staff_id uuid,
  add column state text not null default 'active' check (state in ('watching', 'active', 'waiting')),
  -- The day "where we stand" was last written; unknown for what was written before it was kept.
  add column standing_on date,
  add column next_step text not null default '',
  add column next_on date,
  add check ((country is null) = (level is null) and (country is null) = (code is null)),
  add foreign key (organisation_id, theme_id) references themes,
  add foreign key (organisation_id, staff_id) references people;
create index matters_by_theme on matters (organisation_id, theme_id);
create index matters_to_do on matters (organisation_id, lead_id, next_on) where closed_on is null and next_on is not null;
