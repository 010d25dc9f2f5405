-- For thirty days an import can be taken back. What it wrote and nobody touched since is told by the transaction that wrote each
-- row (xmin): it costs nothing to keep, and a row restored from a backup counts as touched, hence stays.
alter table imports
  add column written_in text,
  add column undone_at timestamptz,
  add column undone_by uuid,
  add column removed int,
  add column restored int,
  add column kept int,
  add foreign key (organisation_id, undone_by) references people;

-- What an import overwrote, encrypted; deleted after thirty days, when it can no longer be given back.
create table import_former (
  organisation_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  former text not null,
  primary key (organisation_id, import_id, person_id),
  foreign key (organisation_id, import_id) references imports,
  foreign key (organisation_id, person_id) references people
);
select tenant('import_former');

-- What stayed when an import was taken back, and why.
create table import_kept (
  organisation_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('changed', 'named', 'signs_in', 'belongs')),
  primary key (organisation_id, import_id, person_id),
  foreign key (organisation_id, import_id) references imports,
  foreign key (organisation_id, person_id) references people
);
select tenant('import_kept');

-- The columns each body chose for a set of headings: proposed first the next time.
create table import_mappings (
  organisation_id uuid not null,
  body_id uuid not null,
  headings text not null,
  columns text[] not null,
  used_at timestamptz not null,
  primary key (organisation_id, body_id, headings),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('import_mappings');

-- Whoever is removed is looked for in each table that names people: these are the two that grow with each import.
create index import_lines_by_person on import_lines (organisation_id, person_id);
create index import_former_by_person on import_former (organisation_id, person_id);
