-- The wall between organisations, and French search. See README.md in this folder.

create function current_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;

-- Called once for each table of an organisation, in the migration that creates it: select tenant('meetings').
create function tenant(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security, force row level security', t);
  execute format($sql$
    create policy wall on %s
      using (organisation_id = nullif(current_setting('app.org', true), '')::uuid)
      with check (organisation_id = nullif(current_setting('app.org', true), '')::uuid)
  $sql$, t);
  -- FORCE puts the owner behind the wall too; migrations, backup and search functions go through this named door.
  execute format('create policy keeper on %s to %I using (true) with check (true)', t, current_user);
  execute format('grant select, insert, update, delete on %s to permanence_app', t);
end $$;
revoke execute on function tenant(regclass) from public;

create function f_unaccent(text) returns text language sql immutable strict parallel safe
  return public.unaccent('public.unaccent'::regdictionary, $1);

create text search configuration fr (copy = french);
alter text search configuration fr
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, french_stem;

-- Once unaccented, "à" and "même" no longer match the stop list of French, and "les" never did: each becomes "de",
-- which does. A word put in its place, not removed: positions, and the hyphen of "a-t-il", stay what they were.
create function fr_plain(text) returns text language sql immutable strict parallel safe
  return regexp_replace(public.f_unaccent($1),
    '\m(a|les|meme|memes|cet|cette|si|tres|jusqu|jusque|lorsqu|lorsque|puisqu|puisque|etait|etaient|etais|etant|fut|fumes|eut)\M',
    'de', 'gi');

-- What is stored: words tsvector generated always as (fr_words(text)) stored. The parser itself splits l’, d’ and qu’.
create function fr_words(text) returns tsvector language sql immutable strict parallel safe
  return to_tsvector('public.fr', public.fr_plain($1));

-- What is asked, as people type it: words, "a phrase", -without, or.
create function fr_query(text) returns tsquery language sql immutable strict parallel safe
  return websearch_to_tsquery('public.fr', public.fr_plain($1));
