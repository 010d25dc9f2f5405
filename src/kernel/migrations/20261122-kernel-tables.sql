-- The memory of what happened, and what makes a repeated request harmless.
create table organisations (
  id uuid primary key,
  name text not null,
  language text not null default 'fr',
  zone text not null default 'Europe/Brussels',
  country text not null default 'BE',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
alter table organisations enable row level security;
alter table organisations force row level security;
create policy own on organisations using (id = current_org()) with check (id = current_org());
grant select, insert, update on organisations to permanence_app;

-- Idempotence: inserted first in its transaction, so that a repeat waits for the outcome of the first.
create table commands (
  organisation_id uuid not null references organisations,
  actor_id uuid not null,
  command_id uuid not null,
  name text not null,
  input_hash bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (organisation_id, actor_id, command_id)
);
create index commands_old on commands (at);
select tenant('commands');
grant delete on commands to permanence_app;

-- Journal, audit and outbox in one. Sealed in order a second later by a worker: position and hash, one chain per organisation.
create table events (
  organisation_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  facts jsonb not null,
  actor_id uuid,
  via text not null,
  triggered_by uuid,
  command_id uuid,
  at timestamptz not null,
  position bigint,
  hash bytea,
  primary key (organisation_id, id),
  unique (organisation_id, position)
);
create index events_to_seal on events (organisation_id, id) where position is null;
create index events_by_name on events (organisation_id, name, at desc);
create index events_by_facts on events using gin (facts jsonb_path_ops);
select tenant('events');
revoke delete on events from permanence_app;

-- Which organisations have something to seal or to do: the workers ask before choosing an organisation, so no wall can be set yet.
create function organisations_to_seal() returns setof uuid
  language sql stable security definer set search_path = public
  as $$ select distinct organisation_id from events where position is null $$;
create function all_organisations() returns setof uuid
  language sql stable security definer set search_path = public
  as $$ select id from organisations $$;
revoke all on function organisations_to_seal(), all_organisations() from public;
grant execute on function organisations_to_seal(), all_organisations() to permanence_app;
