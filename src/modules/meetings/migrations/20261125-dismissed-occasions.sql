-- What the year asked for and the body put aside this time, with the reason. `occasion` names its window: next year asks anew.
create table dismissed_occasions (
  organisation_id uuid not null,
  body_id uuid not null,
  occasion text not null,
  reason text not null,
  dismissed_by uuid,
  dismissed_at timestamptz not null,
  primary key (organisation_id, body_id, occasion),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, dismissed_by) references people
);
select tenant('dismissed_occasions');
