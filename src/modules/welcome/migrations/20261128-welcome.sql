-- The page of a body that is open to all, in its own words. Off until somebody opens it.
create table welcome_pages (
  organisation_id uuid not null,
  body_id uuid not null,
  -- What stands in the address: short enough for a poster. One for the whole installation, since it names no organisation.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  offer text not null,
  data_words text not null,
  opened_at timestamptz,
  opened_by uuid,
  primary key (organisation_id, body_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, opened_by) references people
);
select tenant('welcome_pages');

-- The steps a body defines, in order. Those of a journey are copied when it begins: changing these changes no journey under way.
create table welcome_steps (
  organisation_id uuid not null,
  body_id uuid not null,
  place int not null,
  title text not null,
  kind text not null check (kind in ('contact', 'step', 'membership')),
  days int not null check (days between 1 and 365),
  primary key (organisation_id, body_id, place),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('welcome_steps');

-- Somebody who comes to a body. Until they have confirmed their address nobody sees them, and after seven days they are gone.
create table newcomers (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  given_name text not null,
  family_name text not null,
  email text,
  phone text,
  town text,
  language text not null,
  wish text not null check (wish in ('contact', 'help', 'member')),
  message text,
  -- site, stand, market, friend, meeting, other
  source text not null,
  consent_text text,
  consent_at timestamptz,
  consent_means text check (consent_means in ('form', 'paper', 'spoken')),
  asked_at timestamptz not null,
  recorded_by uuid,
  confirmed_at timestamptz,
  person_id uuid,
  -- Their row among the people was made for this journey: it goes with it when they ask to be forgotten.
  made_person boolean not null default false,
  application_id uuid,
  welcomer_id uuid,
  contacted_at timestamptz,
  state text not null check (state in ('unconfirmed', 'open', 'paused', 'stopped', 'welcomed')),
  paused_until date,
  paused_why text,
  ended_at timestamptz,
  ended_by uuid,
  reason text,
  -- A link of another number opens nothing any more.
  link_number int not null default 1,
  -- What was written to them, so that the address can be taken out of it.
  letters uuid[] not null default '{}',
  forgotten_at timestamptz,
  primary key (organisation_id, id),
  check ((state = 'unconfirmed') = (confirmed_at is null)),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, welcomer_id) references people,
  foreign key (organisation_id, recorded_by) references people,
  foreign key (organisation_id, ended_by) references people
);
select tenant('newcomers');
create index newcomers_by_body on newcomers (organisation_id, body_id, confirmed_at desc, id desc);
create index newcomers_open on newcomers (organisation_id, body_id) where state in ('open', 'paused');
create index newcomers_by_welcomer on newcomers (organisation_id, welcomer_id) where state in ('open', 'paused');
create index newcomers_by_person on newcomers (organisation_id, person_id);
create index newcomers_by_application on newcomers (organisation_id, application_id);
create index newcomers_unconfirmed on newcomers (organisation_id, asked_at) where state = 'unconfirmed';

create table newcomer_steps (
  organisation_id uuid not null,
  newcomer_id uuid not null,
  place int not null,
  title text not null,
  kind text not null check (kind in ('contact', 'step', 'membership')),
  days int not null,
  -- The last day of the step that is open; the others get theirs when their turn comes.
  due date,
  done_at timestamptz,
  done_by uuid,
  skipped boolean not null default false,
  word text,
  primary key (organisation_id, newcomer_id, place),
  foreign key (organisation_id, newcomer_id) references newcomers on delete cascade,
  foreign key (organisation_id, done_by) references people
);
select tenant('newcomer_steps');

-- Who gave somebody to whom, and what they said with it.
create table newcomer_handovers (
  organisation_id uuid not null,
  id uuid not null,
  newcomer_id uuid not null,
  from_id uuid,
  to_id uuid not null,
  given_by uuid,
  context text,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, newcomer_id) references newcomers on delete cascade,
  foreign key (organisation_id, from_id) references people,
  foreign key (organisation_id, to_id) references people,
  foreign key (organisation_id, given_by) references people
);
select tenant('newcomer_handovers');
create index newcomer_handovers_by_newcomer on newcomer_handovers (organisation_id, newcomer_id, at);

-- What those who are welcomed may see of whoever welcomes them, beside the name.
create table welcomer_details (
  organisation_id uuid not null,
  person_id uuid not null,
  shows_email boolean not null,
  shows_phone boolean not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people
);
select tenant('welcomer_details');

-- The one question asked before an organisation is known: whose page this address is, if it is open.
create function welcome_page_of(asked text) returns table (organisation_id uuid, body_id uuid)
language sql stable as $$
  select p.organisation_id, p.body_id from welcome_pages p where p.slug = asked and p.opened_at is not null
$$;
select definer('welcome_page_of(text)');
-- Whether an address is taken, for whoever chooses one: by another organisation too, whose page is no secret.
create function welcome_slug_is_free(asked text, body uuid) returns boolean
language sql stable as $$
  select not exists (select from welcome_pages p where p.slug = asked and p.body_id <> body)
$$;
select definer('welcome_slug_is_free(text, uuid)');

-- Those who keep the people welcome them too. The owner is bound by the wall: it looks past it here.
alter table functions no force row level security;
update functions set capabilities = capabilities || 'welcome.manage'::text
 where 'people.manage' = any (capabilities) and not 'welcome.manage' = any (capabilities);
alter table functions force row level security;

alter table rules no force row level security;
alter table bodies no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, source, read_on, confidence, overridden_by, note)
select b.organisation_id, gen_random_uuid(), b.id, 'eu.all.welcome.first_contact', '48'::jsonb, 'hours', 'EU', 'Permanence', null,
       'M', 'règlement', 'Notre proposition, à revoir'
  from bodies b
 where not exists (select from rules r where (r.organisation_id, r.body_id) = (b.organisation_id, b.id)
                      and r.key = 'eu.all.welcome.first_contact');
alter table bodies force row level security;
alter table rules force row level security;
