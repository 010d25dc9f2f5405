create table tasks (
  organisation_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  meeting_id uuid,
  item_id uuid,
  decision_id uuid,
  matter_id uuid,
  what text not null,
  owner_id uuid,
  due date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  done_at timestamptz,
  done_by uuid,
  note text not null default '',
  confidential boolean not null default false,
  created_by uuid,
  created_at timestamptz not null,
  -- The last day a reminder left for it: one a day at most, whatever is run twice.
  reminded_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, meeting_id) references meetings,
  foreign key (organisation_id, item_id) references agenda_items,
  foreign key (organisation_id, decision_id) references decisions,
  foreign key (organisation_id, matter_id) references matters,
  foreign key (organisation_id, owner_id) references people
);
select tenant('tasks');
create index tasks_by_owner on tasks (organisation_id, owner_id, state, due);
create index tasks_by_body on tasks (organisation_id, body_id, state, due);
create index tasks_by_decision on tasks (organisation_id, decision_id) where decision_id is not null;
create index tasks_by_meeting on tasks (organisation_id, meeting_id) where meeting_id is not null;

create table task_helpers (
  organisation_id uuid not null,
  task_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, task_id, person_id),
  foreign key (organisation_id, task_id) references tasks,
  foreign key (organisation_id, person_id) references people
);
select tenant('task_helpers');
create index task_helpers_by_person on task_helpers (organisation_id, person_id);

-- What is said about a task while it lives, one line after the other.
create table task_notes (
  organisation_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  person_id uuid,
  text text not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, task_id) references tasks,
  foreign key (organisation_id, person_id) references people
);
select tenant('task_notes');
create index task_notes_by_task on task_notes (organisation_id, task_id, at);
