-- Without pg_temp named last, PostgreSQL looks for tables in the temporary schema first: whoever runs SQL as the application
-- could put a table of theirs before the eyes of a function that has the rights of the owner.
do $$
declare f regprocedure;
begin
  for f in
    select p.oid from pg_proc p
     where p.prosecdef and p.pronamespace = 'public'::regnamespace
       and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%pg_temp')
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f);
  end loop;
end $$;
