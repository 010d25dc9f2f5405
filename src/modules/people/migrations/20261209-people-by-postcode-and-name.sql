-- Those at home in one place, in the order of their names.
create index people_by_postcode_and_name on people (organisation_id, postcode, folded collate "C", id) where postcode is not null;
drop index people_by_postcode;
