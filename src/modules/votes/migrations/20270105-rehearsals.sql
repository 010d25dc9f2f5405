-- A teller rehearses the opening of an urn before anybody votes, on the trial that was made with it: with whom, and whether it opened.
create table urn_rehearsals (
  organisation_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  -- The key of the urn as it was then: one that was laid anew since has not been rehearsed.
  urn_key text not null,
  opener_id uuid not null,
  -- Made for this rehearsal, like that of an opening.
  key text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  found boolean,
  primary key (organisation_id, id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, opener_id) references people,
  check ((ended_at is null) = (found is null))
);
select tenant('urn_rehearsals');
create index urn_rehearsals_by_ballot on urn_rehearsals (organisation_id, ballot_id, begun_at desc);
create index urn_rehearsals_by_person on urn_rehearsals (organisation_id, opener_id);
create unique index urn_rehearsals_one_at_a_time on urn_rehearsals (organisation_id, ballot_id, opener_id) where ended_at is null;

-- Who took part, from their device or from their paper. The envelope holds a share of the trial, until the rehearsal has ended.
create table rehearsal_shares (
  organisation_id uuid not null,
  rehearsal_id uuid not null,
  from_id uuid not null,
  how text not null check (how in ('device', 'paper')),
  envelope text,
  primary key (organisation_id, rehearsal_id, from_id),
  foreign key (organisation_id, rehearsal_id) references urn_rehearsals on delete cascade,
  foreign key (organisation_id, from_id) references people
);
select tenant('rehearsal_shares');
create index rehearsal_shares_by_person on rehearsal_shares (organisation_id, from_id);
