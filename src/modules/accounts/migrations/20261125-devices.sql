-- Browsers an account has signed in with, by the hash of a cookie that outlives sessions.
create table devices (
  account_id uuid not null references accounts on delete cascade,
  device_hash bytea not null,
  seen_at timestamptz not null default now(),
  primary key (account_id, device_hash)
);

-- Notes a browser and answers what it was until now: known, the first one of the account, or a new one beside others.
create function device_note(account uuid, device bytea) returns text language plpgsql volatile as $$
declare
  others int;
  is_known boolean;
begin
  delete from devices where account_id = account and seen_at < now() - interval '400 days';
  select count(*), coalesce(bool_or(device_hash = device), false) into others, is_known from devices where account_id = account;
  insert into devices (account_id, device_hash) values (account, device)
    on conflict (account_id, device_hash) do update set seen_at = now();
  return case when is_known then 'known' when others = 0 then 'first' else 'new' end;
end $$;
select definer('device_note(uuid, bytea)');

-- The language of whom the account was last.
create function account_language(account uuid) returns text language sql stable as $$
  select p.language from accesses x join people p on (p.organisation_id, p.id) = (x.organisation_id, x.person_id)
   where x.account_id = account order by x.used_at desc nulls last limit 1
$$;
select definer('account_language(uuid)');
