-- Official files are read from a page too (docs/decisions/0016). They are one for every organisation of the installation, so one of
-- them keeps them: the first, and an example only where there is nothing else.
create function keeps_places() returns boolean language sql stable as $$
  select current_org() = (
    select id from organisations order by coalesce(settings @> '{"example": true}', false), created_at, id limit 1)
$$;
select definer('keeps_places()');

-- What a file gives, written; answers what that changes, so that what is foreseen and what is done are the same statements: whoever
-- only wants to know takes it back. A file older than what is known of a place changes nothing of it, and nothing is deleted.
create function put_places(
  p_places jsonb, p_successors jsonb, p_absorbed jsonb, p_ends_missing boolean, p_source text, p_vintage date
) returns jsonb language plpgsql as $$
declare
  told jsonb;
  gone text[] := '{}';
  batch text[];
begin
  create temporary table given_places on commit drop as
    select * from jsonb_to_recordset(p_places) as t(country text, level text, code text, name text, parent_level text,
                                                    parent_code text, postcodes text[]);
  create index on given_places (country, level, code);
  create index on given_places (country, parent_level, parent_code);
  analyze given_places;

  select jsonb_build_object(
      'added', count(*) filter (where t.code is null),
      'older', count(*) filter (where t.vintage > p_vintage),
      'same', count(*) filter (where t.vintage <= p_vintage and t.name = g.name),
      'renamed', coalesce((jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'was', t.name) order by g.name)
                   filter (where t.vintage <= p_vintage and t.name <> g.name)), '[]'))
    into told
    from given_places g left join territories t on (t.country, t.level, t.code) = (g.country, g.level, g.code);

  insert into territories as t (country, level, code, name, parent_level, parent_code, postcodes, source, vintage)
  select country, level, code, name, parent_level, parent_code, postcodes, p_source, p_vintage from given_places
      on conflict (country, level, code) do update
     set name = excluded.name, parent_level = excluded.parent_level, parent_code = excluded.parent_code,
         postcodes = case when excluded.postcodes = '{}' then t.postcodes else excluded.postcodes end,
         source = excluded.source, vintage = excluded.vintage,
         -- A commune given its life back.
         valid_to = null, became = null
   where t.vintage <= excluded.vintage;

  -- What is no more, and what took its place. A list of a later day that still holds it knows better.
  create temporary table given_successors on commit drop as
    select * from jsonb_to_recordset(p_successors) as t(country text, level text, code text, name text, became text, "on" date);
  with ended as (
    update territories t set valid_to = s."on" - 1, became = s.became from given_successors s
     where (t.country, t.level, t.code) = (s.country, s.level, s.code) and (t.valid_to is not null or t.vintage < s."on")
    returning t.country || '/' || t.level || '/' || t.code as id,
              (select u.valid_to from territories u where (u.country, u.level, u.code) = (t.country, t.level, t.code)) as before)
  select array_agg(id) filter (where before is null) into batch from ended;
  gone := gone || coalesce(batch, '{}');
  insert into territories (country, level, code, name, source, vintage, valid_to, became)
  select distinct on (country, level, code) country, level, code, name, p_source, p_vintage, "on" - 1, became
    from given_successors order by country, level, code, "on" desc
      on conflict do nothing;

  -- What the file no longer lists, where it lists its neighbours: under a place it fills, or under one that ended too.
  while p_ends_missing loop
    with ended as (
      update territories t set valid_to = p_vintage - 1,
             became = (select a.became from jsonb_to_recordset(p_absorbed) as a(code text, became text)
                        where a.code = t.code and t.level = 'municipality' limit 1)
       where t.valid_to is null and t.vintage < p_vintage
         and exists (select from given_places g where (g.country, g.level) = (t.country, t.level))
         and not exists (select from given_places g where (g.country, g.level, g.code) = (t.country, t.level, t.code))
         and (t.parent_level is null
              or exists (select from given_places g where (g.country, g.level, g.parent_level, g.parent_code)
                                                        = (t.country, t.level, t.parent_level, t.parent_code))
              or exists (select from territories u where (u.country, u.level, u.code) = (t.country, t.parent_level, t.parent_code)
                                                     and u.valid_to is not null))
      returning t.country || '/' || t.level || '/' || t.code as id)
    select array_agg(id) into batch from ended;
    exit when batch is null;
    gone := gone || batch;
  end loop;

  -- What became what became something else leads to the last of them.
  for turn in 1..20 loop
    update territories t set became = u.became from territories u
     where t.became is not null and (u.country, u.level, u.code) = (t.country, t.level, t.became)
       and u.became is not null and u.became <> t.code and u.became <> t.became;
    exit when not found;
  end loop;

  drop table given_places, given_successors;
  return told || jsonb_build_object('ended', coalesce((
    select jsonb_agg(jsonb_build_object('id', t.country || '/' || t.level || '/' || t.code, 'name', t.name, 'code', t.code,
                                        'level', t.level, 'last', t.valid_to, 'became', n.name) order by t.folded)
      from territories t
      left join territories n on (n.country, n.level, n.code) = (t.country, t.level, t.became)
     where t.country || '/' || t.level || '/' || t.code = any(gone)), '[]'));
end $$;
revoke all on function put_places(jsonb, jsonb, jsonb, boolean, text, date) from public;

create function import_places(
  p_places jsonb, p_successors jsonb, p_absorbed jsonb, p_ends_missing boolean, p_source text, p_vintage date
) returns jsonb language plpgsql as $$
begin
  if keeps_places() is not true then raise exception 'this organisation does not keep the places'; end if;
  return put_places(p_places, p_successors, p_absorbed, p_ends_missing, p_source, p_vintage);
end $$;
select definer('import_places(jsonb, jsonb, jsonb, boolean, text, date)');
