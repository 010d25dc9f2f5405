-- Letters a person has asked not to receive. What must reach them, as a convocation does, is not among them.
create table unwanted_letters (
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('task', 'week')),
  primary key (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references people
);
select tenant('unwanted_letters');
