-- Where the words asked for stand in a text, between U+E000 and U+E001. Making an excerpt reads all it is given, word by word, and
-- twenty reports of fifteen pages are a long read: of a long text only the parts around the words are given.
create function search_passages(said text, wanted tsquery) returns text language plpgsql stable strict parallel safe as $$
declare
  around constant int := 700;
  stems constant text[] := array(
    select regexp_replace(m.hit[1], '([^[:alnum:]])', '\\\1', 'g')
      from regexp_matches(querytree(wanted), '''((?:[^'']|'''')+)''', 'g') with ordinality as m(hit, nth) order by m.nth limit 6);
  folded text;
  stem text;
  place int;
  places int[] := '{}';
begin
  if length(said) <= 4000 then return said; end if;
  -- As its words are kept: without accents.
  folded := lower(f_unaccent(said));
  -- First where they follow each other, for a phrase and for words that go together; then each.
  foreach stem in array array_prepend(array_to_string(stems, '\w*\W+(?:\w+\W+){0,2}'), stems) loop
    place := regexp_instr(folded, '\m' || stem);
    -- A letter that became two (œ) moved what follows it by one.
    place := greatest(least(place, 1), place - (length(f_unaccent(left(said, place))) - least(place, length(said))));
    if place > 0 and not exists (select from unnest(places) p where abs(p - place) < around) then
      places := places || place;
    end if;
  end loop;
  return coalesce(
    (select string_agg(substr(said, greatest(1, p - around), 2 * around), ' … ' order by p) from unnest(places) p),
    left(said, 4000));
end $$;

create function search_excerpt(said text, wanted tsquery, words_most int, words_least int, parts int) returns text
  language sql stable strict parallel safe
  return ts_headline('public.fr', regexp_replace(search_passages(left(said, 100000), wanted), '\s+', ' ', 'g'),
    -- One of the words is enough to be shown: the others may stand in another part.
    coalesce(replace(nullif(querytree(wanted), 'T'), '&', '|')::tsquery, wanted),
    format('StartSel=%s,StopSel=%s,MaxFragments=%s,MaxWords=%s,MinWords=%s,FragmentDelimiter=" … "',
           U&'\E000', U&'\E001', parts, words_most, words_least));
