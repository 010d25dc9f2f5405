-- What followed from an election: proclaimed once, with the letters that left. The mandates and the decision stand where they always do.
create table ballot_proclamations (
  organisation_id uuid not null,
  ballot_id uuid not null,
  decision_id uuid not null,
  proclaimed_by uuid,
  proclaimed_at timestamptz not null,
  -- What was written to those elected; to those who stood and were not, null: nobody wrote to them.
  letter text not null,
  others_letter text,
  primary key (organisation_id, ballot_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, proclaimed_by) references people
);
select tenant('ballot_proclamations');
create index ballot_proclamations_by_person on ballot_proclamations (organisation_id, proclaimed_by);
create index ballot_proclamations_by_decision on ballot_proclamations (organisation_id, decision_id);

-- Somebody who voted or stood says that a vote was not as it should be; its words are for those who answer it, and for its author.
create table ballot_contests (
  organisation_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  person_id uuid not null,
  words text not null,
  noted_at timestamptz not null,
  outcome text,
  settled_by uuid,
  settled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, settled_by) references people,
  check ((settled_at is null) = (outcome is null))
);
select tenant('ballot_contests');
create index ballot_contests_by_ballot on ballot_contests (organisation_id, ballot_id);
create index ballot_contests_by_person on ballot_contests (organisation_id, person_id);
create index ballot_contests_by_settler on ballot_contests (organisation_id, settled_by) where settled_by is not null;
-- One at a time of each: what is to be added is said to whoever answers it.
create unique index ballot_contests_one_open on ballot_contests (organisation_id, ballot_id, person_id) where settled_at is null;
