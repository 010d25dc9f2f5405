-- Which meeting lacked the number, when it is not the one that the product finds by itself.
alter table meetings add column first_meeting_id uuid;
alter table meetings add foreign key (organisation_id, first_meeting_id) references meetings;
