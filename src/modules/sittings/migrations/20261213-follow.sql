-- How ours voted in fact, beside the position, and why where it was otherwise: asked once.
alter table sitting_items
  add column voted text,
  add column voted_reason text;

-- What somebody engaged themselves to from the bench: who (a public office, as it was said), what, until when. Its task is ours.
create table sitting_promises (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  item_id uuid,
  who text not null,
  what text not null,
  until date,
  task_id uuid not null,
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, task_id) references tasks,
  foreign key (organisation_id, noted_by) references people
);
select tenant('sitting_promises');
create index sitting_promises_by_sitting on sitting_promises (organisation_id, sitting_id);
create index sitting_promises_by_item on sitting_promises (organisation_id, item_id);
create index sitting_promises_by_task on sitting_promises (organisation_id, task_id);
create index sitting_promises_by_author on sitting_promises (organisation_id, noted_by);
