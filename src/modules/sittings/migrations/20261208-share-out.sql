-- What each of the elected says they would read, item by item: one minute on a phone.
create table sitting_wishes (
  organisation_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  wish text not null check (wish in ('want', 'could', 'not')),
  said_at timestamptz not null,
  primary key (organisation_id, item_id, person_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, person_id) references people
);
select tenant('sitting_wishes');
create index sitting_wishes_by_person on sitting_wishes (organisation_id, person_id);

-- The themes somebody reads for a body, whatever the sitting.
create table reader_themes (
  organisation_id uuid not null,
  body_id uuid not null,
  person_id uuid not null,
  theme_id uuid not null,
  primary key (organisation_id, body_id, person_id, theme_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, theme_id) references themes
);
select tenant('reader_themes');
create index reader_themes_by_person on reader_themes (organisation_id, person_id);
create index reader_themes_by_theme on reader_themes (organisation_id, theme_id);

-- What the reader of an item tells the others of it.
create table reading_sheets (
  organisation_id uuid not null,
  item_id uuid not null,
  what text not null default '',
  gains text not null default '',
  line text not null default '',
  risk text not null default '',
  questions text not null default '',
  ready_at timestamptz,
  written_by uuid,
  written_at timestamptz not null,
  primary key (organisation_id, item_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, written_by) references people
);
select tenant('reading_sheets');
create index reading_sheets_by_writer on reading_sheets (organisation_id, written_by);
