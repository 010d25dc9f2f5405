-- The journal is read from its end; without this, the last fifty of a million are found by sorting the million.
create index events_by_time on events (organisation_id, at desc, id desc);
