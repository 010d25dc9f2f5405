-- What is debated, from when to when: one item of a sitting at a time.
create table sitting_debates (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  item_id uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, item_id) references sitting_items,
  check (ended_at >= began_at)
);
select tenant('sitting_debates');
create unique index sitting_debates_now on sitting_debates (organisation_id, sitting_id) where ended_at is null;
create index sitting_debates_by_item on sitting_debates (organisation_id, item_id);

-- Who spoke, one of ours or somebody of another group, and how long: the clock is the server's.
create table sitting_turns (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  item_id uuid not null,
  person_id uuid,
  group_id uuid,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, group_id) references assembly_groups,
  check ((person_id is null) <> (group_id is null)),
  check (ended_at >= began_at)
);
select tenant('sitting_turns');
create unique index sitting_turns_now on sitting_turns (organisation_id, sitting_id) where ended_at is null;
create index sitting_turns_by_item on sitting_turns (organisation_id, item_id);
create index sitting_turns_by_person on sitting_turns (organisation_id, person_id);
create index sitting_turns_by_group on sitting_turns (organisation_id, group_id);

-- How a group of the assembly voted, as it was seen from the bench.
create table sitting_group_votes (
  organisation_id uuid not null,
  item_id uuid not null,
  group_id uuid not null,
  votes_for int not null check (votes_for >= 0),
  votes_against int not null check (votes_against >= 0),
  abstentions int not null check (abstentions >= 0),
  apart int not null check (apart >= 0),
  primary key (organisation_id, item_id, group_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, group_id) references assembly_groups
);
select tenant('sitting_group_votes');
create index sitting_group_votes_by_group on sitting_group_votes (organisation_id, group_id);

-- How each of ours voted, in the room or by the one who held their proxy. A public vote: a secret one is not noted by name.
create table sitting_member_votes (
  organisation_id uuid not null,
  item_id uuid not null,
  member_id uuid not null,
  vote text not null check (vote in ('for', 'against', 'abstain', 'apart', 'absent')),
  by_proxy boolean not null,
  primary key (organisation_id, item_id, member_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, member_id) references assembly_members
);
select tenant('sitting_member_votes');
create index sitting_member_votes_by_member on sitting_member_votes (organisation_id, member_id);

-- A position that changed while the assembly sat. It stays before each of ours until they said that they saw it.
create table sitting_notices (
  organisation_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  item_id uuid not null,
  stance text,
  condition text,
  said_by uuid,
  said_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, said_by) references people
);
select tenant('sitting_notices');
create index sitting_notices_by_sitting on sitting_notices (organisation_id, sitting_id, said_at);
create index sitting_notices_by_item on sitting_notices (organisation_id, item_id);
create index sitting_notices_by_author on sitting_notices (organisation_id, said_by);

create table sitting_notices_seen (
  organisation_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (organisation_id, notice_id, person_id),
  foreign key (organisation_id, notice_id) references sitting_notices,
  foreign key (organisation_id, person_id) references people
);
select tenant('sitting_notices_seen');
create index sitting_notices_seen_by_person on sitting_notices_seen (organisation_id, person_id);
