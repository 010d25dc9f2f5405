-- A grant may be of one meeting, or of one list of people, as it may be of one matter: of one thing at most.
alter table grants add column meeting_id uuid;
alter table grants add column list_id uuid;
alter table grants add foreign key (organisation_id, meeting_id) references meetings;
alter table grants add foreign key (organisation_id, list_id) references lists on delete cascade;
alter table grants add check (num_nonnulls(matter_id, meeting_id, list_id) <= 1);
alter table grants add column whole boolean not null generated always as (num_nonnulls(matter_id, meeting_id, list_id) = 0) stored;
create index grants_by_meeting on grants (organisation_id, meeting_id) where meeting_id is not null;
create index grants_by_list on grants (organisation_id, list_id) where list_id is not null;
