-- The example is written for a minute, in many transactions. Until its last one its organisations are marked "unfinished", and
-- who writes holds a lock: marked with nobody holding it, whoever wrote was stopped, and what is there serves nobody.

-- As whom the visitor who had it written comes in, until they have: the process that wrote may be gone by then.
-- No foreign key: accounts are emptied by whoever restores a backup, and what opens the door must not go with them.
alter table installation add column example_visitor uuid;
-- In which of its two organisations: the same person is somebody in both.
alter table installation add column example_place uuid;

create function example_unfinished() returns setof uuid language sql stable as $$
  select id from organisations where settings @> '{"example": true, "unfinished": true}'
$$;
select definer('example_unfinished()');

create function example_finish() returns void language sql volatile as $$
  update organisations set settings = settings - 'unfinished' where id in (select example_unfinished())
$$;
select definer('example_finish()');

-- Takes away what a stopped writing left: every row of these organisations, what waits to be done in them, and the accounts
-- that opened nothing else. One statement for all tables: they refer to one another, and references are checked at its end.
-- The installation that is nobody's again may be opened again.
create function example_forget() returns void language plpgsql volatile as $$
declare
  these uuid[] := array(select example_unfinished());
  theirs uuid[];
  deletions text;
begin
  if cardinality(these) = 0 then return; end if;
  theirs := array(select account_id from accesses where organisation_id = any(these));
  select string_agg(format('%I as (delete from public.%I where organisation_id = any($1))', 'of_' || c.relname, c.relname), ', ')
    into deletions
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r';
  execute 'with ' || deletions || ' delete from public.organisations where id = any($1)' using these;
  if to_regclass('pgboss.job') is not null then
    execute 'delete from pgboss.job where data ->> ''organisation'' = any($1::text[])' using these;
  end if;
  theirs := array(select id from accounts where id = any(theirs) and not exists (select from accesses x where x.account_id = accounts.id));
  with links as (delete from sign_ins where account_id = any(theirs)),
       factors as (delete from second_factors where account_id = any(theirs)),
       recoveries as (delete from recovery_codes where account_id = any(theirs)),
       keys as (delete from passkeys where account_id = any(theirs)),
       questions as (delete from challenges where account_id = any(theirs))
  delete from accounts where id = any(theirs);
  update installation set claimed_at = null where not exists (select from accounts);
end $$;
select definer('example_forget()');

-- Remembers as whom whoever brought this code comes in.
create function claim_await(hash bytea, account uuid, place uuid) returns void language sql volatile as $$
  update installation set example_visitor = account, example_place = place where claim_hash = hash and claimed_at is not null
$$;
select definer('claim_await(bytea, uuid, uuid)');

-- Answers it, once.
create function claim_enter(hash bytea) returns table (account uuid, place uuid) language plpgsql volatile as $$
begin
  select example_visitor, example_place into account, place from installation where claim_hash = hash for update;
  if account is null then return; end if;
  update installation set example_visitor = null, example_place = null;
  return next;
end $$;
select definer('claim_enter(bytea)');

-- It is for whoever brought this code that the example is being written.
create function claim_is_writing(hash bytea) returns boolean language sql stable as $$
  select coalesce(claim_hash = hash and claimed_at is not null and exists (select example_unfinished()), false) from installation
$$;
select definer('claim_is_writing(bytea)');
