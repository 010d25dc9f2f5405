-- An election without candidate is a decision as well, by consent; one election makes one decision.
alter table decisions
  add column election_id uuid,
  add constraint decisions_election foreign key (organisation_id, election_id) references consent_elections;
create unique index decisions_by_election on decisions (organisation_id, election_id) where election_id is not null;
