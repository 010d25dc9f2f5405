create table decisions (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  meeting_id uuid,
  item_id uuid,
  matter_id uuid,
  year int not null,
  -- 2026-21: by body and year, without gaps.
  number int not null,
  title text not null,
  text text not null,
  how text not null check (how in ('consent', 'show_of_hands', 'roll_call', 'ballot', 'written')),
  votes_for int,
  votes_against int,
  abstentions int,
  blank int,
  adopted boolean not null,
  -- As they were at that moment: kernel/law's quorum and majority results, with their explanation.
  quorum jsonb,
  majority jsonb,
  taken_at timestamptz not null,
  confidential boolean not null default false,
  state text not null default 'in_force' check (state in ('in_force', 'carried_out', 'superseded', 'reopened', 'rejected')),
  superseded_by uuid,
  carried_out_on date,
  review_on date,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, year, number),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, item_id) references agenda_items,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, superseded_by) references decisions
);
select tenant('decisions');
create index decisions_by_meeting on decisions (organisation_id, meeting_id);
create index decisions_by_body on decisions (organisation_id, body_id, taken_at desc);

-- Who voted how, when it was by name: never for a secret ballot.
create table decision_votes (
  organisation_id uuid not null,
  decision_id uuid not null,
  -- Whose vote it is; for somebody represented, the giver of the proxy.
  person_id uuid not null,
  vote text not null check (vote in ('for', 'against', 'abstained', 'blank')),
  primary key (organisation_id, decision_id, person_id),
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, person_id) references people
);
select tenant('decision_votes');
