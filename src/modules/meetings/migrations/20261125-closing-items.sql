-- "Any other business": what is added to the agenda later stands before it, as long as it is last.
alter table agenda_items add column closes boolean not null default false;
