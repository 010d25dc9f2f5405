-- What can be found by its words: one line for each thing, rebuilt from the tables whenever the journal says that it changed.
create table search_entries (
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task')),
  id uuid not null,
  body_id uuid not null,
  -- Of an item, its minutes or a paper: who sees the meeting sees them.
  meeting_id uuid,
  -- Of minutes or a paper: the item they belong to.
  item_id uuid,
  title text not null,
  text text not null,
  confidential boolean not null,
  at timestamptz not null,
  -- The words of the title weigh more, and stand there whole too, for what is being typed. A tsvector holds a megabyte:
  -- past 200 000 characters (some 80 pages) a paper is found by its beginning.
  words tsvector not null generated always as (
    setweight(fr_words(title), 'A') || setweight(to_tsvector('simple', f_unaccent(title)), 'A')
      || setweight(fr_words(left(text, 200000)), 'B')) stored,
  primary key (organisation_id, kind, id),
  foreign key (organisation_id, body_id) references bodies
);
select tenant('search_entries');
create index search_entries_by_words on search_entries using gin (organisation_id, words);
create index search_entries_by_meeting on search_entries (organisation_id, meeting_id) where meeting_id is not null;

-- How far the journal has been followed.
create table search_followed (
  organisation_id uuid not null references organisations,
  position bigint not null,
  primary key (organisation_id)
);
select tenant('search_followed');

-- What is asked as a query; while it is being typed (begins), its last word may be the beginning of one.
create function search_query(asked text, begins boolean) returns tsquery language sql stable parallel safe as $$
  select case
    when begins and asked ~ '[[:alnum:]]{2,}$' and asked !~ '["-]' then
      fr_query(asked)
        || (fr_query(regexp_replace(asked, '[[:alnum:]]+$', ''))
            && ((quote_literal(f_unaccent(lower(substring(asked from '[[:alnum:]]+$')))) || ':*')::tsquery))
    else fr_query(asked) end
$$;

-- Candidates of these bodies and meetings, best first: of the 5000 first that match, the 500 latest are ranked, since ranking
-- is what costs. Ids only: they are read again under the policy, and within what the person may see.
create function search_words(asked text, begins boolean, bodies uuid[], meetings uuid[], kinds text[])
  returns table (kind text, id uuid, rank real) language plpgsql stable as $$
#variable_conflict use_column
-- Made once: as an expression it would be made again for each of the lines that are ranked.
declare wanted constant tsquery := search_query(asked, begins);
begin
  return query
  select p.kind, p.id, ts_rank(p.words, wanted) as rank from (
    select c.kind, c.id, c.words from (
      select e.kind, e.id, e.at, e.words from search_entries e
       where e.organisation_id = current_org() and e.words @@ wanted
         and (e.body_id = any (bodies) or e.meeting_id = any (meetings)) and e.kind = any (kinds)
       limit 5000) as c
     order by c.at desc limit 500) as p
   order by rank desc;
end $$;
select definer('search_words(text, boolean, uuid[], uuid[], text[])');
alter function search_words(text, boolean, uuid[], uuid[], text[]) set plan_cache_mode = force_custom_plan;
