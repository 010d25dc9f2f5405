-- The spine (dossier): agenda items, decisions, tasks, papers hang on it. A later issue deepens it.
create table matters (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  -- Where we stand, in three sentences kept up to date.
  standing text not null default '',
  lead_id uuid,
  confidential boolean not null default false,
  opened_on date not null,
  closed_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, lead_id) references people
);
select tenant('matters');
create index matters_by_body on matters (organisation_id, body_id);
