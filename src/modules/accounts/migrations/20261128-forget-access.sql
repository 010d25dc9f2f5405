-- Nobody signs in as this person any more, here; an account that is nobody anywhere is forgotten with all it had.
create function account_forget(organisation uuid, person uuid) returns void language plpgsql volatile as $$
declare found uuid;
begin
  if organisation is distinct from current_org() then return; end if;
  delete from accesses x where x.organisation_id = organisation and x.person_id = person returning x.account_id into found;
  if found is null or exists (select from accesses x where x.account_id = found) then return; end if;
  delete from sign_ins where account_id = found;
  delete from second_factors where account_id = found;
  delete from recovery_codes where account_id = found;
  delete from passkeys where account_id = found;
  delete from challenges where account_id = found;
  delete from accounts where id = found;
end $$;
select definer('account_forget(uuid, uuid)');
