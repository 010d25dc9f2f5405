-- The outlines of places, thinned out for a screen: like the places themselves one for every organisation, outside the wall, and
-- written by the one that keeps them.
create table contours (
  country text not null,
  level text not null check (level in ('region', 'province', 'department', 'arrondissement', 'municipality')),
  code text not null,
  -- Polygons with their holes, in degrees: the coordinates of a GeoJSON MultiPolygon.
  shape jsonb not null,
  -- Not drawn by the file: made of the communes it draws.
  derived boolean not null,
  source text not null,
  -- Who made them and under which licence, as it stands under the map.
  credit text not null,
  vintage date not null,
  primary key (country, level, code)
);
alter table contours enable row level security, force row level security;
create policy everybody on contours for select using (true);
do $$ begin execute format('create policy keeper on contours to %I using (true) with check (true)', current_user); end $$;
grant select on contours to permanence_app;

create function put_contours(p_contours jsonb, p_source text, p_credit text, p_vintage date) returns int language sql as $$
  with written as (
    insert into contours as c (country, level, code, shape, derived, source, credit, vintage)
    select country, level, code, shape, derived, p_source, p_credit, p_vintage
      from jsonb_to_recordset(p_contours) as t(country text, level text, code text, shape jsonb, derived boolean)
        on conflict (country, level, code) do update
       set shape = excluded.shape, derived = excluded.derived, source = excluded.source, credit = excluded.credit,
           vintage = excluded.vintage
     where c.vintage <= excluded.vintage and (c.derived or not excluded.derived)
    returning 1)
  select count(*)::int from written
$$;
revoke all on function put_contours(jsonb, text, text, date) from public;

create function import_contours(p_contours jsonb, p_source text, p_credit text, p_vintage date) returns int language plpgsql as $$
begin
  if keeps_places() is not true then raise exception 'this organisation does not keep the places'; end if;
  return put_contours(p_contours, p_source, p_credit, p_vintage);
end $$;
select definer('import_contours(jsonb, text, text, date)');

-- The example draws a country that is none (XX, which no standard gives to anybody); the pages of others leave it out.
create function put_example_places(p_places jsonb, p_contours jsonb) returns void language plpgsql as $$
begin
  if not exists (select from organisations where id = current_org() and settings @> '{"example": true}') then
    raise exception 'this organisation is no example';
  end if;
  insert into territories (country, level, code, name, parent_level, parent_code, postcodes, source, vintage)
  select 'XX', level, code, name, parent_level, parent_code, postcodes, 'exemple', '2026-01-01'
    from jsonb_to_recordset(p_places) as t(level text, code text, name text, parent_level text, parent_code text, postcodes text[])
      on conflict do nothing;
  insert into contours (country, level, code, shape, derived, source, credit, vintage)
  select 'XX', level, code, shape, false, 'exemple', 'pays imaginaire', '2026-01-01'
    from jsonb_to_recordset(p_contours) as t(level text, code text, shape jsonb)
      on conflict do nothing;
end $$;
select definer('put_example_places(jsonb, jsonb)');
