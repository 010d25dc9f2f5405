-- One letter to many: whom it goes to is found once, by those who may read the file, and each line says what became of it.
create table mailings (
  organisation_id uuid not null,
  text_id uuid not null,
  -- By mail where there is an address, or all by the post.
  by_mail boolean not null default true,
  chosen_by uuid,
  chosen_at timestamptz not null,
  started_at timestamptz,
  done_at timestamptz,
  primary key (organisation_id, text_id),
  foreign key (organisation_id, text_id) references letters,
  foreign key (organisation_id, chosen_by) references people
);
select tenant('mailings');

create table mailing_lines (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  place int not null,
  counterpart_id uuid,
  person_id uuid,
  -- Who, where, how they are addressed, what stands in the fields of the text.
  said jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'made', 'no_address')),
  sending_id uuid,
  tries int not null default 0,
  primary key (organisation_id, id),
  unique (organisation_id, text_id, place),
  foreign key (organisation_id, text_id) references mailings,
  foreign key (organisation_id, counterpart_id) references counterparts,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, sending_id) references sendings
);
select tenant('mailing_lines');
create index mailing_lines_waiting on mailing_lines (organisation_id, text_id, place) where state = 'waiting';
create index mailing_lines_by_person on mailing_lines (organisation_id, person_id) where person_id is not null;
create index mailing_lines_by_counterpart on mailing_lines (organisation_id, counterpart_id) where counterpart_id is not null;
