-- What somebody says of a passage of a text, and what they would put in its place. The passage is kept as it was read: the text
-- goes on changing, and a remark on words that are gone is still to be answered.
create table text_remarks (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  passage text not null,
  -- The place among the paragraphs, for a passage that stands there twice.
  near int not null check (near >= 0),
  said text,
  -- Null: a remark. Empty: to be taken out.
  proposed text,
  made_by uuid,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'refused', 'settled')),
  answer text,
  settled_by uuid,
  settled_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, made_by) references people,
  foreign key (organisation_id, settled_by) references people
);
select tenant('text_remarks');
create index text_remarks_by_text on text_remarks (organisation_id, text_id, made_at);
