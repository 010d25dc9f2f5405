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
  left_on date,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
select tenant('people');
create index people_by_name on people (organisation_id, family_name, given_name, id);
create index people_by_email on people (organisation_id, lower(email)) where email is not null;
