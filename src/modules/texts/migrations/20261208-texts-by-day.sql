-- The calendar looks for the texts that must have left by a day.
create index texts_by_due on texts (organisation_id, due_on) where due_on is not null;
