-- What followed from an election without candidate: proclaimed once, with the letters that left. The mandate and the decision stand where they always do.
create table consent_proclamations (
  organisation_id uuid not null,
  election_id uuid not null,
  decision_id uuid not null,
  proclaimed_by uuid,
  proclaimed_at timestamptz not null,
  -- What was written to whoever was elected; to those who were named and were not, null: nobody wrote to them.
  letter text not null,
  others_letter text,
  primary key (organisation_id, election_id),
  foreign key (organisation_id, election_id) references consent_elections,
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, proclaimed_by) references people
);
select tenant('consent_proclamations');
create index consent_proclamations_by_person on consent_proclamations (organisation_id, proclaimed_by);
create index consent_proclamations_by_decision on consent_proclamations (organisation_id, decision_id);
