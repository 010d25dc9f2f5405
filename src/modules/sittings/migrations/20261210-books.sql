-- A copy of a sitting book that was made, for whom and when, with what stood in it: so that the pages that changed since can be made
-- alone. Its file is kept as it was given.
create table sitting_books (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  -- Whose copy; null: one for all, in which nothing stands that not all may read.
  reader_id uuid,
  format text not null check (format in ('paper', 'tablet')),
  big boolean not null,
  only_mine boolean not null,
  with_papers boolean not null,
  -- Made by somebody who reads for themselves what is confidential.
  confidential boolean not null,
  language text not null,
  -- The whole copy whose pages these replace.
  root_id uuid,
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'made', 'failed')),
  made_at timestamptz,
  file_id uuid,
  pages int,
  -- Papers that were asked for and could not be joined.
  left_out int not null default 0,
  -- By item, and "order" for the order of business: the fingerprint of what stood there, and on which pages.
  prints jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, reader_id) references people,
  foreign key (organisation_id, asked_by) references people,
  foreign key (organisation_id, root_id) references sitting_books,
  foreign key (organisation_id, file_id) references files
);
select tenant('sitting_books');
create index sitting_books_by_sitting on sitting_books (organisation_id, sitting_id, asked_at);
create index sitting_books_by_reader on sitting_books (organisation_id, reader_id);
create index sitting_books_by_asker on sitting_books (organisation_id, asked_by);
create index sitting_books_by_root on sitting_books (organisation_id, root_id);
create index sitting_books_by_file on sitting_books (organisation_id, file_id);
