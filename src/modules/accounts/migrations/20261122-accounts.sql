-- Who can sign in. These tables belong to no organisation: one account may be several persons, one per organisation.
-- The application never reads them; it asks the functions of 20261122-doors.sql, which answer only about what the
-- caller already holds: a cookie, a link, a code, its own account.
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
  since timestamptz not null default now(),
  used_at timestamptz,
  primary key (account_id, organisation_id),
  -- One person, one way in: a new address replaces the old one.
  unique (organisation_id, person_id),
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
  -- When the second factor was given, by a code or by a passkey.
  strong_at timestamptz,
  ended_at timestamptz,
  foreign key (account_id, organisation_id) references accesses on update cascade on delete cascade
);
create index sessions_by_account on sessions (account_id, ended_at);

-- A link on its way by mail. An address nobody knows has its row too, so that asking costs the same.
create table sign_ins (
  id uuid primary key,
  account_id uuid references accounts,
  link_hash bytea not null unique,
  -- The half that stays in the browser that asked.
  browser_hash bytea not null,
  -- The short code that browser shows, for a link opened elsewhere, and how often it was tried.
  code_hash bytea not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- What was tried how often: one row for each kind, subject (hashed) and window of time. Shared by every process.
create table attempts (
  kind text not null,
  subject bytea not null,
  begins timestamptz not null,
  count int not null,
  primary key (kind, subject, begins)
);

create table second_factors (
  account_id uuid primary key references accounts,
  -- Encrypted with the key of SECRET_FILE: a copy of the database makes no codes.
  secret text not null,
  confirmed_at timestamptz,
  -- The last thirty seconds a code was taken from: it serves once.
  last_step bigint
);

create table recovery_codes (
  account_id uuid not null references accounts,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

-- A question put to a passkey, answered once, within five minutes.
create table challenges (
  hash bytea primary key,
  account_id uuid references accounts,
  expires_at timestamptz not null
);

create table api_keys (
  id uuid primary key,
  key_hash bytea not null unique,
  account_id uuid not null references accounts,
  organisation_id uuid not null,
  name text not null,
  -- Capabilities or names of commands and reads; null: all that the person may.
  only_these text[],
  created_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  foreign key (account_id, organisation_id) references accesses on update cascade on delete cascade
);

-- The code that `npm start` prints at the very first start, and whether it has served.
create table installation (
  only_one boolean primary key default true check (only_one),
  claim_hash bytea,
  claimed_at timestamptz
);
insert into installation default values;
