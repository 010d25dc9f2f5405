-- The words of a list as one text; PostgreSQL calls `array_to_string` stable for the sake of other types.
create function in_one_text(text[]) returns text language sql immutable strict parallel safe
  return array_to_string($1, ' ');

-- Organisations and people outside (interlocuteurs), each in the file of the one body that keeps it: the file of an elected
-- group and that of a party are two, and nothing is shared between them.
create table counterparts (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  nature text not null check (nature in ('organisation', 'person')),
  -- Of an organisation.
  kind text check (kind in ('association', 'media', 'party', 'public_service', 'company', 'institution', 'other')),
  -- The name of the organisation, or the family name of the person.
  name text not null,
  given_name text,
  form text not null default 'n' check (form in ('m', 'f', 'n')),
  themes text[] not null default '{}',
  -- A commune or a part of the country as people say it, and its official code where somebody knows it.
  territory text,
  territory_code text,
  street text,
  postcode text,
  town text,
  country text,
  email text,
  phone text,
  website text,
  note text,
  -- The names of the organisations in which a person has a role today, so that who looks for the paper finds its journalists.
  through text not null default '',
  added_on date not null,
  -- The last day somebody said that the record is right: the day it was added, to begin with.
  checked_on date not null,
  -- The day of the last exchange.
  last_on date,
  ended_on date,
  fresh_on date not null generated always as (greatest(checked_on, last_on)) stored,
  -- As it is sorted, and as it is searched.
  folded text not null generated always as (name_folded(name || ' ' || coalesce(given_name, ''))) stored,
  sought text not null generated always as (name_folded(name || ' ' || coalesce(given_name, '') || ' ' || through || ' '
    || in_one_text(themes) || ' ' || coalesce(territory, '') || ' ' || coalesce(town, ''))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  check ((nature = 'organisation') = (kind is not null)),
  check (nature = 'person' or given_name is null)
);
select tenant('counterparts');
create index counterparts_by_name on counterparts (organisation_id, body_id, folded collate "C", id);
create index counterparts_by_freshness on counterparts (organisation_id, body_id, fresh_on) where ended_on is null;
create index counterparts_by_word on counterparts using gin (organisation_id, sought gin_trgm_ops);
create index counterparts_by_email on counterparts (organisation_id, lower(email)) where email is not null;
create index counterparts_by_theme on counterparts using gin (organisation_id, themes);

-- What a person outside is in an organisation outside, from a day to a day. An end never deletes.
create table counterpart_roles (
  organisation_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  outside_id uuid not null,
  title text not null,
  since date,
  until date,
  primary key (organisation_id, id),
  foreign key (organisation_id, contact_id) references counterparts,
  foreign key (organisation_id, outside_id) references counterparts,
  check (until >= since)
);
select tenant('counterpart_roles');
create index counterpart_roles_by_contact on counterpart_roles (organisation_id, contact_id);
create index counterpart_roles_by_outside on counterpart_roles (organisation_id, outside_id);

-- Who of ours says that they know a counterpart, beside what exchanges tell.
create table acquaintances (
  organisation_id uuid not null,
  counterpart_id uuid not null,
  person_id uuid not null,
  how text not null default '',
  since timestamptz not null,
  primary key (organisation_id, counterpart_id, person_id),
  foreign key (organisation_id, counterpart_id) references counterparts,
  foreign key (organisation_id, person_id) references people
);
select tenant('acquaintances');
create index acquaintances_by_person on acquaintances (organisation_id, person_id);

-- What was said with whom: a call, a letter, a mail, a meeting, a request that waits for its answer.
create table exchanges (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('call', 'letter', 'mail', 'meeting', 'request', 'other')),
  on_day date not null,
  -- In a line, and in clear as titles are; the rest encrypted when confidential.
  about text not null,
  said text not null default '',
  next_step text not null default '',
  next_on date,
  matter_id uuid,
  confidential boolean not null default false,
  logged_by uuid,
  logged_at timestamptz not null,
  -- The message it was made of, when it came by mail.
  message_id text,
  -- Of a request to a service.
  state text check (state in ('waiting', 'answered', 'given_up')),
  answer_due date,
  answer text not null default '',
  answered_on date,
  -- The last time they were reminded, and how many times.
  reminded_on date,
  reminders int not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, logged_by) references people,
  check ((kind = 'request') = (state is not null))
);
select tenant('exchanges');
create index exchanges_by_day on exchanges (organisation_id, body_id, on_day desc, id);
create index exchanges_by_matter on exchanges (organisation_id, matter_id) where matter_id is not null;
create index exchanges_waiting on exchanges (organisation_id, answer_due) where state = 'waiting';
create unique index exchanges_by_message on exchanges (organisation_id, body_id, message_id) where message_id is not null;

