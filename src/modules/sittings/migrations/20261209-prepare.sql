-- A position is proposed by who reads, and decided: by whoever prepares the sitting, or by a meeting of ours, whose decision it then has.
alter table sitting_items
  add column stance_by uuid,
  add column stance_decided_at timestamptz,
  add column agenda_item_id uuid,
  add column decision_id uuid,
  add foreign key (organisation_id, stance_by) references people,
  add foreign key (organisation_id, agenda_item_id) references agenda_items,
  add foreign key (organisation_id, decision_id) references decisions;
create index sitting_items_by_agenda_item on sitting_items (organisation_id, agenda_item_id);
create index sitting_items_by_decision on sitting_items (organisation_id, decision_id);
create index sitting_items_by_stance on sitting_items (organisation_id, stance_by);
-- Those taken before were positions, not proposals.
alter table sitting_items no force row level security;
update sitting_items set stance_decided_at = now() where stance is not null;
alter table sitting_items force row level security;

-- Minutes of speech of the group in this sitting, where the rule of the assembly does not hold or says nothing.
alter table sittings add column speaking_minutes int check (speaking_minutes between 1 and 10000);

-- How each sensibility of a plural group votes, beside the position of all.
create table sitting_lines (
  organisation_id uuid not null,
  item_id uuid not null,
  affiliation_id uuid not null,
  stance text not null,
  note text,
  primary key (organisation_id, item_id, affiliation_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, affiliation_id) references affiliations
);
select tenant('sitting_lines');
create index sitting_lines_by_affiliation on sitting_lines (organisation_id, affiliation_id);

-- Who speaks on an item, in order, and for how long.
create table sitting_speakers (
  organisation_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  place int not null,
  minutes int not null check (minutes between 1 and 600),
  primary key (organisation_id, item_id, person_id),
  foreign key (organisation_id, item_id) references sitting_items,
  foreign key (organisation_id, person_id) references people
);
select tenant('sitting_speakers');
create index sitting_speakers_by_person on sitting_speakers (organisation_id, person_id);

-- Who of ours is where during a sitting, and whose proxy is held by whom.
create table sitting_attendances (
  organisation_id uuid not null,
  sitting_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('present', 'commission', 'excused', 'replaced')),
  replaced_by uuid,
  proxy_to uuid,
  note text,
  primary key (organisation_id, sitting_id, person_id),
  foreign key (organisation_id, sitting_id) references sittings,
  foreign key (organisation_id, person_id) references people,
  foreign key (organisation_id, replaced_by) references people,
  foreign key (organisation_id, proxy_to) references people,
  check (proxy_to is distinct from person_id),
  check (replaced_by is distinct from person_id)
);
select tenant('sitting_attendances');
create index sitting_attendances_by_person on sitting_attendances (organisation_id, person_id);
create index sitting_attendances_by_stand_in on sitting_attendances (organisation_id, replaced_by);
create index sitting_attendances_by_holder on sitting_attendances (organisation_id, proxy_to);
