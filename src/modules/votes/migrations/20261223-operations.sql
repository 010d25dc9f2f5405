-- A voting operation: the votes of one roll taken together, on paper and on screen, with their tellers and one record. What is secret is one of them.
create table voting_operations (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  title text not null,
  -- The assembly it is held in, where there is one.
  meeting_id uuid,
  electorate text not null check (electorate in ('rulebook', 'members', 'members_up_to_date', 'holders')),
  functions text[] not null,
  on_day date not null,
  -- How many proxies one voter may hold; 0, none. The rule of the rulebook it comes from, or null.
  proxies_each int not null check (proxies_each between 0 and 20),
  proxy_rule text,
  -- How many tellers together open an urn.
  needed int not null check (needed between 2 and 20),
  -- For how many days after a count it may be contested; until then the urn is kept.
  challenge_days int not null check (challenge_days between 0 and 366),
  prepared_by uuid,
  prepared_at timestamptz not null,
  -- The roll of all its votes, frozen when the first of them opens.
  roll_id uuid,
  entitled int,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, roll_id) references rolls,
  foreign key (organisation_id, prepared_by) references people
);
select tenant('voting_operations');
create index voting_operations_by_body on voting_operations (organisation_id, body_id, prepared_at desc, id);

-- Who opens the urns. The other half of `key` is in the teller's browser and nowhere else.
create table operation_tellers (
  organisation_id uuid not null,
  operation_id uuid not null,
  person_id uuid not null,
  key text,
  key_at timestamptz,
  primary key (organisation_id, operation_id, person_id),
  foreign key (organisation_id, operation_id) references voting_operations,
  foreign key (organisation_id, person_id) references people
);
select tenant('operation_tellers');
create index operation_tellers_by_person on operation_tellers (organisation_id, person_id);

-- Who votes for whom. Withdrawn, it is gone: what was done under it stands on the list of those who voted.
create table operation_proxies (
  organisation_id uuid not null,
  operation_id uuid not null,
  giver_id uuid not null,
  holder_id uuid not null,
  given_at timestamptz not null,
  -- Who wrote it down: the giver, or whoever holds the paper.
  noted_by uuid not null,
  primary key (organisation_id, operation_id, giver_id),
  foreign key (organisation_id, operation_id) references voting_operations,
  foreign key (organisation_id, giver_id) references people,
  foreign key (organisation_id, holder_id) references people,
  foreign key (organisation_id, noted_by) references people,
  check (giver_id <> holder_id)
);
select tenant('operation_proxies');
create index operation_proxies_by_holder on operation_proxies (organisation_id, holder_id);
create index operation_proxies_by_noted on operation_proxies (organisation_id, noted_by);

alter table ballots
  add column operation_id uuid,
  -- The function whose seats are voted on.
  add column function_id uuid,
  add column round int not null default 1 check (round between 1 and 10),
  -- The vote of the round before.
  add column follows_id uuid,
  -- Women and men half each among those elected, as far as the number of seats allows.
  add column parity boolean not null default false,
  -- In how many rounds at most, by an absolute majority but in the last; 1 where it is counted in one.
  add column rounds int not null default 1 check (rounds between 1 and 10),
  -- The shares among those elected, by their places: as parity asks when the vote opens, or what a round before left of them.
  add column bounds jsonb,
  -- How many must take part for the vote to hold: a rule of the rulebook by its key, and what it said when the vote opened.
  add column quorum_key text,
  add column quorum jsonb,
  -- Until when the last moment may be put off, as it was declared before the vote opened; null, not at all.
  add column latest_at timestamptz,
  drop constraint ballots_between_equals_check,
  add constraint ballots_between_equals_check check (between_equals in ('lot', 'age', 'none')),
  add constraint ballots_of_operation foreign key (organisation_id, operation_id) references voting_operations,
  add constraint ballots_function foreign key (organisation_id, function_id) references functions,
  add constraint ballots_follows foreign key (organisation_id, follows_id) references ballots,
  drop constraint ballots_kind_check,
  add constraint ballots_kind_check check (kind in ('yes_no', 'candidates', 'motions', 'lists')),
  drop constraint ballots_manner_check,
  add constraint ballots_manner_check check (manner in ('named', 'hand', 'paper', 'secret')),
  add constraint ballots_secret check (manner <> 'secret' or operation_id is not null);
