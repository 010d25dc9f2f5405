-- Whom the secretary invites beside those of the type of meeting; with the convocation each has an invitation as well.
create table meeting_guests (
  organisation_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  invited_at timestamptz not null,
  primary key (organisation_id, meeting_id, person_id),
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, person_id) references people
);
select tenant('meeting_guests');
create index meeting_guests_by_person on meeting_guests (organisation_id, person_id);
