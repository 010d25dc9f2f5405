-- FORCE walls the owner too: without this, all_organisations(), migrations and backups would see no organisation at all.
create policy keeper on organisations to current_user using (true) with check (true);
