-- "Aït-Saïd" and "ait said" are one name to whoever searches.
create function name_folded(text) returns text language sql immutable strict parallel safe
  return ' ' || lower(translate(public.f_unaccent($1), '-''’.', '    '));

create table people (
  organisation_id uuid not null references organisations,
  id uuid not null,
  family_name text not null,
  given_name text not null,
  -- The form of function names they want: "secrétaire" is easy, "président" or "présidente" is theirs to say.
  form text not null default 'n' check (form in ('m', 'f', 'n')),
  email text,
  phone text,
  street text,
  postcode text,
  town text,
  country text,
  -- No e-mail, or none wanted: convocations go by letter.
  post_only boolean not null default false,
  language text not null default 'fr',
  note text,
  -- Their last day.
  left_on date,
  created_at timestamptz not null default now(),
  -- The name as it is searched and sorted: no accent, no capital, no hyphen; the space before it marks the first word.
  folded text not null generated always as (name_folded(family_name || ' ' || given_name)) stored,
  primary key (organisation_id, id)
);
select tenant('people');
create index people_by_name on people (organisation_id, folded collate "C", id);
create index people_by_word on people using gin (organisation_id, folded gin_trgm_ops);
create index people_by_email on people (organisation_id, lower(email)) where email is not null;
