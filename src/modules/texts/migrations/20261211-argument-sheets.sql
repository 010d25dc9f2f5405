-- A day is no secret, whatever the text: what must be looked at again is found without opening its form, which may rest encrypted.
alter table texts add column valid_until date;
alter table texts no force row level security;
update texts set valid_until = (fields ->> 'valid_until')::date where jsonb_typeof(fields) = 'object' and fields ? 'valid_until';
alter table texts force row level security;
create index texts_by_validity on texts (organisation_id, valid_until) where valid_until is not null;

-- Where what a sheet says comes from: an address, a paper or a decision of ours.
create table text_sources (
  organisation_id uuid not null,
  id uuid not null,
  text_id uuid not null,
  label text,
  url text,
  file_id uuid,
  decision_id uuid,
  added_by uuid,
  added_at timestamptz not null,
  check (num_nonnulls(url, file_id, decision_id) = 1),
  primary key (organisation_id, id),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, added_by) references people
);
select tenant('text_sources');
create index text_sources_by_text on text_sources (organisation_id, text_id, added_at);
create index text_sources_by_file on text_sources (organisation_id, file_id) where file_id is not null;

-- A sheet that a text or an item of a sitting leans on: by reference, with the version that was cited. It is never copied, so that
-- what is shown is what the sheet says now.
create table text_citations (
  organisation_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  -- The number of the kept version that was validated when it was cited.
  sheet_version int not null,
  text_id uuid,
  sitting_item_id uuid,
  cited_by uuid,
  cited_at timestamptz not null,
  check (num_nonnulls(text_id, sitting_item_id) = 1),
  primary key (organisation_id, id),
  unique (organisation_id, sheet_id, text_id),
  unique (organisation_id, sheet_id, sitting_item_id),
  foreign key (organisation_id, sheet_id) references texts,
  foreign key (organisation_id, sheet_id, sheet_version) references text_versions (organisation_id, text_id, number),
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, sitting_item_id) references sitting_items,
  foreign key (organisation_id, cited_by) references people
);
select tenant('text_citations');
create index text_citations_by_text on text_citations (organisation_id, text_id) where text_id is not null;
create index text_citations_by_item on text_citations (organisation_id, sitting_item_id) where sitting_item_id is not null;
create index text_citations_by_sheet on text_citations (organisation_id, sheet_id, cited_at);
