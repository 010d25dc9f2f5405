-- The only way from the application to the tables of 20261122-accounts.sql.

create function doors() returns setof regprocedure language sql stable as $$
  select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname = 'public' and p.prosecdef and p.proname ~ '^(claim|account|session|sign_in|attempt|factor|recovery|passkey|challenge|key)_'
$$;

-- First visit --------------------------------------------------------------------------------------------------------

create function claim_is_done() returns boolean
language sql stable security definer set search_path = public as $$ select claimed_at is not null or exists (select from accounts) from installation $$;

create function claim_offer(hash bytea) returns void
language sql volatile security definer set search_path = public as $$
  update installation set claim_hash = hash where claimed_at is null
$$;

create function claim_check(hash bytea) returns boolean
language sql stable security definer set search_path = public as $$
  select coalesce(claimed_at is null and claim_hash = hash, false) from installation
$$;

-- True once, for whoever brings the code; the row lock makes a second one wait and fail.
create function claim_take(hash bytea) returns boolean
language sql volatile security definer set search_path = public as $$
  update installation set claimed_at = now() where claimed_at is null and claim_hash = hash returning true
$$;

-- The example could not be put in place: the same code opens again.
create function claim_give_back(hash bytea) returns void
language sql volatile security definer set search_path = public as $$
  update installation set claimed_at = null where claim_hash = hash and not exists (select from accounts)
$$;

-- Accounts -----------------------------------------------------------------------------------------------------------

-- The account of an address becomes this person; an account that was this person before no longer is.
create function account_for(new_id uuid, address text, organisation uuid, person uuid) returns uuid
language plpgsql volatile security definer set search_path = public as $$
declare found uuid;
begin
  insert into accounts (id, email) values (new_id, address) on conflict (lower(email)) do nothing;
  select id into found from accounts where lower(email) = lower(address);
  delete from accesses where organisation_id = organisation and person_id = person and account_id <> found;
  insert into accesses (account_id, organisation_id, person_id) values (found, organisation, person)
    on conflict (account_id, organisation_id) do update set person_id = excluded.person_id;
  return found;
end $$;

-- What the directory may know of a person's way in: the address, since when, and when it last served.
create function account_of(organisation uuid, person uuid)
returns table (account_id uuid, email text, since timestamptz, used_at timestamptz)
language sql stable security definer set search_path = public as $$
  select a.id, a.email, x.since, x.used_at from accesses x join accounts a on a.id = x.account_id
   where x.organisation_id = organisation and x.person_id = person and organisation = current_org()
$$;

create function account_by_email(address text)
returns table (account_id uuid, organisation_id uuid, person_id uuid, organisation_name text)
language sql stable security definer set search_path = public as $$
  select a.id, x.organisation_id, x.person_id, o.name
    from accounts a join accesses x on x.account_id = a.id join organisations o on o.id = x.organisation_id
    join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
   where lower(a.email) = lower(address) and (p.left_on is null or p.left_on > current_date)
   order by x.used_at desc nulls last, x.since
$$;

-- The organisations of an account that its person has not left; the one used last comes first.
create function account_places(account uuid)
returns table (organisation_id uuid, name text)
language sql stable security definer set search_path = public as $$
  select x.organisation_id, o.name
    from accesses x join organisations o on o.id = x.organisation_id
    join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
   where x.account_id = account and (p.left_on is null or p.left_on > current_date)
   order by x.used_at desc nulls last, x.since
$$;

create function account_address(account uuid) returns text
language sql stable security definer set search_path = public as $$ select email from accounts where id = account $$;

-- Sessions -----------------------------------------------------------------------------------------------------------

create function session_open(new_id uuid, hash bytea, account uuid, organisation uuid, agent text, until timestamptz, strong boolean) returns void
language sql volatile security definer set search_path = public as $$
  update accesses set used_at = now() where account_id = account and organisation_id = organisation;
  insert into sessions (id, token_hash, account_id, organisation_id, agent, expires_at, strong_at)
  values (new_id, hash, account, organisation, agent, until, case when strong then now() end)
$$;

-- A code or a passkey stands ready.
create function factor_stands(account uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from second_factors f where f.account_id = account and f.confirmed_at is not null)
      or exists (select from passkeys k where k.account_id = account)
$$;

create function session_of(hash bytea)
returns table (session_id uuid, account_id uuid, organisation_id uuid, person_id uuid, language text,
               strong boolean, has_factor boolean)
