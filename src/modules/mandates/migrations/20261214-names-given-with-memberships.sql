-- An import writes a hundred thousand memberships and knows their names: asking for each one again took a third of its time.
drop trigger membership_named on memberships;
create trigger membership_named before insert on memberships
  for each row when (new.folded = '') execute function membership_named();
create trigger membership_of_another before update of person_id on memberships
  for each row execute function membership_named();
