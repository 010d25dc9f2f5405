-- Who can sign in. These tables belong to no organisation: one account may be several persons, one per organisation.
-- The application never reads them; it asks the functions below, which answer only about what the caller already holds.
create table accounts (
  id uuid primary key,
  email text not null,
  created_at timestamptz not null default now()
);
create unique index accounts_by_email on accounts (lower(email));

create table accesses (
  account_id uuid not null references accounts,
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  primary key (account_id, organisation_id),
  foreign key (organisation_id, person_id) references people
);

create table sessions (
  id uuid primary key,
  -- SHA-256 of the cookie: who reads the database cannot sign in with it.
  token_hash bytea not null unique,
  account_id uuid not null references accounts,
  organisation_id uuid not null,
  agent text,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  foreign key (account_id, organisation_id) references accesses
);

-- The code that `npm start` prints at the very first start, and whether it has served.
create table installation (
  only_one boolean primary key default true check (only_one),
  claim_hash bytea,
  claimed_at timestamptz
);
insert into installation default values;

create function session_of(hash bytea)
returns table (session_id uuid, account_id uuid, organisation_id uuid, person_id uuid, language text)
language sql volatile security definer set search_path = public as $$
  update sessions set seen_at = now() where token_hash = hash and seen_at < now() - interval '5 minutes';
  select s.id, s.account_id, s.organisation_id, a.person_id, p.language
    from sessions s
    join accesses a on (a.account_id, a.organisation_id) = (s.account_id, s.organisation_id)
    join people p on (p.organisation_id, p.id) = (a.organisation_id, a.person_id)
   where s.token_hash = hash and s.ended_at is null and s.expires_at > now() and p.left_on is null
$$;

create function session_open(new_id uuid, hash bytea, account uuid, organisation uuid, agent text, until timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  insert into sessions (id, token_hash, account_id, organisation_id, agent, expires_at)
  values (new_id, hash, account, organisation, agent, until)
$$;

create function session_end(session uuid, owner uuid) returns boolean
language sql volatile security definer set search_path = public as $$
  update sessions set ended_at = now() where id = session and account_id = owner and ended_at is null returning true
$$;

create function is_claimed() returns boolean
language sql stable security definer set search_path = public as $$ select claimed_at is not null from installation $$;

create function claim_offer(hash bytea) returns void
language sql volatile security definer set search_path = public as $$
  update installation set claim_hash = hash where claimed_at is null
$$;

-- True once, for whoever brings the code; the row lock makes a second one wait and fail.
create function claim_take(hash bytea) returns boolean
language sql volatile security definer set search_path = public as $$
  update installation set claimed_at = now() where claimed_at is null and claim_hash = hash returning true
$$;

create function account_for(new_id uuid, address text, organisation uuid, person uuid) returns uuid
language plpgsql volatile security definer set search_path = public as $$
declare found uuid;
begin
  insert into accounts (id, email) values (new_id, address) on conflict (lower(email)) do nothing;
  select id into found from accounts where lower(email) = lower(address);
  insert into accesses values (found, organisation, person) on conflict (account_id, organisation_id) do update set person_id = excluded.person_id;
  return found;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p
    where p.proname in ('session_of', 'session_open', 'session_end', 'is_claimed', 'claim_offer', 'claim_take', 'account_for')
  loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to permanence_app', f);
  end loop;
end $$;
