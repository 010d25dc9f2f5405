-- Who holds a function is asked for each function of each body one looks after; without this, from above five thousand bodies, every
-- page read all mandates once for every function (it had not ended after a minute).
create index mandates_by_function on mandates (organisation_id, function_id, until);
