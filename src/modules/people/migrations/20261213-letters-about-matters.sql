-- What is new in the matters one follows may be declined as a whole; each matter has its own pace besides.
alter table unwanted_letters drop constraint unwanted_letters_kind_check;
alter table unwanted_letters add constraint unwanted_letters_kind_check check (kind in ('task', 'week', 'dues', 'matters'));
