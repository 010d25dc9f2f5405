-- Each night and at each start the notes are looked through for one that does not rest encrypted: few people have one.
create index people_with_note on people (organisation_id, id) where note is not null;
