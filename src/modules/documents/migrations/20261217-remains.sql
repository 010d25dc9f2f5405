-- Bytes whose row is gone. They are removed once that is written for good: a night that was undone must not have lost them.
create table file_remains (
  organisation_id uuid not null references organisations,
  hash text not null,
  primary key (organisation_id, hash)
);
select tenant('file_remains');
