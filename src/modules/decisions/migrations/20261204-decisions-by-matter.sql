-- The page of a matter lists its decisions.
create index decisions_by_matter on decisions (organisation_id, matter_id) where matter_id is not null;
