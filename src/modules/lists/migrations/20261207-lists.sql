-- A list of people made for one thing (a round of calls, doors to knock at), lent to those who help with it and to its end only.
create table lists (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  name text not null,
  -- What is asked of them, and what to say: "Inviter à la fête du 12 juin".
  purpose text not null,
  -- Which contact details it shows: phone, email, address.
  shows text[] not null,
  ends_on date not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, made_by) references people
);
select tenant('lists');
create index lists_by_body on lists (organisation_id, body_id, ends_on);

create table list_people (
  organisation_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  person_id uuid not null,
  -- reached, message, no_answer, wrong, no_more; null: nobody tried yet.
  outcome text,
  -- What they said, encrypted at rest.
  note text,
  noted_by uuid,
  noted_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, list_id, person_id),
  foreign key (organisation_id, list_id) references lists on delete cascade,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, noted_by) references people
);
select tenant('list_people');
create index list_people_by_person on list_people (organisation_id, person_id);
create index list_people_by_noted_by on list_people (organisation_id, noted_by);
