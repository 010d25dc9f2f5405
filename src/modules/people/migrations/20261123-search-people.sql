-- Candidates for a search of names, best first, among those who are or were of these bodies. Ids only, at most 200: they are
-- read again under the policy. Written as text so that each search is planned for its own words and its own bodies: one
-- letter and a whole name, a chapter of sixty and a federation of a million want different plans.
create function search_people(asked text, bodies uuid[], at_most int) returns table (id uuid, likeness real)
  language plpgsql stable as $$
declare
  folded text := name_folded(asked);
  word text;
  words text[] := regexp_split_to_array(trim(folded), '\s+');
  exact text := '';
  near text := '';
  is_small boolean;
  among text;
  search constant text := $q$
    select p.id, (case when p.folded like $3 || '%%' then 2 when p.folded like '%%' || $3 || '%%' then 1 else 0 end
                  + similarity(p.folded, $3))::real as likeness
      from (select c.id, c.folded from people c where c.organisation_id = current_org() and %s %s limit 500) as p
     order by likeness desc, p.folded collate "C", p.id limit $2 $q$;
begin
  is_small := (select count(*) < 5000 from (select from memberships m
    where m.organisation_id = current_org() and m.body_id = any (bodies) limit 5000) as counted);
  among := case when is_small then
    'c.id in (select m.person_id from memberships m where m.organisation_id = current_org() and m.body_id = any ($1)
        union select m.person_id from mandates m where m.organisation_id = current_org() and m.body_id = any ($1))'
  else
    '(exists (select from memberships m where m.organisation_id = current_org() and m.person_id = c.id and m.body_id = any ($1))
        or exists (select from mandates m where m.organisation_id = current_org() and m.person_id = c.id and m.body_id = any ($1)))'
  end;
  foreach word in array words loop
    continue when word = '';
    if length(word) > 3 then
      near := near || format(' and %L <%% c.folded', word);
    end if;
    word := replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_');
    -- Three letters and more may stand anywhere in a name ("broeck" in "Vandenbroeck"), two may begin any word of it. One
    -- or two alone begin the family's name: too many names hold them, and the index by name gives those at once.
    exact := exact || case
      when length(word) < 3 and cardinality(words) = 1 and not is_small then format(' and c.folded collate "C" like %L', ' ' || word || '%')
      else format(' and c.folded like %L', '%' || case when length(word) < 3 then ' ' else '' end || word || '%') end;
  end loop;
  if exact = '' then return; end if;
  return query execute format(search, among, exact) using bodies, least(at_most, 200), rtrim(folded);
  -- Nobody is so named: a letter was mistyped, forgotten or doubled.
  if not found and near <> '' then
    return query execute format(search, among, near) using bodies, least(at_most, 200), rtrim(folded);
  end if;
end $$;
select definer('search_people(text, uuid[], int)');
alter function search_people(text, uuid[], int) set pg_trgm.word_similarity_threshold = 0.45;
