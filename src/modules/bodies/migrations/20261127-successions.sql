-- What a body came from (issue de) and became (devenue): a chapter that merges or splits keeps its past. What came before what came
-- before stands here too, so that one look finds all of it.
create table body_origins (
  organisation_id uuid not null,
  body_id uuid not null,
  origin_id uuid not null,
  on_day date not null,
  -- Itself, or through one in between.
  direct boolean not null,
  primary key (organisation_id, body_id, origin_id),
  foreign key (organisation_id, body_id) references bodies,
  foreign key (organisation_id, origin_id) references bodies,
  check (body_id <> origin_id)
);
select tenant('body_origins');
create index body_origins_by_origin on body_origins (organisation_id, origin_id);
create index bodies_by_parent on bodies (organisation_id, parent_id);
