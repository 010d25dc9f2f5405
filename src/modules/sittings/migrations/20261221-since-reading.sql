-- When somebody last said how the group votes on an item: a report that came after it is one they had not read.
alter table sitting_items add column stance_said_at timestamptz;
update sitting_items set stance_said_at = stance_decided_at where stance_decided_at is not null;
