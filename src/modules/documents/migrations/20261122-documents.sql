-- One row for each kept file; the bytes lie in the file store under their hash.
create table files (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  hash text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  confidential boolean not null default false,
  -- Text read from it, for search; null until read, '' when there is none (a scan).
  text text,
  pages int,
  kept_by uuid,
  kept_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('files');
create index files_by_hash on files (organisation_id, hash);
