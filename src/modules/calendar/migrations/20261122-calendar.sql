-- The secret addresses that a phone reads. The address itself is signed with the key of SECRET_FILE and stands nowhere:
-- who reads the database, or a copy of it, cannot make one. A row is what makes it end.
create table calendar_feeds (
  organisation_id uuid not null,
  id uuid not null,
  -- Whose address it is: what it shows is what this person may see on the day it is asked.
  person_id uuid not null,
  -- Null: the meetings of the person. Else those of one body, with titles that may be shown to anyone.
  body_id uuid,
  with_tasks boolean not null default false,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, body_id) references bodies
);
select tenant('calendar_feeds');
create index calendar_feeds_by_person on calendar_feeds (organisation_id, person_id) where revoked_at is null;
