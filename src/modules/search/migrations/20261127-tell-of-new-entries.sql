-- The database looks at new rows by itself within a minute; until then it finds two common words, or nothing, in ten times as
-- long. After the index was made anew it is told at once, and words that wait to be filed are filed. The application owns no
-- table: only their owner may.
create function analyse_search() returns void language sql as $$
  select gin_clean_pending_list('search_entries_by_words');
  analyze search_entries;
$$;
select definer('analyse_search()');
