-- The sensibilities of a body: the lists or parties whose elected sit together in a plural group.
create table affiliations (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  name text not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('affiliations');
create unique index affiliations_by_name on affiliations (organisation_id, body_id, lower(name)) where ended_on is null;

-- Who is of which, from a day to a day; one at a time in a body.
create table affiliates (
  organisation_id uuid not null,
  id uuid not null,
  affiliation_id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  since date not null,
  until date,
  primary key (organisation_id, id),
  foreign key (organisation_id, affiliation_id) references affiliations,
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  -- A last day just before the first: it never began.
  check (until is null or until >= since - 1)
);
select tenant('affiliates');
create index affiliates_by_person on affiliates (organisation_id, person_id);
create index affiliates_by_affiliation on affiliates (organisation_id, affiliation_id);
