-- A text of somebody else's assembly that we amend: a draft deliberation, a report, a regulation, a budget.
create table bases (
  organisation_id uuid not null,
  id uuid not null,
  -- The body of ours that amends it.
  body_id uuid not null,
  sitting_item_id uuid,
  kind text not null,
  title text not null,
  -- The number the institution gives it: "Rapport n° 214".
  reference text,
  -- The version that is amended; 0 until the first is adopted.
  version int not null default 0 check (version >= 0),
  brought_by uuid,
  brought_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, sitting_item_id) references sitting_items,
  foreign key (organisation_id, brought_by) references people
);
select tenant('bases');
create index bases_by_body on bases (organisation_id, body_id, brought_at desc);
create index bases_by_item on bases (organisation_id, sitting_item_id) where sitting_item_id is not null;

-- The text as it stood: read from a file or pasted, mended by hand, then adopted, and not changed from there on.
create table base_versions (
  organisation_id uuid not null,
  base_id uuid not null,
  number int not null check (number > 0),
  file_id uuid,
  -- Why the file gave no text.
  trouble text,
  -- Something to know of the file all the same: it held macros, which nobody ran.
  note text,
  -- How many lines of page headers and numbers were left out.
  left_out int not null default 0,
  -- [{ is, text }]; null until the file is read.
  paragraphs jsonb,
  -- Counted at each mending: two who mend at once are told.
  revision int not null default 0,
  brought_by uuid,
  brought_at timestamptz not null,
  adopted_by uuid,
  adopted_at timestamptz,
  primary key (organisation_id, base_id, number),
  foreign key (organisation_id, base_id) references bases,
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, brought_by) references people,
  foreign key (organisation_id, adopted_by) references people
);
select tenant('base_versions');
create index base_versions_by_file on base_versions (organisation_id, file_id) where file_id is not null;

-- What an amendment does to its base. Ours is a text, which has its words, its author and its path; of another group's we keep
-- its name, its number and what became of it.
create table amendments (
  organisation_id uuid not null,
  id uuid not null,
  base_id uuid not null,
  text_id uuid,
  group_name text,
  number text,
  outcome text,
  -- The version its operations are written on.
  version int not null check (version > 0),
  -- { operations: [{ from, to, was, put }] }
  operations jsonb not null,
  -- Where it could not follow its base: { snags: [{ index, snag, from, to }] }; null when it stands.
  snags jsonb,
  -- What it does to the budget, and how much.
  effect text not null default 'none',
  amount_cents bigint,
  written_by uuid,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, text_id),
  check ((text_id is null) <> (group_name is null)),
  foreign key (organisation_id, base_id) references bases,
  foreign key (organisation_id, text_id) references texts,
  foreign key (organisation_id, written_by) references people
);
select tenant('amendments');
create index amendments_by_base on amendments (organisation_id, base_id, written_at);
