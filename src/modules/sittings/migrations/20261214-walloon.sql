-- What was said or done of a step around a council: the steps themselves, and their days, are computed.
create table sitting_steps (
  organisation_id uuid not null,
  sitting_id uuid not null,
  step text not null,
  -- The task it was made into, once.
  task_id uuid,
  done_at timestamptz,
  done_by uuid,
  primary key (organisation_id, sitting_id, step),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, task_id) references tasks,
  foreign key (organisation_id, done_by) references people
);
select tenant('sitting_steps');
create index sitting_steps_by_task on sitting_steps (organisation_id, task_id);
create index sitting_steps_by_author on sitting_steps (organisation_id, done_by);

-- The minutes the assembly drew up, to set beside what we noted.
create table sitting_minutes (
  organisation_id uuid not null,
  sitting_id uuid not null,
  received_on date not null,
  file_id uuid,
  compared_by uuid,
  compared_at timestamptz not null,
  -- When the assembly approved them, and what was asked to be put right.
  approved_on date,
  remark text,
  primary key (organisation_id, sitting_id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, file_id) references files,
  foreign key (organisation_id, compared_by) references people
);
select tenant('sitting_minutes');
create index sitting_minutes_by_file on sitting_minutes (organisation_id, file_id);
create index sitting_minutes_by_author on sitting_minutes (organisation_id, compared_by);

create table sitting_minutes_lines (
  organisation_id uuid not null,
  sitting_id uuid not null,
  place int not null,
  -- Null: an item that stands in their minutes and not in our list.
  item_id uuid,
  title text not null,
  outcome text,
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  abstentions int check (abstentions >= 0),
  -- As they are written there: "Mathot, Servais".
  against text,
  abstaining text,
  primary key (organisation_id, sitting_id, place),
  foreign key (organisation_id, sitting_id) references sitting_minutes,
  foreign key (organisation_id, item_id) references sitting_items
);
select tenant('sitting_minutes_lines');
create index sitting_minutes_lines_by_item on sitting_minutes_lines (organisation_id, item_id);