create index ballots_by_operation on ballots (organisation_id, operation_id) where operation_id is not null;
create unique index ballots_one_next on ballots (organisation_id, follows_id) where follows_id is not null and cancelled_at is null;

-- People of the file who stand; their place in `candidates` is empty then, the name is read from the file.
create table ballot_candidates (
  organisation_id uuid not null,
  ballot_id uuid not null,
  place int not null,
  person_id uuid not null,
  primary key (organisation_id, ballot_id, place),
  unique (organisation_id, ballot_id, person_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, person_id) references people
);
select tenant('ballot_candidates');
create index ballot_candidates_by_person on ballot_candidates (organisation_id, person_id);

-- By whom a vote by name was given for somebody who gave a proxy.
alter table ballot_votes add column cast_by uuid,
  add constraint ballot_votes_cast_by foreign key (organisation_id, cast_by) references people;
create index ballot_votes_by_hand on ballot_votes (organisation_id, cast_by) where cast_by is not null;

-- What everybody may see of an urn, made in a teller's browser; and, once it is open, the question as it is sealed into every vote.
create table ballot_urns (
  organisation_id uuid not null,
  ballot_id uuid not null,
  urn jsonb not null,
  question jsonb,
  laid_by uuid not null,
  laid_at timestamptz not null,
  primary key (organisation_id, ballot_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, laid_by) references people
);
select tenant('ballot_urns');
create index ballot_urns_by_person on ballot_urns (organisation_id, laid_by);

-- Who has voted in secret: on screen, or on paper before the tellers; by whose hand under a proxy. No moment is written here.
create table ballot_signatures (
  organisation_id uuid not null,
  ballot_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('screen', 'paper')),
  by_id uuid,
  primary key (organisation_id, ballot_id, person_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, by_id) references people
);
select tenant('ballot_signatures');
create index ballot_signatures_by_person on ballot_signatures (organisation_id, person_id);
create index ballot_signatures_by_hand on ballot_signatures (organisation_id, by_id) where by_id is not null;

-- The urn: votes that only the tellers together can read. Nobody, no moment and no number of their own: the receipt is the key.
create table ballot_sealed (
  organisation_id uuid not null,
  ballot_id uuid not null,
  receipt text not null,
  ciphertext text not null,
  primary key (organisation_id, ballot_id, receipt),
  foreign key (organisation_id, ballot_id) references ballots
);
select tenant('ballot_sealed');

-- A teller opens the urn after the end: the key made for it, and the sorted votes that were found.
create table ballot_openings (
  organisation_id uuid not null,
  ballot_id uuid not null,
  teller_id uuid not null,
  key text not null,
  opened jsonb,
  primary key (organisation_id, ballot_id, teller_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, teller_id) references people
);
select tenant('ballot_openings');
create index ballot_openings_by_person on ballot_openings (organisation_id, teller_id);

-- Shares on their way to the teller who opens, each in an envelope only that browser can read.
create table ballot_passed_shares (
  organisation_id uuid not null,
  ballot_id uuid not null,
  to_id uuid not null,
  from_id uuid not null,
  envelope text not null,
  primary key (organisation_id, ballot_id, to_id, from_id),
  foreign key (organisation_id, ballot_id, to_id) references ballot_openings on update cascade on delete cascade,
  foreign key (organisation_id, from_id) references people
);
select tenant('ballot_passed_shares');
create index ballot_passed_shares_by_person on ballot_passed_shares (organisation_id, from_id);
