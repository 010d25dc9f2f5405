-- A grant may be of one matter and of nothing else: whoever helps with one subject sees that subject only.
alter table grants add column matter_id uuid;
alter table grants add foreign key (organisation_id, matter_id) references matters;
create index grants_by_matter on grants (organisation_id, matter_id) where matter_id is not null;
