-- An election without candidate: one person for one function, by reasons and consent. It is named by nature, nothing of it is secret.
create table consent_elections (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  -- A function of the body, or a role by its name.
  function_id uuid,
  role text,
  -- What is asked of whoever takes it, one a line.
  criteria text not null,
  term text,
  -- The meeting it is held in, where there is one.
  meeting_id uuid,
  electorate text not null check (electorate in ('rulebook', 'members', 'members_up_to_date', 'holders')),
  functions text[] not null,
  prepared_by uuid,
  prepared_at timestamptz not null,
  -- Each step is a moment: nominations, their reading with reasons, the changes, the end of the changes, the proposal.
  opened_by uuid,
  opened_at timestamptz,
  -- The roll whose people take part; null where those present at the meeting do.
  roll_id uuid,
  revealed_by uuid,
  revealed_at timestamptz,
  changes_by uuid,
  changes_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  -- The proposal that is before them now, or that was consented to.
  proposal_id uuid,
  elected_by uuid,
  elected_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  closed_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, function_id) references functions,
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, roll_id) references rolls,
  foreign key (organisation_id, prepared_by) references people,
  foreign key (organisation_id, opened_by) references people,
  foreign key (organisation_id, revealed_by) references people,
  foreign key (organisation_id, changes_by) references people,
  foreign key (organisation_id, settled_by) references people,
  foreign key (organisation_id, elected_by) references people,
  foreign key (organisation_id, closed_by) references people,
  check ((function_id is null) <> (role is null)),
  check (revealed_at is null or opened_at is not null),
  check (changes_at is null or revealed_at is not null),
  check (settled_at is null or changes_at is not null),
  check (proposal_id is null or settled_at is not null),
  check (elected_at is null or (proposal_id is not null and closed_at is null))
);
select tenant('consent_elections');
create index consent_elections_by_body on consent_elections (organisation_id, body_id, prepared_at desc, id);
create index consent_elections_open on consent_elections (organisation_id, body_id)
  where opened_at is not null and elected_at is null and closed_at is null;

-- Who takes part, frozen when the nominations open.
create table consent_participants (
  organisation_id uuid not null,
  election_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, election_id, person_id),
  foreign key (organisation_id, election_id) references consent_elections,
  foreign key (organisation_id, person_id) references people
);
select tenant('consent_participants');
create index consent_participants_by_person on consent_participants (organisation_id, person_id);

-- Whom each names and why; and, once all were read, whom they name instead, or that they keep to it (turned_at, and nobody).
create table consent_nominations (
  organisation_id uuid not null,
  election_id uuid not null,
  person_id uuid not null,
  nominee_id uuid not null,
  reasons text not null,
  nominated_at timestamptz not null,
  -- Who typed it for somebody in the room.
  noted_by uuid,
  to_id uuid,
  to_reasons text,
  turned_at timestamptz,
  turn_noted_by uuid,
  primary key (organisation_id, election_id, person_id),
  foreign key (organisation_id, election_id) references consent_elections,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, nominee_id) references people,
  foreign key (organisation_id, noted_by) references people,
  foreign key (organisation_id, to_id) references people,
  foreign key (organisation_id, turn_noted_by) references people,
  check ((to_id is null) = (to_reasons is null)),
  check (to_id is null or turned_at is not null)
);
select tenant('consent_nominations');
create index consent_nominations_by_person on consent_nominations (organisation_id, person_id);
create index consent_nominations_by_nominee on consent_nominations (organisation_id, nominee_id);
create index consent_nominations_by_other on consent_nominations (organisation_id, to_id) where to_id is not null;

-- Each proposal stays, with what was answered to it: mended, or of somebody else, it is another one.
create table consent_proposals (
  organisation_id uuid not null,
  id uuid not null,
  election_id uuid not null,
  round int not null check (round between 1 and 50),
  person_id uuid not null,
  reasons text not null,
  term text,
  conditions text,
  proposed_by uuid,
  proposed_at timestamptz not null,
  -- Those who have not answered are no longer waited for, and why.
  went_on_by uuid,
  went_on_at timestamptz,
  went_on_reason text,
  primary key (organisation_id, id),
  unique (organisation_id, election_id, round),
  foreign key (organisation_id, election_id) references consent_elections,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, proposed_by) references people,
  foreign key (organisation_id, went_on_by) references people,
  check ((went_on_at is null) = (went_on_reason is null))
);
select tenant('consent_proposals');
create index consent_proposals_by_person on consent_proposals (organisation_id, person_id);
alter table consent_elections
  add constraint consent_elections_proposal foreign key (organisation_id, proposal_id) references consent_proposals;

create table consent_answers (
  organisation_id uuid not null,
  proposal_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('consent', 'objection')),
  -- The objection, which stays readable once it is lifted.
  objection text,
  answered_at timestamptz not null,
  lifted_at timestamptz,
  noted_by uuid,
  primary key (organisation_id, proposal_id, person_id),
  foreign key (organisation_id, proposal_id) references consent_proposals,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, noted_by) references people,
  check (answer = 'consent' or (objection is not null and lifted_at is null))
);
select tenant('consent_answers');
create index consent_answers_by_person on consent_answers (organisation_id, person_id);