language sql volatile security definer set search_path = public as $$
  update sessions set seen_at = now() where token_hash = hash and seen_at < now() - interval '5 minutes';
  select s.id, s.account_id, s.organisation_id, x.person_id, p.language, s.strong_at is not null, factor_stands(s.account_id)
    from sessions s
    join accesses x on (x.account_id, x.organisation_id) = (s.account_id, s.organisation_id)
    join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
   where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and (p.left_on is null or p.left_on > current_date)
$$;

create function session_list(account uuid)
returns table (id uuid, agent text, created_at timestamptz, seen_at timestamptz, strong boolean)
language sql stable security definer set search_path = public as $$
  select id, agent, created_at, seen_at, strong_at is not null from sessions
   where account_id = account and ended_at is null and expires_at > now() order by seen_at desc
$$;

create function session_end(session uuid, owner uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  update sessions set ended_at = now() where id = session and account_id = owner and ended_at is null returning true
$$;

create function session_end_others(session uuid, owner uuid) returns int
language sql volatile security definer set search_path = public as $$
  with ended as (update sessions set ended_at = now() where id <> session and account_id = owner and ended_at is null returning 1)
  select count(*)::int from ended
$$;

create function session_strengthen(session uuid) returns void
language sql volatile security definer set search_path = public as $$
  update sessions set strong_at = now() where id = session
$$;

-- The same browser, in another organisation of the same account.
create function session_move(session uuid, owner uuid, organisation uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  update accesses set used_at = now() where account_id = owner and organisation_id = organisation;
  update sessions set organisation_id = organisation
   where id = session and account_id = owner
     and exists (select from accesses x where x.account_id = owner and x.organisation_id = organisation) returning true
$$;

-- Links by mail ------------------------------------------------------------------------------------------------------

-- Answers the account's own address, for the letter; nothing when nobody is known by it or all their persons have left.
create function sign_in_ask(new_id uuid, address text, link bytea, browser bytea, code bytea, until timestamptz)
returns table (email text, language text)
language plpgsql volatile security definer set search_path = public as $$
declare known uuid;
begin
  select account_id into known from account_by_email(address) limit 1;
  insert into sign_ins (id, account_id, link_hash, browser_hash, code_hash, expires_at)
  values (new_id, known, link, browser, code, until);
  return query select a.email, p.language from accounts a join accesses x on x.account_id = a.id
    join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
    where a.id = known order by x.used_at desc nulls last limit 1;
end $$;

-- What stands behind a link, without using it: "here" in the browser that asked, "elsewhere", or "gone".
create function sign_in_state(link bytea, browser bytea) returns text
language sql stable security definer set search_path = public as $$
  select coalesce((select case when browser_hash = browser then 'here' else 'elsewhere' end from sign_ins
    where link_hash = link and used_at is null and expires_at > now() and tries < 5 and account_id is not null), 'gone')
$$;

-- The account, once; null when the browser is another and the code is wrong, used, expired or tried too often.
create function sign_in_take(link bytea, browser bytea, code bytea) returns uuid
language plpgsql volatile security definer set search_path = public as $$
declare s sign_ins;
begin
  select * into s from sign_ins where link_hash = link for update;
  if s.id is null or s.used_at is not null or s.expires_at <= now() or s.tries >= 5 then return null; end if;
  if s.browser_hash is distinct from browser and s.code_hash is distinct from code then
    update sign_ins set tries = tries + 1 where id = s.id;
    return null;
  end if;
  update sign_ins set used_at = now() where id = s.id;
  return s.account_id;
end $$;

-- What has run out, run now and then.
create function sign_in_forget_old() returns void
language sql volatile security definer set search_path = public as $$
  delete from sign_ins where expires_at < now() - interval '1 day';
  delete from attempts where begins < now() - interval '2 days';
  delete from challenges where expires_at < now();
  delete from sessions where coalesce(ended_at, expires_at) < now() - interval '90 days'
$$;

-- Counts a try and says whether it is still within `most` for this window. One statement: two processes cannot both be the last.
create function attempt_allowed(what text, who bytea, most int, span interval) returns boolean
language sql volatile security definer set search_path = public as $$
  insert into attempts values (what, who, date_bin(span, now(), 'epoch'), 1)
  on conflict (kind, subject, begins) do update set count = attempts.count + 1
  returning count <= most
$$;

-- Second factor ------------------------------------------------------------------------------------------------------

create function factor_propose(account uuid, sealed text) returns boolean
language sql volatile security definer set search_path = public as $$
  insert into second_factors (account_id, secret) values (account, sealed)
  on conflict (account_id) do update set secret = excluded.secret, last_step = null where second_factors.confirmed_at is null
  returning true
$$;

create function factor_of(account uuid) returns table (secret text, confirmed_at timestamptz)
language sql stable security definer set search_path = public as $$
  select secret, confirmed_at from second_factors where account_id = account
$$;

-- True when this code had not served yet.
create function factor_use(account uuid, step bigint) returns boolean
language sql volatile security definer set search_path = public as $$
  update second_factors set last_step = step, confirmed_at = coalesce(confirmed_at, now())
   where account_id = account and (last_step is null or last_step < step) returning true
$$;

create function factor_remove(account uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  delete from recovery_codes where account_id = account;
  delete from second_factors where account_id = account returning true
$$;

create function recovery_renew(account uuid, hashes bytea[]) returns void
language sql volatile security definer set search_path = public as $$
  delete from recovery_codes where account_id = account;
  insert into recovery_codes (account_id, code_hash) select account, unnest(hashes)
$$;

create function recovery_use(account uuid, hash bytea) returns boolean
language sql volatile security definer set search_path = public as $$
  update recovery_codes set used_at = now() where account_id = account and code_hash = hash and used_at is null returning true
$$;

create function recovery_left(account uuid) returns int
language sql stable security definer set search_path = public as $$
  select count(*)::int from recovery_codes where account_id = account and used_at is null
$$;

create function passkey_list(account uuid)
returns table (id uuid, credential_id text, transports text[], name text, created_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = public as $$
  select id, credential_id, transports, name, created_at, used_at from passkeys where account_id = account order by created_at
$$;

create function passkey_find(credential text)
returns table (account_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = public as $$
  select account_id, public_key, counter, transports from passkeys where credential_id = credential
$$;

create function passkey_add(new_id uuid, account uuid, credential text, key bytea, at_count bigint, ways text[], label text) returns void
language sql volatile security definer set search_path = public as $$
  insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name)
  values (new_id, account, credential, key, at_count, ways, label)
$$;

create function passkey_used(credential text, at_count bigint) returns void
language sql volatile security definer set search_path = public as $$
  update passkeys set counter = at_count, used_at = now() where credential_id = credential
$$;

create function passkey_rename(passkey uuid, owner uuid, label text) returns boolean
language sql volatile security definer set search_path = public as $$
  update passkeys set name = label where id = passkey and account_id = owner returning true
$$;

create function passkey_remove(passkey uuid, owner uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  delete from passkeys where id = passkey and account_id = owner returning true
$$;

create function challenge_keep(challenge bytea, account uuid, until timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  insert into challenges values (challenge, account, until)
$$;

create function challenge_take(challenge bytea, account uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  delete from challenges where hash = challenge and account_id is not distinct from account and expires_at > now() returning true
$$;

-- Keys ---------------------------------------------------------------------------------------------------------------

create function key_add(new_id uuid, hash bytea, account uuid, organisation uuid, label text, these text[], until timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  insert into api_keys (id, key_hash, account_id, organisation_id, name, only_these, expires_at)
  values (new_id, hash, account, organisation, label, these, until)
$$;

create function key_of(hash bytea) returns table (organisation_id uuid, person_id uuid, language text, only_these text[])
language sql volatile security definer set search_path = public as $$
  update api_keys set used_at = now() where key_hash = hash and (used_at is null or used_at < now() - interval '5 minutes');
  select k.organisation_id, x.person_id, p.language, k.only_these
    from api_keys k join accesses x on (x.account_id, x.organisation_id) = (k.account_id, k.organisation_id)
    join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
   where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
     and (p.left_on is null or p.left_on > current_date)
$$;

create function key_list(account uuid, organisation uuid)
returns table (id uuid, name text, only_these text[], created_at timestamptz, used_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = public as $$
  select id, name, only_these, created_at, used_at, expires_at from api_keys
   where account_id = account and organisation_id = organisation and revoked_at is null and (expires_at is null or expires_at > now())
   order by created_at
$$;

create function key_revoke(key uuid, owner uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  update api_keys set revoked_at = now() where id = key and account_id = owner and revoked_at is null returning true
$$;

do $$
declare f regprocedure;
begin
  for f in select doors() loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to permanence_app', f);
  end loop;
end $$;
drop function doors();
