-- The page of a matter lists its tasks.
create index tasks_by_matter on tasks (organisation_id, matter_id) where matter_id is not null;
