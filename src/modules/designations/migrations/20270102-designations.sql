-- Who of ours is to sit in an institution: how many seats are ours and by which key, who is put forward, how it was decided.
create table designations (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  institution_id uuid not null,
  role text not null,
  -- What it is called there, when no word of `role` says it.
  title text,
  -- All seats to fill there; with a key between the groups, ours are a share of them.
  seats int not null check (seats between 1 and 500),
  -- Substitutes of ours at most.
  substitutes int not null check (substitutes between 0 and 500),
  since date not null,
  until date,
  origin text not null check (origin in ('institution', 'body')),
  sent_by uuid,
  basis text,
  matter_id uuid,
  parity text not null check (parity in ('none', 'balance', 'alternation')),
  -- Who heads the list where it alternates; null where nobody said.
  first_form text check (first_form in ('f', 'm')),
  -- Between the groups or lists of the outside assembly: { method, lines: [{ name, weight, together }], ours, equal, basis }.
  groups_key jsonb,
  -- Equals of that key between whom somebody decided, stage by stage, with the rule or the lot in words.
  groups_settled jsonb not null,
  -- Seats told without a key, and why.
  given_seats int check (given_seats between 0 and 500),
  given_reason text,
  -- Between our own components, the same without `ours`.
  components_key jsonb,
  components_settled jsonb not null,
  prepared_by uuid,
  prepared_at timestamptz not null,
  decided_how text check (decided_how in ('ballot', 'decision', 'told')),
  ballot_id uuid,
  decision_id uuid,
  -- By whom, where it was decided elsewhere, and on which day.
  told_by text,
  told_on date,
  decided_by uuid,
  decided_at timestamptz,
  designated_by uuid,
  designated_at timestamptz,
  -- Why it was done in spite of what the checks said.
  despite text,
  letter text,
  abandoned_by uuid,
  abandoned_at timestamptz,
  abandoned_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, institution_id) references institutions,
  foreign key (organisation_id, sent_by) references institutions,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, prepared_by) references people,
  foreign key (organisation_id, decided_by) references people,
  foreign key (organisation_id, designated_by) references people,
  foreign key (organisation_id, abandoned_by) references people,
  check ((given_seats is null) = (given_reason is null)),
  check (until is null or until >= since),
  check ((decided_how is null) = (decided_at is null)),
  check (designated_at is null or (decided_at is not null and abandoned_at is null))
);
select tenant('designations');
create index designations_by_body on designations (organisation_id, body_id, prepared_at desc, id);
create index designations_by_institution on designations (organisation_id, institution_id);
create index designations_by_matter on designations (organisation_id, matter_id) where matter_id is not null;

-- Who is put forward, in order. A component is a political opinion of whoever is put forward by it.
create table designation_people (
  organisation_id uuid not null,
  designation_id uuid not null,
  person_id uuid not null,
  place int not null check (place between 1 and 1000),
  seat text not null check (seat in ('full', 'substitute')),
  component text,
  -- The external mandate that came of it.
  office_id uuid,
  -- Whom a substitute follows, for the rest of the term, and from which day.
  follows_id uuid,
  follows_on date,
  primary key (organisation_id, designation_id, person_id),
  foreign key (organisation_id, designation_id) references designations,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, office_id) references offices,
  foreign key (organisation_id, follows_id) references people,
  check ((follows_id is null) = (follows_on is null))
);
select tenant('designation_people');
create index designation_people_by_person on designation_people (organisation_id, person_id);
create index designation_people_by_followed on designation_people (organisation_id, follows_id) where follows_id is not null;
create index designation_people_by_office on designation_people (organisation_id, office_id) where office_id is not null;
