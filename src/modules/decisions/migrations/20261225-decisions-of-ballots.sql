-- A vote that is closed is a decision as well, in a meeting or not; one vote makes one decision.
alter table decisions
  add column ballot_id uuid,
  add constraint decisions_ballot foreign key (organisation_id, ballot_id) references ballots;
create unique index decisions_by_ballot on decisions (organisation_id, ballot_id) where ballot_id is not null;
