-- A text that a body writes: what kind it is says its form and its path (kinds.ts).
create table texts (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null,
  title text not null,
  state text not null default 'draft',
  -- Whose text it is, and who holds the pen.
  author_id uuid,
  written_by uuid,
  matter_id uuid,
  -- The item of somebody else's sitting it is written for.
  sitting_item_id uuid,
  confidential boolean not null default false,
  -- By body, kind and year, without gaps, given when it is validated and never given again.
  year int,
  number int,
  reference text,
  -- Of its form: addressee, grounds… An object of texts.
  fields jsonb not null default '{}',
  doc jsonb,
  version int not null default 1,
  -- Signs with spaces and words, as they are counted at each saving: lists do not open the text.
  signs int not null default 0 check (signs >= 0),
  words int not null default 0 check (words >= 0),
  limit_signs int check (limit_signs between 1 and 1000000),
  limit_minutes int check (limit_minutes between 1 and 1000),
  -- When it must have left.
  due_on date,
  created_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  lodged_on date,
  their_number text,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, kind, year, number),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, author_id) references people,
  foreign key (organisation_id, written_by) references people,
  foreign key (organisation_id, changed_by) references people,
  foreign key (organisation_id, signed_by) references people,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, sitting_item_id) references sitting_items
);
select tenant('texts');
create index texts_by_body on texts (organisation_id, body_id, changed_at desc);
create index texts_by_matter on texts (organisation_id, matter_id) where matter_id is not null;
create index texts_by_sitting_item on texts (organisation_id, sitting_item_id) where sitting_item_id is not null;
create index texts_by_author on texts (organisation_id, author_id);
create index texts_by_writer on texts (organisation_id, written_by);

-- A text as it stood at one moment: kept because somebody wished it, or because a step fixed it.
create table text_versions (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  number int not null,
  title text not null,
  doc jsonb,
  reason text not null,
  name text,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, text_id, number),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, made_by) references people
);
select tenant('text_versions');

-- The steps it took, each with its day and who noted it.
create table text_steps (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  state text not null,
  on_day date not null,
  at timestamptz not null,
  by_id uuid,
  note text,
  primary key (organisation_id, id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, by_id) references people
);
select tenant('text_steps');
create index text_steps_by_text on text_steps (organisation_id, text_id, at);

-- Who was asked to read it, and did.
create table text_readers (
  organisation_id uuid not null,
  text_id uuid not null,
  person_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, text_id, person_id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, asked_by) references people
);
select tenant('text_readers');
create index text_readers_by_person on text_readers (organisation_id, person_id) where read_at is null;

-- A model a body wrote for a kind of text; the starting ones are shipped.
create table text_models (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  kind text not null,
  name text not null,
  doc jsonb,
  ended_at timestamptz,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, changed_by) references people
);
select tenant('text_models');
create index text_models_by_body on text_models (organisation_id, body_id, kind);

-- Those who keep matters or prepare sittings write texts; those who prepare sittings lodge them and follow them; those who keep the
-- register of decisions as well as the matters answer for them.
alter table functions no force row level security;
update functions set capabilities = array_append(capabilities, 'texts.write')
 where capabilities && array['matters.manage', 'sittings.manage'] and not 'texts.write' = any(capabilities);
update functions set capabilities = array_append(capabilities, 'texts.manage')
 where 'sittings.manage' = any(capabilities) and not 'texts.manage' = any(capabilities);
update functions set capabilities = array_append(capabilities, 'texts.validate')
 where capabilities @> array['decisions.manage', 'matters.manage'] and not 'texts.validate' = any(capabilities);
alter table functions force row level security;
