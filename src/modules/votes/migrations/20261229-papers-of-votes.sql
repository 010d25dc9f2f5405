-- What is put to the vote, as files: accounts, the auditors' report, a budget, a text.
create table ballot_papers (
  organisation_id uuid not null,
  ballot_id uuid not null,
  file_id uuid not null,
  place int not null,
  primary key (organisation_id, ballot_id, file_id),
  foreign key (organisation_id, ballot_id) references ballots,
  foreign key (organisation_id, file_id) references files
);
select tenant('ballot_papers');
create index ballot_papers_by_file on ballot_papers (organisation_id, file_id);
