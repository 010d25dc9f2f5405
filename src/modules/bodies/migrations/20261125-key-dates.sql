-- Days a body knows beforehand and that no rule gives: elections, a congress. They hold for the bodies under it too.
create table key_dates (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('municipal', 'regional', 'national', 'european', 'congress', 'other')),
  on_day date not null,
  name text,
  -- The text or the page that says so.
  source text not null,
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('key_dates');
create index key_dates_by_body on key_dates (organisation_id, body_id, on_day);
