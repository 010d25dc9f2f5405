-- The days on which dues end, for the calendar of who keeps them.
create index memberships_by_dues on memberships (organisation_id, body_id, dues_until) where dues_until is not null;
