-- Which people have one of these addresses or names, for an import of thousands: indexed, past the policy, ids only.
create function known_people(addresses text[], names text[]) returns table (id uuid) language sql stable as $$
  select p.id from people p where p.organisation_id = current_org() and lower(p.email) = any (addresses)
  union
  select p.id from people p where p.organisation_id = current_org() and p.folded collate "C" = any (names) $$;
select definer('known_people(text[], text[])');

-- What became of each line of a file, without the file itself: it is kept nowhere.
create table imports (
  organisation_id uuid not null references organisations,
  id uuid not null,
  body_id uuid not null,
  imported_by uuid not null,
  at timestamptz not null,
  created int not null,
  updated int not null,
  unchanged int not null,
  known int not null,
  refused int not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, imported_by) references people
);
select tenant('imports');

create table import_lines (
  organisation_id uuid not null,
  import_id uuid not null,
  line int not null,
  state text not null check (state in ('created', 'updated', 'unchanged', 'known', 'refused')),
  person_id uuid,
  reason text,
  primary key (organisation_id, import_id, line),
  foreign key (organisation_id, import_id) references imports,
  foreign key (organisation_id, person_id) references people
);
select tenant('import_lines');
