-- People outside are not kept for ever: after the time of the rulebook without an exchange their record is announced to be forgotten,
-- unless whoever keeps the file says until when and why it must stay.
alter table counterparts
  add column forget_on date,
  add column kept_until date,
  add column kept_reason text,
  add column kept_by uuid,
  add foreign key (organisation_id, kept_by) references people;
create index counterparts_to_forget on counterparts (organisation_id, body_id, forget_on) where forget_on is not null;

-- The day a role ends, so that each night those whose role ended are found under their organisation no more.
create index counterpart_roles_by_end on counterpart_roles (organisation_id, until) where until is not null;

-- An official place, by country, level and code ("BE/municipality/91030"); the words beside are what people read.
create index counterparts_by_territory on counterparts (organisation_id, territory_code) where territory_code is not null;
