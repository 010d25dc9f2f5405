-- Somebody on the roll who has no account votes with a code of their own: in a link by mail, or on a sheet in an envelope.
create table voting_links (
  organisation_id uuid not null,
  -- The code is made of it with the key of the installation: whoever has the tables has no code.
  id uuid not null,
  operation_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('email', 'post')),
  -- SHA-256 of the code.
  code_hash bytea not null,
  -- The sheets that were made together, to be printed for an hour.
  batch_id uuid,
  issued_by uuid,
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, operation_id) references voting_operations,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, issued_by) references people,
  check ((how = 'post') = (batch_id is not null))
);
select tenant('voting_links');
-- One person has one code that opens; the others tell what was issued before.
create unique index voting_links_live on voting_links (organisation_id, operation_id, person_id) where withdrawn_at is null;
create unique index voting_links_by_code on voting_links (code_hash);
create index voting_links_by_person on voting_links (organisation_id, person_id);
create index voting_links_by_issuer on voting_links (organisation_id, issued_by);
create index voting_links_by_batch on voting_links (organisation_id, batch_id) where batch_id is not null;

-- The one question asked before an organisation is known: whose code this is, as long as it opens.
create function voting_link_of(code bytea) returns table (organisation_id uuid, id uuid)
language sql stable as $$
  select l.organisation_id, l.id from voting_links l where l.code_hash = code and l.withdrawn_at is null
$$;
select definer('voting_link_of(bytea)');
