-- People of one ring, in the order of their names: of a million, thirty thousand supporters were too many to sort for a page and too
-- few to be met while walking all names.
alter table memberships add column folded text not null default '';
alter table memberships no force row level security;
alter table people no force row level security;
update memberships m set folded = p.folded from people p where (p.organisation_id, p.id) = (m.organisation_id, m.person_id);
alter table people force row level security;
alter table memberships force row level security;
create index memberships_by_name on memberships (organisation_id, ring, folded collate "C", person_id);

-- A name changes in many places, and a membership begins in as many: the copy follows here, whoever writes.
create function membership_named() returns trigger language plpgsql as $$
begin
  -- A restore brings memberships before people, each with the name it had.
  new.folded := coalesce(
    (select p.folded from people p where (p.organisation_id, p.id) = (new.organisation_id, new.person_id)), new.folded, '');
  return new;
end $$;
create trigger membership_named before insert or update of person_id on memberships
  for each row execute function membership_named();
create function person_renamed() returns trigger language plpgsql as $$
begin
  update memberships set folded = new.folded where (organisation_id, person_id) = (new.organisation_id, new.id);
  return null;
end $$;
create trigger person_renamed after update of family_name, given_name on people
  for each row when (old.folded is distinct from new.folded) execute function person_renamed();
