-- People of five thousand bodies: a filter that leaves few is taken by its own index instead of being asked of a million.
create index people_by_postcode on people (organisation_id, postcode) where postcode is not null;
create index people_who_left on people (organisation_id, left_on) where left_on is not null;

-- As before, step by step; where one may look is some bodies and all that lie `under` others, or everywhere (null).
drop function search_people(text, uuid[], int);
create function search_people(asked text, bodies uuid[], at_most int, under uuid[] default '{}') returns table (id uuid, likeness real)
  language plpgsql stable as $$
declare
  enough constant int := 20;
  phrase text := rtrim(regexp_replace(name_folded(asked), '\s+', ' ', 'g'));
  words text[] := regexp_split_to_array(trim(phrase), '\s+');
  word text;
  begun text[] := '{}';
  typed text[] := '{}';
  anywhere text := '';
  near text := '';
  found uuid[] := '{}';
  more uuid[];
  is_small boolean;
  among text;
  ofthem text;
  those uuid[];
  take constant text := 'select array(select c.id from people c where c.organisation_id = current_org() and %s and %s limit 200)';
  walk constant text := $q$
    select array(select w.id from unnest($2) p cross join lateral (
      (select c.id from people c where c.organisation_id = current_org() and c.folded collate "C" >= p and c.folded collate "C" < p || chr(65535)
          and %1$s order by c.folded collate "C" limit 200)
      union all
      (select c.id from people c where c.organisation_id = current_org() and c.called collate "C" >= p and c.called collate "C" < p || chr(65535)
          and %1$s order by c.called collate "C" limit 200)) w limit 400) $q$;
begin
  if trim(phrase) = '' then return; end if;
  if cardinality(under) > 0 then
    those := array(select b.id from bodies b where b.organisation_id = current_org() and b.line && under limit 500);
    if cardinality(those) < 500 then
      bodies := bodies || those;
      under := '{}';
    end if;
  end if;
  is_small := cardinality(under) = 0 and bodies is not null and (select count(*) < 5000 from (select from memberships m
    where m.organisation_id = current_org() and m.body_id = any (bodies) limit 5000) as counted);
  -- "offset 0": asked of each candidate by the index, not by gathering every member first.
  ofthem := case when bodies is null then 'true' when cardinality(under) = 0 then 'm.body_id = any ($1)'
    else format('(m.body_id = any ($1) or exists (select from bodies b where b.organisation_id = current_org() and b.id = m.body_id
      and b.line && %L::uuid[] offset 0))', under) end;
  among := case when is_small then
    format('c.id in (select m.person_id from memberships m where m.organisation_id = current_org() and %1$s
        union select m.person_id from mandates m where m.organisation_id = current_org() and %1$s)', ofthem)
  else
    format('(exists (select from memberships m where m.organisation_id = current_org() and m.person_id = c.id and %1$s offset 0)
        or exists (select from mandates m where m.organisation_id = current_org() and m.person_id = c.id and %1$s offset 0))', ofthem)
  end;
  foreach word in array words loop
    if length(word) > 3 then
      near := near || format(' and %L <%% c.folded', word);
    end if;
    -- Three letters and more may stand anywhere in a name ("broeck" in "Vandenbroeck"), two may begin any word of it.
    anywhere := anywhere || case when anywhere = '' then '' else ' and ' end || format('c.folded like %L', '%'
      || case when length(word) < 3 then ' ' else '' end || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%');
  end loop;

  execute format(walk, among) into found using bodies, array[phrase];
  if cardinality(found) < enough and cardinality(words) > 1 and not is_small then
    -- "mart mar": the family's name begins so, and the other words begin others.
    for i in 1 .. cardinality(words) loop
      execute format(take, among, format('c.folded collate "C" like %L and %s', ' ' || replace(replace(replace(words[i], '\', '\\'), '%', '\%'), '_', '\_') || '%', anywhere))
        into more using bodies;
      found := found || more;
    end loop;
  end if;
  -- One or two letters alone stand in too many names: those that begin so are enough.
  if cardinality(found) < enough and (is_small or length(trim(phrase)) > 2) then
    execute format(take, among, anywhere) into more using bodies;
    found := found || more;
  end if;
  if found = '{}' then
    for i in 1 .. least(cardinality(words), 4) loop
      continue when length(words[i]) < 4;
      typed := typed || array(select ' ' || array_to_string(words[: i - 1] || meant || words[i + 1 :], ' ')
        || case when cardinality(words) = 1 then ' ' else '' end from meant(words[i]));
    end loop;
    execute format(walk, among) into found using bodies, typed;
  end if;
  if found = '{}' and near <> '' then
    execute format(take, among, 'true' || near) into found using bodies;
  end if;

  return query
    select p.id, (case when p.folded like phrase || ' %' or p.called like phrase || ' %' or p.called = phrase or p.folded = phrase then 3
                       when starts_with(p.folded, phrase) then 2.5 when starts_with(p.called, phrase) then 2
                       when strpos(p.folded, phrase) > 0 then 1 else 0 end
                  + similarity(p.folded, phrase))::real
      from people p where p.organisation_id = current_org() and p.id = any (found)
     order by 2 desc, p.folded collate "C", p.id limit least(at_most, 200);
end $$;
select definer('search_people(text, uuid[], int, uuid[])');
alter function search_people(text, uuid[], int, uuid[]) set pg_trgm.word_similarity_threshold = 0.45;
