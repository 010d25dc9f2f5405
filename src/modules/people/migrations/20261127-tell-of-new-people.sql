-- The database looks at new rows by itself within a minute; until then it plans for the few people of before. After a large
-- import it is told at once, and names that wait to be filed are filed. The application owns no table: only their owner may.
create function analyse_people() returns void language sql as $$
  select gin_clean_pending_list('people_by_word');
  analyze people;
  analyze memberships;
$$;
select definer('analyse_people()');
