-- What a body promised, line by line, by theme: set beside what comes before the assembly. A line ends, and is never deleted.
create table programme_lines (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  theme_id uuid,
  words text not null,
  -- Where it was promised: a document, a page.
  source text,
  position int not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, theme_id) references themes
);
select tenant('programme_lines');
create index programme_lines_by_body on programme_lines (organisation_id, body_id, position) where ended_on is null;
create index programme_lines_by_theme on programme_lines (organisation_id, theme_id);
