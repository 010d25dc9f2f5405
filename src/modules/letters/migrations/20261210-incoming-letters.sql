-- A letter that came: numbered by body and year without gaps, from whom, about what, given to somebody, answered.
create table incoming_letters (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  year int not null,
  number int not null,
  reference text not null,
  received_on date not null,
  -- The day that stands on it, and the reference.
  written_on date,
  their_reference text,
  about text not null,
  -- Who it is from, in a line; and where they stand in the file of the body, when they do.
  sender text not null,
  outside_id uuid,
  contact_id uuid,
  note text not null default '',
  confidential boolean not null default false,
  matter_id uuid,
  given_to uuid,
  answer_due date,
  -- The letter of ours that it answers.
  answers_id uuid,
  -- It was answered by a letter of ours, or asks for nothing more.
  settled_on date,
  exchange_id uuid,
  registered_by uuid,
  registered_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, year, number),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, outside_id) references counterparts,
  foreign key (organisation_id, contact_id) references counterparts,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, given_to) references people,
  foreign key (organisation_id, answers_id) references letters,
  foreign key (organisation_id, exchange_id) references exchanges on delete set null (exchange_id),
  foreign key (organisation_id, registered_by) references people
);
select tenant('incoming_letters');
create index incoming_letters_by_body on incoming_letters (organisation_id, body_id, received_on desc, id desc);
create index incoming_letters_by_matter on incoming_letters (organisation_id, matter_id) where matter_id is not null;
create index incoming_letters_by_holder on incoming_letters (organisation_id, given_to) where given_to is not null;
create index incoming_letters_by_registrar on incoming_letters (organisation_id, registered_by);
create index incoming_letters_by_answered on incoming_letters (organisation_id, answers_id) where answers_id is not null;
create index incoming_letters_by_due on incoming_letters (organisation_id, answer_due) where answer_due is not null and settled_on is null;

alter table letters add foreign key (organisation_id, answers_id) references incoming_letters;

-- Its pages, as they were scanned or photographed.
create table incoming_papers (
  organisation_id uuid not null,
  incoming_id uuid not null,
  file_id uuid not null,
  place int not null,
  primary key (organisation_id, incoming_id, file_id),
  foreign key (organisation_id, incoming_id) references incoming_letters,
  foreign key (organisation_id, file_id) references files
);
select tenant('incoming_papers');
create index incoming_papers_by_file on incoming_papers (organisation_id, file_id);
