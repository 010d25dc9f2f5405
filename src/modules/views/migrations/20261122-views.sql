-- The views of lists that each person keeps under a name: filters, words and order, as they stand in the address.
create table saved_views (
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  -- The read the list is made from: tasks.list.
  list text not null,
  name text not null,
  search text not null,
  saved_at timestamptz not null,
  primary key (organisation_id, person_id, list, name),
  foreign key (organisation_id, person_id) references people
);
select tenant('saved_views');
