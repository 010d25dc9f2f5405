-- Elected people asked to sign a validated text with us, ours or of other groups: each by a link of their own, answered once.
create table text_cosignatures (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  -- Who of ours it is; the others are known by their public name alone.
  person_id uuid,
  name text not null,
  -- Their group or their seat, as it stands under the text.
  quality text,
  -- Null once it serves no more.
  email text,
  asked_by uuid,
  asked_at timestamptz not null,
  until date not null,
  state text not null default 'asked' check (state in ('asked', 'signed', 'declined', 'withdrawn', 'lapsed')),
  answered_at timestamptz,
  said text,
  reminded_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, asked_by) references people,
  foreign key (organisation_id, withdrawn_by) references people
);
select tenant('text_cosignatures');
create index text_cosignatures_by_text on text_cosignatures (organisation_id, text_id, asked_at);
create index text_cosignatures_by_day on text_cosignatures (organisation_id, until) where email is not null;
