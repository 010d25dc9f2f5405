-- One step of a journey in the hands of somebody else than whoever welcomes: null is the welcomer.
alter table newcomer_steps add column person_id uuid;
alter table newcomer_steps add foreign key (organisation_id, person_id) references people;
create index newcomer_steps_of_somebody on newcomer_steps (organisation_id, person_id) where person_id is not null and done_at is null;
