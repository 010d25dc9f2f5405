-- Who sits where outside (mandats externes). An institution is not ours: a council, a company of communes, an association.
create table institutions (
  organisation_id uuid not null,
  id uuid not null,
  -- The body that keeps the register in which it stands.
  body_id uuid not null,
  name text not null,
  kind text not null,
  level text not null check (level in ('local', 'provincial', 'regional', 'national', 'european')),
  country text not null,
  -- How many seats there are ours to fill; null when nobody counts them.
  seats int check (seats between 0 and 1000),
  note text,
  closed_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('institutions');
create index institutions_by_body on institutions (organisation_id, body_id);

-- Never deleted: an end is a date.
create table offices (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  institution_id uuid not null,
  person_id uuid not null,
  role text not null,
  -- What it is called there, when no word of `role` says it.
  title text,
  since date not null,
  until date,
  origin text not null check (origin in ('elected', 'institution', 'body')),
  -- The institution that sent somebody there (a council to its company of communes): a derived mandate (CDLD L5111-1).
  sent_by uuid,
  origin_note text,
  delegation text,
  stance text check (stance in ('majority', 'opposition')),
  paid boolean,
  yearly_gross_cents bigint check (yearly_gross_cents >= 0),
  -- On the public list, when the body has one.
  listed boolean not null default true,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, institution_id) references institutions,
  foreign key (organisation_id, sent_by) references institutions,
  foreign key (organisation_id, person_id) references people,
  -- A last day just before the first: it never began.
  check (until is null or until >= since - 1)
);
select tenant('offices');
create index offices_by_body on offices (organisation_id, body_id, until);
create index offices_by_person on offices (organisation_id, person_id);
create index offices_by_institution on offices (organisation_id, institution_id);

-- An office as it stood before each change, without its pay.
create table office_versions (
  organisation_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  since date not null,
  until date,
  role text not null,
  title text,
  stance text,
  delegation text,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, office_id) references offices,
  foreign key (organisation_id, changed_by) references people
);
select tenant('office_versions');
create index office_versions_by_office on office_versions (organisation_id, office_id);

-- A declaration of mandates that somebody lodged, by the rule that asks for it and the year in which it was due.
create table office_declarations (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  rule text not null,
  year int not null check (year between 1950 and 2200),
  lodged_on date not null,
  written_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, body_id, rule, year),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, written_by) references people
);
select tenant('office_declarations');

-- A page that anybody may read, while the body wants it. What is opened again has another address.
create table office_lists (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  shows text[] not null,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, opened_by) references people
);
select tenant('office_lists');
create unique index office_lists_open on office_lists (organisation_id, body_id) where closed_at is null;

-- Whoever records the mandates of a body keeps its register too, until the body says otherwise.
alter table functions no force row level security;
update functions set capabilities = array_append(capabilities, 'offices.manage')
 where 'mandates.manage' = any(capabilities) and not 'offices.manage' = any(capabilities);
alter table functions force row level security;
