-- For functions that must see past a policy: they run as the owner, with a search path nobody can slip a table into,
-- for the application alone. Whoever writes one fixes the organisation in it: where organisation_id = current_org().
create function definer(f regprocedure) returns void language plpgsql as $$
begin
  execute format('alter function %s security definer set search_path = pg_catalog, public, pg_temp', f);
  execute format('revoke all on function %s from public', f);
  execute format('grant execute on function %s to permanence_app', f);
end $$;
revoke execute on function definer(regprocedure) from public;
