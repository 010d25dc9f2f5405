-- Candidates for a search of names, best first, among those who are or were of these bodies. Ids only, at most 200: they are
-- read again under the policy. Written as text so that each search is planned for its own words: one letter and a whole
-- name want different plans.
create function search_people(asked text, bodies uuid[], at_most int) returns table (id uuid, likeness real)
  language plpgsql stable as $$
declare
  folded text := name_folded(asked);
  word text;
  exact text := '';
  near text := '';
  -- Two letters may begin any word; three and more may stand anywhere in a name ("broeck" in "Vandenbroeck").
  search constant text := $q$
    select p.id, (case when p.folded like $3 || '%%' then 2 when p.folded like '%%' || $3 || '%%' then 1 else 0 end
                  + similarity(p.folded, $3))::real as likeness
      from (select c.id, c.folded from people c where c.organisation_id = current_org() %s
               and (exists (select from memberships m where m.organisation_id = current_org() and m.person_id = c.id and m.body_id = any ($1))
                 or exists (select from mandates m where m.organisation_id = current_org() and m.person_id = c.id and m.body_id = any ($1)))
             limit 500) as p
     order by likeness desc, p.folded collate "C", p.id limit $2 $q$;
begin
  foreach word in array regexp_split_to_array(trim(folded), '\s+') loop
    continue when word = '';
    if length(word) > 3 then
      near := near || format(' and %L <%% c.folded', word);
    end if;
    word := replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_');
    exact := exact || format(' and c.folded like %L', '%' || case when length(word) < 3 then ' ' else '' end || word || '%');
  end loop;
  if exact = '' then return; end if;
  return query execute format(search, exact) using bodies, least(at_most, 200), rtrim(folded);
  -- Nobody is so named: a letter was mistyped, forgotten or doubled.
  if not found and near <> '' then
    return query execute format(search, near) using bodies, least(at_most, 200), rtrim(folded);
  end if;
end $$;
select definer('search_people(text, uuid[], int)');
alter function search_people(text, uuid[], int) set pg_trgm.word_similarity_threshold = 0.45;
