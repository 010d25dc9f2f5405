-- The texts a body writes are found by their number and their words too.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check
  check (kind in ('decision', 'minutes', 'item', 'paper', 'matter', 'meeting', 'task', 'exchange', 'office', 'text'));
