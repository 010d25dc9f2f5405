-- A text somebody read aloud against the clock, as long as it took: their pace is learned from these. Words as they were counted
-- then, since the text goes on changing.
create table text_timings (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  person_id uuid not null,
  words int not null check (words > 0),
  seconds int not null check (seconds > 0),
  timed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, person_id) references people
);
select tenant('text_timings');
create index text_timings_by_person on text_timings (organisation_id, person_id, timed_at desc);
create index text_timings_by_text on text_timings (organisation_id, text_id);
