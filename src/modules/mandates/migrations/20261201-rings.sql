-- Who is of one ring, or late with their dues, wherever: a filter that leaves few of a million is taken by it.
create index memberships_by_ring on memberships (organisation_id, ring, dues_until, person_id);
