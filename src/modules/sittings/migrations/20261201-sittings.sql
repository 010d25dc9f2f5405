-- The assembly somebody of ours sits in: theirs to convene, ours to prepare.
create table assemblies (
  organisation_id uuid not null,
  id uuid not null,
  -- The body of ours that prepares its sittings.
  body_id uuid not null,
  name text not null,
  kind text not null,
  seats int check (seats between 1 and 10000),
  closed_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('assemblies');
create index assemblies_by_body on assemblies (organisation_id, body_id);

-- A sitting (séance) of an assembly. What its institution sends is received into it.
create table sittings (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  assembly_id uuid not null,
  title text not null,
  -- Wall time in `zone`.
  starts timestamp not null,
  zone text not null,
  place text,
  -- When the convocation reached us: the days before the sitting are counted from it.
  convened_on date,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, assembly_id) references assemblies
);
select tenant('sittings');
create index sittings_by_body on sittings (organisation_id, body_id, starts);
create index sittings_by_assembly on sittings (organisation_id, assembly_id, starts);

-- One item of the order of business. Its number is the institution's, as it writes it; its place is its order.
create table sitting_items (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  place int not null,
  number text,
  title text not null,
  rapporteur text,
  commission text,
  amount_cents bigint,
  matter_id uuid,
  reader_id uuid,
  stance text,
  -- "si l’amendement 1 est adopté"
  stance_condition text,
  stance_note text,
  outcome text,
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstentions int check (abstentions >= 0),
  removed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, reader_id) references people
);
select tenant('sitting_items');
create index sitting_items_in_order on sitting_items (organisation_id, sitting_id, place);
create index sitting_items_by_reader on sitting_items (organisation_id, reader_id);
create index sitting_items_by_matter on sitting_items (organisation_id, matter_id);

-- One arrival of files: a folder dropped, a ZIP. Every file of it has its line, whatever became of it.
create table receipts (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  received_by uuid,
  received_at timestamptz not null,
  done_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, received_by) references people
);
select tenant('receipts');
create index receipts_by_sitting on receipts (organisation_id, sitting_id);

create table receipt_lines (
  organisation_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  place int not null,
  -- As it stands in what was received: "Commission 3/Rapport 214.pdf".
  path text not null,
  state text not null,
  -- The key of the refusal, when it was refused.
  reason text,
  file_id uuid,
  item_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, receipt_id, place),
  foreign key (organisation_id, receipt_id) references receipts,
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, item_id) references sitting_items
);
select tenant('receipt_lines');
create index receipt_lines_by_item on receipt_lines (organisation_id, item_id);
create index receipt_lines_by_file on receipt_lines (organisation_id, file_id);

-- Those who prepare the meetings of a body and keep its matters prepare the sittings its elected go to.
alter table functions no force row level security;
update functions set capabilities = array_append(capabilities, 'sittings.manage')
 where capabilities @> array['meetings.prepare', 'matters.manage', 'minutes.write'];
alter table functions force row level security;
