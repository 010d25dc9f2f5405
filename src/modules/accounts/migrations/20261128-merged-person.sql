-- Two records were one person: sessions and keys of the one that goes end, and its way in leads to the one that stays when
-- that has none. Within the organisation in force, once the record that goes is marked as merged into the other, and no other
-- way: this door is no means to become somebody else.
create function account_merged(goes uuid, stays uuid) returns void language plpgsql volatile as $$
begin
  if not exists (select from people where organisation_id = current_org() and id = goes and merged_into = stays) then
    raise exception 'these two are not one person';
  end if;
  update sessions s set ended_at = now()
    from accesses x where x.organisation_id = current_org() and x.person_id = goes
     and (s.account_id, s.organisation_id) = (x.account_id, x.organisation_id) and s.ended_at is null;
  update api_keys k set revoked_at = now()
    from accesses x where x.organisation_id = current_org() and x.person_id = goes
     and (k.account_id, k.organisation_id) = (x.account_id, x.organisation_id) and k.revoked_at is null;
  if exists (select from accesses where organisation_id = current_org() and person_id = stays) then
    delete from accesses where organisation_id = current_org() and person_id = goes;
  else
    update accesses set person_id = stays where organisation_id = current_org() and person_id = goes;
  end if;
end $$;
select definer('account_merged(uuid, uuid)');