create table exchange_ours (
  organisation_id uuid not null,
  exchange_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, exchange_id, person_id),
  foreign key (organisation_id, exchange_id) references exchanges on delete cascade,
  foreign key (organisation_id, person_id) references people
);
select tenant('exchange_ours');
create index exchange_ours_by_person on exchange_ours (organisation_id, person_id);

create table exchange_theirs (
  organisation_id uuid not null,
  exchange_id uuid not null,
  counterpart_id uuid not null,
  primary key (organisation_id, exchange_id, counterpart_id),
  foreign key (organisation_id, exchange_id) references exchanges on delete cascade,
  foreign key (organisation_id, counterpart_id) references counterparts
);
select tenant('exchange_theirs');
create index exchange_theirs_by_counterpart on exchange_theirs (organisation_id, counterpart_id);

-- A mail that one of ours sent with our address in copy, to somebody the file does not know: who keeps it says who that is.
create table exchange_mails (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  -- Who wrote it.
  person_id uuid not null,
  message_id text not null,
  on_day date not null,
  subject text not null,
  said text not null,
  -- To whom, of those outside: « Nom <adresse> » is kept in two arrays of one length.
  addresses text[] not null,
  names text[] not null,
  received_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  unique (organisation_id, body_id, message_id)
);
select tenant('exchange_mails');

-- Whose file the address in copy is of.
create function organisation_of_body(body uuid) returns uuid language sql stable as $$
  select organisation_id from bodies where id = body and closed_on is null
$$;
select definer('organisation_of_body(uuid)');

-- Candidates for a search of counterparts, best first, among those of these bodies: every word stands somewhere in the name,
-- the organisations, the themes or the place; two letters begin a word. Ids only, read again under the policy.
create function search_counterparts(asked text, bodies uuid[], at_most int) returns table (id uuid, likeness real)
  language plpgsql stable as $$
declare
  phrase text := rtrim(regexp_replace(name_folded(asked), '\s+', ' ', 'g'));
  word text;
  exact text;
  everywhere text := '';
  near text := '';
  search constant text := $q$
    select c.id, (case when starts_with(c.folded, $3) then 2 when strpos(c.folded, $3) > 0 then 1 else 0 end + similarity(c.sought, $3))::real
      from (select c.id, c.folded, c.sought from counterparts c
             where c.organisation_id = current_org() and c.body_id = any ($1) %s limit 1000) c
     order by 2 desc, c.folded collate "C", c.id limit $2 $q$;
begin
  if trim(phrase) = '' then return; end if;
  foreach word in array regexp_split_to_array(trim(phrase), '\s+') loop
    exact := format(' and c.sought like %L', '%'
      || case when length(word) < 3 then ' ' else '' end || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%');
    everywhere := everywhere || exact;
    -- A short word mistyped is like any other: it is taken as it stands.
    near := near || case when length(word) > 3 then format(' and %L <%% c.sought', word) else exact end;
  end loop;
  return query execute format(search, everywhere) using bodies, least(at_most, 200), phrase;
  if not found and near <> everywhere then
    return query execute format(search, near) using bodies, least(at_most, 200), phrase;
  end if;
end $$;
select definer('search_counterparts(text, uuid[], int)');
alter function search_counterparts(text, uuid[], int) set pg_trgm.word_similarity_threshold = 0.45;

-- Those who keep the subjects and the people of a body keep its counterparts too; those who lead subjects read them.
alter table functions no force row level security;
update functions set capabilities = capabilities || array['counterparts.read', 'counterparts.manage']
 where capabilities @> array['people.read', 'matters.manage', 'meetings.prepare', 'minutes.write'];
update functions set capabilities = capabilities || array['counterparts.read']
 where capabilities @> array['matters.manage'] and not capabilities @> array['counterparts.read'];
alter table functions force row level security;

-- Bodies founded before the rule existed follow the same one as the new ones.
alter table rules no force row level security;
insert into rules (organisation_id, id, body_id, key, value, unit, jurisdiction, source, confidence, overridden_by, note)
select b.organisation_id, gen_random_uuid(), b.id, 'any.body.counterparts.stale', '18'::jsonb, 'months', b.country, 'Permanence', 'M',
       case b.country when 'BE' then 'ROI' else 'règlement intérieur' end, 'Notre proposition, à revoir'
  from bodies b;
alter table rules force row level security;
