-- The institution an assembly is, in the file of counterparts: its name and address stand there once.
alter table assemblies add column outside_id uuid;
alter table assemblies add foreign key (organisation_id, outside_id) references counterparts;
create index assemblies_by_outside on assemblies (organisation_id, outside_id);

-- The groups of an assembly, ours among them.
create table assembly_groups (
  organisation_id uuid not null,
  id uuid not null,
  assembly_id uuid not null,
  name text not null,
  -- As it is written beside a name: "ECO", "PS". A colour is never alone.
  short text not null,
  side text not null check (side in ('majority', 'opposition', 'minority', 'unsaid')),
  tint text not null check (tint in ('grey', 'green', 'pink', 'red', 'orange', 'yellow', 'blue', 'purple', 'brown')),
  is_ours boolean not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, assembly_id) references assemblies
);
select tenant('assembly_groups');
create unique index assembly_groups_by_short on assembly_groups (organisation_id, assembly_id, lower(short)) where ended_on is null;

-- Who sits there: holders of a public office, by their public name. Only our own are linked to a person of ours.
create table assembly_members (
  organisation_id uuid not null,
  id uuid not null,
  assembly_id uuid not null,
  group_id uuid,
  given_name text not null,
  family_name text not null,
  folded text not null generated always as (name_folded(family_name || ' ' || given_name)) stored,
  -- "vice-présidente, déléguée aux mobilités"
  role text,
  seat int check (seat between 1 and 10000),
  since date,
  until date,
  person_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, assembly_id) references assemblies,
  foreign key (organisation_id, group_id) references assembly_groups,
  foreign key (organisation_id, person_id) references people,
  check (until is null or since is null or until >= since - 1)
);
select tenant('assembly_members');
create index assembly_members_in_order on assembly_members (organisation_id, assembly_id, folded, id);
create index assembly_members_by_group on assembly_members (organisation_id, group_id);
create index assembly_members_by_person on assembly_members (organisation_id, person_id);
