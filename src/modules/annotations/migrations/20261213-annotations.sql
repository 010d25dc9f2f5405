-- A note on a passage of a paper: where it stands, what it quotes, what is said of it. All words rest encrypted: it quotes a paper that
-- may become confidential, and what somebody writes for themselves is nobody else's.
create table annotations (
  organisation_id uuid not null,
  id uuid not null,
  -- The version of the paper where the passage stands now.
  file_id uuid not null,
  page int not null check (page between 1 and 100000),
  -- Ten-thousandths of the page: [{"x": …, "y": …, "w": …, "h": …}], one for each line.
  rects jsonb not null,
  quote text not null,
  said text not null,
  author_id uuid not null,
  -- Who alone reads it; null: whoever may open the paper.
  private_to uuid,
  written_at timestamptz not null,
  changed_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  -- It came along to a newer version of the paper, or its passage is gone from that one: then it stays with the version it was written on.
  carried_at timestamptz,
  gone_from uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, gone_from) references files,
  foreign key (organisation_id, author_id) references people,
  foreign key (organisation_id, private_to) references people,
  foreign key (organisation_id, settled_by) references people,
  check (private_to is null or private_to = author_id),
  check (private_to is null or settled_at is null)
);
select tenant('annotations');
create index annotations_by_file on annotations (organisation_id, file_id, page);
create index annotations_by_gone_from on annotations (organisation_id, gone_from);
create index annotations_by_author on annotations (organisation_id, author_id);
create index annotations_by_private_to on annotations (organisation_id, private_to);
create index annotations_by_settled_by on annotations (organisation_id, settled_by);

create table annotation_replies (
  organisation_id uuid not null,
  id uuid not null,
  annotation_id uuid not null,
  said text not null,
  author_id uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, annotation_id) references annotations on delete cascade,
  foreign key (organisation_id, author_id) references people
);
select tenant('annotation_replies');
create index annotation_replies_by_annotation on annotation_replies (organisation_id, annotation_id);
create index annotation_replies_by_author on annotation_replies (organisation_id, author_id);
