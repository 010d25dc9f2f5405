-- A vote put to those on a frozen roll: a question, how it is counted, when it opened and closed, what came out.
create table ballots (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  question text not null,
  kind text not null check (kind in ('yes_no', 'candidates')),
  -- In the order of the paper; empty for yes or no.
  candidates text[] not null,
  seats int not null check (seats between 0 and 200),
  -- majority, or the way candidates are counted.
  method text not null,
  -- The rule of the rulebook by its key; null: more for than against. What it said is frozen when the vote opens.
  rule_key text,
  rule jsonb,
  -- named: each votes here, and everybody reads who voted what; hand: figures of a show of hands; paper: figures typed by two.
  manner text not null check (manner in ('named', 'hand', 'paper')),
  changeable boolean not null,
  -- lot: an order between equals is drawn before the vote opens; none: equals stay equal.
  between_equals text not null check (between_equals in ('lot', 'none')),
  lot int[],
  drawn_at timestamptz,
  drawn_by uuid,
  -- Who votes: as the rulebook says, or one of the ways of the roll; on that day.
  electorate text not null check (electorate in ('rulebook', 'members', 'members_up_to_date', 'holders')),
  functions text[] not null,
  on_day date not null,
  ends_at timestamptz,
  -- One more each time what is asked changes: who saw an older question does not vote on it.
  revision int not null default 1,
  prepared_by uuid,
  prepared_at timestamptz not null,
  roll_id uuid,
  entitled int,
  opened_by uuid,
  opened_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  cancelled_at timestamptz,
  -- The count, as it was done when it closed.
  result jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, roll_id) references rolls,
  foreign key (organisation_id, drawn_by) references people,
  foreign key (organisation_id, prepared_by) references people,
  foreign key (organisation_id, opened_by) references people,
  foreign key (organisation_id, closed_by) references people,
  check ((opened_at is null) = (roll_id is null)),
  check ((closed_at is null) = (result is null)),
  check (closed_at is null or opened_at is not null)
);
select tenant('ballots');
create index ballots_by_body on ballots (organisation_id, body_id, prepared_at desc, id);
create index ballots_open on ballots (organisation_id, roll_id) where opened_at is not null and closed_at is null and cancelled_at is null;

-- A vote by name: one row for one person, whatever two devices do at once.
create table ballot_votes (
  organisation_id uuid not null,
  ballot_id uuid not null,
  person_id uuid not null,
  -- {"answer": "for"} or {"ranks": [[0], [2]]}: places among the candidates; no rank at all is a blank vote.
  choice jsonb not null,
  cast_at timestamptz not null,
  primary key (organisation_id, ballot_id, person_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, person_id) references people
);
select tenant('ballot_votes');
create index ballot_votes_by_person on ballot_votes (organisation_id, person_id);

-- Figures of a vote by hand or on paper, as somebody typed them.
create table ballot_figures (
  organisation_id uuid not null,
  ballot_id uuid not null,
  typed_by uuid not null,
  figures jsonb not null,
  typed_at timestamptz not null,
  primary key (organisation_id, ballot_id, typed_by),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, typed_by) references people
);
select tenant('ballot_figures');
create index ballot_figures_by_person on ballot_figures (organisation_id, typed_by);
