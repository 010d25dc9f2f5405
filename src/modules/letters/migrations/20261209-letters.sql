-- What makes of a text a letter: whom it is for, how they are addressed, what is awaited of it.
create table letters (
  organisation_id uuid not null,
  text_id uuid not null,
  -- Who receives it, in the file of the body: an organisation, somebody there, or neither.
  outside_id uuid,
  contact_id uuid,
  -- The lines of the address, the salutation, the closing, the references: as it will be printed, whatever becomes of the file.
  said jsonb not null,
  by_hand boolean not null default false,
  answer_due date,
  -- The letter that came, and that this one answers.
  answers_id uuid,
  -- The picture of the signature of whoever signed, as it was that day. Always encrypted.
  signature text,
  signature_of uuid,
  -- The exchange it became with its counterpart, when it left.
  exchange_id uuid,
  -- An answer came, or nobody waits for one any more.
  answered_on date,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, text_id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, outside_id) references counterparts,
  foreign key (organisation_id, contact_id) references counterparts,
  foreign key (organisation_id, exchange_id) references exchanges on delete set null (exchange_id),
  foreign key (organisation_id, signature_of) references people,
  foreign key (organisation_id, changed_by) references people
);
select tenant('letters');
create index letters_by_outside on letters (organisation_id, outside_id) where outside_id is not null;
create index letters_by_contact on letters (organisation_id, contact_id) where contact_id is not null;
create index letters_by_answered on letters (organisation_id, answers_id) where answers_id is not null;
create index letters_by_answer_due on letters (organisation_id, answer_due) where answer_due is not null and answered_on is null;

-- What is joined to a letter.
create table letter_papers (
  organisation_id uuid not null,
  text_id uuid not null,
  file_id uuid not null,
  place int not null,
  primary key (organisation_id, text_id, file_id),
  foreign key (organisation_id, text_id) references letters,
  foreign key (organisation_id, file_id) references files
);
select tenant('letter_papers');
create index letter_papers_by_file on letter_papers (organisation_id, file_id);

-- Each time it left or waits to leave: by mail, or to be printed and posted.
create table letter_sendings (
  organisation_id uuid not null,
  sending_id uuid not null,
  text_id uuid not null,
  primary key (organisation_id, sending_id),
  foreign key (organisation_id, sending_id) references sendings,
  foreign key (organisation_id, text_id) references letters
);
select tenant('letter_sendings');
create index letter_sendings_by_text on letter_sendings (organisation_id, text_id);

-- The paper a body writes on: what stands under its name, and where its envelopes have their window.
create table letterheads (
  organisation_id uuid not null,
  body_id uuid not null,
  lines text[] not null,
  foot text not null default '',
  town text,
  side text not null default 'country' check (side in ('country', 'right', 'left')),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, body_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, changed_by) references people
);
select tenant('letterheads');

-- How a body addresses those of a function, before what is shipped.
create table letter_titles (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  function text not null,
  called_m text not null,
  called_f text not null,
  called_n text not null,
  closing text,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, body_id, function),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, changed_by) references people
);
select tenant('letter_titles');

-- The picture of one's own signature: encrypted, read by its owner and put under what its owner signs.
create table signatures (
  organisation_id uuid not null,
  person_id uuid not null,
  picture text not null,
  kept_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references people
);
select tenant('signatures');
