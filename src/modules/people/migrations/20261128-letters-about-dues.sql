-- Reminders of dues may be declined; the yearly call itself comes with the membership.
alter table unwanted_letters drop constraint unwanted_letters_kind_check;
alter table unwanted_letters add constraint unwanted_letters_kind_check check (kind in ('task', 'week', 'dues'));
